// Other releases, made of the one that is built. Every page of such a release carries its name, and so does what its
// script leaves in the page: a screen that shows two names is mixed of two releases.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { cp, mkdtemp, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DIST } from './site.mjs';
import { WATCH } from './watch.mjs';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const made = new Map();

/** The folder of the release of that name, made of the build in `dist` for `base`. It lasts as long as the tests run. */
export function release(name, dist = DIST, base = '/') {
  const key = `${dist} ${name}`;
  if (!made.has(key)) made.set(key, make(name, dist, base));
  return made.get(key);
}

async function make(name, dist, base) {
  const folder = await mkdtemp(path.join(tmpdir(), `porchlight-${name}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await cp(dist, folder, { recursive: true, filter: (file) => !/\.(br|gz)$/.test(file) });
  const script = await renew(folder, /^porchlight-\w+\.js$/, `\n(window.scriptsOf ??= []).push(${JSON.stringify(name)});\n`);
  const wasm = await renew(folder, /^porchlight-\w+\.wasm$/, customSection(name));
  const files = await readdir(folder, { recursive: true });
  for (const file of files.filter((file) => file.endsWith('.html'))) {
    const page = await readFile(path.join(folder, file), 'utf8');
    const other = [script, wasm].reduce((text, { replace }) => replace(text), page);
    const marked = other.replace('<html', `<html data-release="${name}"`);
    await writeFile(path.join(folder, file), marked.replace('<head>', () => `<head><script>${WATCH};(${count})()</script>`));
  }
  // The worker names the files of its release, so it is written anew, by the build's own code.
  await promisify(execFile)('cargo', ['xtask', 'relist', folder, base], { cwd: PROJECT });
  return folder;
}

/** Runs in every page: counts how often a page was loaded in this tab. */
function count() {
  window.name = Number(window.name) + 1;
}

/** Adds to a file of the app, which gets another name by that, and tells how to name it in a page. */
async function renew(folder, pattern, added) {
  const old = (await readdir(folder)).find((file) => pattern.test(file));
  const before = await readFile(path.join(folder, old));
  const after = Buffer.concat([before, Buffer.from(added)]);
  const hash = createHash('sha256').update(after).digest('hex').slice(0, 16);
  const file = `porchlight-${hash}${path.extname(old)}`;
  await writeFile(path.join(folder, old), after);
  await rename(path.join(folder, old), path.join(folder, file));
  const replace = (page) => page.replaceAll(old, file).replaceAll(digest(before), digest(after));
  return { file, replace };
}

/** The digest by which a page asks for a file of the app (Subresource Integrity, W3C). */
export const digest = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;

/** A section that WebAssembly allows anywhere and heeds nowhere (core specification, section 5.5.3). */
function customSection(name) {
  const text = Buffer.from(name);
  return Buffer.from([0, text.length + 1, text.length, ...text]);
}

const WORKERS = new URL('../fixtures/workers/', import.meta.url);

/** The files of the workers that were ever released, each named after its version. */
export const RELEASED = readdirSync(WORKERS).filter((name) => /^\d.*\.js$/.test(name));

/** The text of a worker of `fixtures/workers`, with the list of files in `present`, the text of today's worker. */
export function workerOf(name, present) {
  const list = /^const RELEASE = (.*);$/m;
  const [, now] = list.exec(present);
  const release = name === '0.1.0.js' ? withPieces(JSON.parse(now)) : JSON.parse(now);
  return readFileSync(new URL(name, WORKERS), 'utf8').replace(list, () => `const RELEASE = ${JSON.stringify(release)};`);
}

/**
 * 0.1.0 made its pages of pieces of others, and loaded those that did not come out right: these have no pieces.
 */
function withPieces({ files, languages, ...release }) {
  const pagesOf = ({ folder, pages }) =>
    Object.fromEntries(pages.map((page) => [page.slice(folder.length), { digest: files[page], changes: [] }]));
  const described = languages.map((language) => ({ ...language, pages: pagesOf(language) }));
  return { ...release, files, languages: described, shared: [], current: '' };
}
