// What only a running app can know, and so the one thing in which a page of the build may differ from the app's.

/**
 * The next meeting, the coming dates with the headings above them, how old the content is, and what the page says about the
 * copy on the phone.
 */
export const LIVE = '.next, h2:has(+ div > .next), #dates, .dates, #version + ul > li + li, [data-text]';

/** Runs in the page: every element with its attributes and every text in order, without what is live. */
export function contentOf(live) {
  const copy = document.getElementById('app').cloneNode(true);
  for (const part of copy.querySelectorAll(live)) part.replaceChildren();
  // The page's own script, which takes itself out when it runs.
  copy.querySelector('script')?.remove();
  for (const part of copy.querySelectorAll('[data-when]')) part.removeAttribute('hidden');
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const content = [`title: ${document.title}`];
  while (walker.nextNode()) {
    const { nodeName, attributes, data } = walker.currentNode;
    // HTML cannot hold a text that is still empty.
    if (data === '') continue;
    content.push(data ?? [nodeName, ...[...attributes].map(({ name, value }) => `${name}=${value}`).sort()].join(' '));
  }
  return content;
}
