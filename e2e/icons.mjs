// The icons of the installed app, and of a tab, drawn from icon.svg: node icons.mjs
// Few flat colours, because every phone that keeps an offline copy loads them; the large ones, which phones show smaller,
// have hard edges and pixels of two by two. The files are kept in the repository; draw them again when the drawing changes.
import { chromium } from '@playwright/test';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { chromiumLaunch } from './support/browsers.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const PUBLIC = path.join(HERE, '../public');
/** Whole: the green reaches the corners, for systems that cut out a form of their own. Room: how much of the edge is left free. */
const ICONS = [
  { name: '48', size: 48, bits: 4 },
  { name: '192', size: 192, bits: 4 },
  { name: '512', size: 512, bits: 4, hard: true, dot: 2 },
  { name: 'maskable', size: 512, bits: 2, hard: true, dot: 2, whole: true, room: 0.14 },
];
/** The colours of the drawing, with the glow as it lies on the green; soft edges have one step between two of them. */
const CLEAR = [0, 0, 0, 0];
const [GREEN, HALO, FLAME, LINE] = [[13, 84, 77, 255], [77, 111, 72, 255], [243, 181, 63, 255], [250, 246, 239, 255]];
const between = (one, other) => one.map((part, index) => Math.round((part + other[index]) / 2));
const FLAT = [GREEN, HALO, FLAME, LINE];
const STEPS = [between(GREEN, LINE), between(HALO, LINE), between(HALO, FLAME), [...GREEN.slice(0, 3), 128]];
const palette = ({ hard, whole }) => [...FLAT, ...(whole ? [] : [CLEAR]), ...(hard ? [] : STEPS)];

const svg = await readFile(path.join(HERE, 'icon.svg'), 'utf8');
await mkdir(path.join(PUBLIC, 'icons'), { recursive: true });
const browser = await chromium.launch(chromiumLaunch);
try {
  const page = await browser.newPage();
  for (const icon of ICONS) {
    const { name, whole, room = 0, dot = 1 } = icon;
    const size = icon.size / dot;
    let drawing = whole ? svg.replace('rx="7"', '') : svg;
    if (icon.hard) drawing = drawing.replace('<svg ', '<svg shape-rendering="crispEdges" ');
    const pixels = await page.evaluate(draw, { drawing, size, room: Math.round(room * size), green: whole && '#0d544d' });
    const file = path.join(PUBLIC, 'icons', `${name}.png`);
    const png = encode(pixels, icon, palette(icon));
    await writeFile(file, png);
    console.log(`${file}: ${png.length} bytes`);
  }
} finally {
  await browser.close();
}

/** Runs in the page: the drawing as bytes, four for each pixel. */
async function draw({ drawing, size, room, green }) {
  const image = new Image(size, size);
  image.src = `data:image/svg+xml,${encodeURIComponent(drawing)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
  const context = canvas.getContext('2d');
  if (green) {
    context.fillStyle = green;
    context.fillRect(0, 0, size, size);
  }
  context.drawImage(image, room, room, size - 2 * room, size - 2 * room);
  return [...context.getImageData(0, 0, size, size).data];
}

/** A PNG with a palette (PNG, W3C, third edition). */
function encode(pixels, { size, bits, dot = 1 }, colours) {
  const stride = 1 + (size * bits) / 8;
  const rows = Buffer.alloc(size * stride);
  const known = new Map();
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const at = 4 * (Math.floor(y / dot) * (size / dot) + Math.floor(x / dot));
      const pixel = pixels.slice(at, at + 4);
      const key = pixel.join();
      if (!known.has(key)) known.set(key, nearest(pixel, colours));
      rows[y * stride + 1 + ((x * bits) >> 3)] |= known.get(key) << (8 - bits - ((x * bits) % 8));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([bits, 3, 0, 0, 0], 8);
  const clear = colours.some((colour) => colour[3] < 255);
  const chunks = [
    ['IHDR', header],
    ['PLTE', Buffer.from(colours.flatMap((colour) => colour.slice(0, 3)))],
    ...(clear ? [['tRNS', Buffer.from(colours.map((colour) => colour[3]))]] : []),
    ['IDAT', deflateSync(rows, { level: 9, memLevel: 9 })],
    ['IEND', Buffer.alloc(0)],
  ];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks.map(([type, data]) => chunk(type, data))]);
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}


/** The place of the nearest colour; colour counts as much as it can be seen. */
function nearest(pixel, colours) {
  const distance = (colour) => {
    const seen = Math.min(pixel[3], colour[3]) / 255;
    return pixel.reduce((sum, part, index) => sum + (index === 3 ? 1 : seen) * (part - colour[index]) ** 2, 0);
  };
  return colours.reduce((best, colour, index) => (distance(colour) < distance(colours[best]) ? index : best), 0);
}
