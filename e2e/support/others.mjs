// What others do to a page: translators, extensions, the phone itself. Each runs in the page, alone.

/** Each text in an element of its own, as Chrome's and Google's translators put it. */
function eachTextInFonts() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts.filter(({ data, parentNode }) => data.trim() && !/^(SCRIPT|STYLE|OPTION)$/.test(parentNode.nodeName))) {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = text.data;
    outer.append(inner);
    text.replaceWith(outer);
  }
  document.documentElement.classList.add('translated-ltr');
}

/** An element inserted at some place beside each of those that match. */
const beside = (selector, tag, place) => `
  for (const node of document.querySelectorAll(${JSON.stringify(selector)})) {
    const foreign = document.createElement('${tag}');
    foreign.textContent = '*';
    foreign.setAttribute('aria-hidden', 'true');
    node.${place}(foreign);
  }`;

/** Numbers made links, as phones and click-to-call extensions do. */
function numbersMadeLinks() {
  const walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts.filter(({ data, parentElement }) => /\d{2}/.test(data) && !parentElement.closest('a, label, option, script'))) {
    const link = document.createElement('a');
    link.href = 'x-apple-data-detectors://1';
    link.textContent = text.data;
    text.replaceWith(link);
  }
}

/** Comments between nodes, texts cut in two, and texts that are empty. */
function textsCutInTwo() {
  const walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts.filter(({ data }) => data.length > 4)) {
    text.splitText(2).before(document.createComment(' '), document.createTextNode(''));
  }
}

/** Attributes on everything, and classes on the root, as dark modes and translators have them. */
function attributesEverywhere() {
  for (const element of document.querySelectorAll('#app *')) {
    element.setAttribute('data-darkreader-inline-color', '');
    element.setAttribute('_msttexthash', '12345');
    element.setAttribute('title', element.getAttribute('title') ?? '');
  }
  document.documentElement.className = 'dark-reader translated-rtl';
  document.documentElement.setAttribute('dir', 'ltr');
}

/** The page's own part written anew from its own markup. */
function markupWrittenAnew() {
  const main = document.querySelector('main');
  main.replaceChildren(...main.cloneNode(true).childNodes);
}

const language = (code) => `document.documentElement.lang = ${JSON.stringify(code)};`;

/**
 * Changes that may come at any time: name, a script or a function, and a tag where one engine is enough: nodes are the same in
 * each.
 */
export const CHANGES = [
  ['each text in elements of its own', eachTextInFonts],
  ['the page is said to be in Spanish', language('es')],
  ['the page is said to be in Chinese', language('zh-CN'), '@chromium'],
  ['the page is said to be in a language that there is not', language('auto'), '@chromium'],
  ['an element after each link and button', beside('#app a, #app button', 'span', 'after')],
  ['an element before each text that changes', beside('#app [data-live]', 'span', 'before'), '@chromium'],
  ['an element in each text that changes', beside('#app [role=status], #app h2', 'grammarly-extension', 'append')],
  ['an element first in the page', beside('#app, main, body', 'div', 'prepend')],
  ['an element last in the page', beside('#app, main, body', 'div', 'append'), '@chromium'],
  ['a button beside each field', beside('#app input, #app textarea', 'com-1password-button', 'after'), '@chromium'],
  ['numbers made links', numbersMadeLinks],
  ['texts cut in two', textsCutInTwo, '@chromium'],
  ['attributes and classes of others', attributesEverywhere],
];

/** Changes after which a page that already runs cannot know its own nodes. */
export const EARLY_CHANGES = [
  ['the markup written anew', markupWrittenAnew],
  ['a heading marked as ours', `document.querySelector('h1').setAttribute('data-live', '');`],
  ['a mark of ours taken out', `document.querySelector('main [data-live]').removeAttribute('data-live');`],
  ['the foot of the page taken out', `document.querySelector('footer').remove();`],
];

/** A change as something that a driver can run in a page. */
export const toRun = (change) => (typeof change === 'function' ? change : new Function(change));
