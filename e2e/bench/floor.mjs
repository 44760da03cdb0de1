// The floor: the same words in the same order as a plain page, as small as one would write it by hand. What takes
// longer than this is the app's own doing.
//
// It is made from the page under test each time, so it always has its words. Left out are controls that do nothing
// without a script, with the words on them: that makes the floor smaller, never larger.
import { devices } from '@playwright/test';
import { probe } from './probe.mjs';

const STYLE = `:root{color-scheme:light dark}
body{max-width:40em;margin:auto;padding:0 1em;font:1.1em/1.5 sans-serif}
#bar{position:sticky;bottom:0;background:Canvas}
#bar a{display:inline-block;padding:.6em}`;

/** The floor of a page of the app, as HTML. */
export async function floorOf(browser, site, path) {
  const host = await site.host();
  const context = await browser.newContext(devices['Pixel 7']);
  try {
    const page = await context.newPage();
    await page.addInitScript(probe, { app: true });
    await page.goto(host.origin + path);
    await page.evaluate(() => window.bench.complete);
    const { lang, title, body } = await page.evaluate(plainPage);
    return `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>
${STYLE}
</style>
${body}
`;
  } finally {
    await context.close();
    await host.stop();
  }
}

/** Runs in the page: its words with the elements that carry meaning. */
function plainPage() {
  const BLOCKS = [
    'address', 'blockquote', 'dd', 'details', 'dl', 'dt', 'figcaption', 'figure', 'footer', 'h1', 'h2', 'h3', 'h4',
    'header', 'li', 'main', 'nav', 'ol', 'p', 'pre', 'summary', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul',
  ];
  const HOLD_TEXT = 'a, dd, dt, h1, h2, h3, h4, li, p, summary, td, th';
  const INLINE = ['a', 'abbr', 'b', 'br', 'cite', 'em', 'i', 'q', 'small', 'strong', 'time'];
  const LEFT_OUT = ['button', 'canvas', 'img', 'input', 'noscript', 'script', 'select', 'style', 'svg', 'template'];

  const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const isBlock = (node) => node.nodeType === Node.ELEMENT_NODE && getComputedStyle(node).display !== 'inline';

  function attributes(element) {
    const kept = [];
    if (element.matches('#main, #bar, #bar-call')) kept.push(['id', element.id]);
    for (const name of ['href', 'lang', 'dir']) if (element.hasAttribute(name)) kept.push([name, element.getAttribute(name)]);
    return kept.map(([name, value]) => ` ${name}="${escape(value)}"`).join('');
  }

  function plain(node) {
    if (node.nodeType === Node.TEXT_NODE) return escape(node.data.replaceAll(/\s+/g, ' '));
    if (node.nodeType !== Node.ELEMENT_NODE || LEFT_OUT.includes(node.localName)) return '';
    // What a closed `details` holds is there to be read; what the page hides is not.
    if (getComputedStyle(node).display === 'none') return '';
    const inside = [...node.childNodes].map(plain).join('');
    if (node.localName === 'br') return '<br>';
    if (inside.trim() === '') return inside;
    const name = node.localName;
    if (INLINE.includes(name)) return `<${name}${attributes(node)}>${inside}</${name}>${isBlock(node) ? ' ' : ''}`;
    if (BLOCKS.includes(name)) return block(name, node, inside);
    if (node.id === 'bar') return block('nav', node, inside);
    // A box that only arranges: a paragraph where words stand in it and in no other paragraph, else nothing.
    if (!isBlock(node)) return inside;
    const arranges = [...node.children].some(isBlock) || node.closest(HOLD_TEXT);
    return arranges ? `${inside} ` : block('p', node, inside);
  }

  const block = (name, node, inside) => `\n<${name}${attributes(node)}>${inside.trim()}</${name}>`;

  return {
    lang: document.documentElement.lang,
    title: escape(document.title),
    body: [...document.body.childNodes].map(plain).join('').replaceAll(/ +/g, ' ').replaceAll(/\s*\n\s*/g, '\n').trim(),
  };
}
