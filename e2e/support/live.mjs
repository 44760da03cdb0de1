// What only a running app can know, and so the one thing in which a page of the build may differ from the app's.

/** The next meeting, the coming dates with the headings above them, and how old the content is. */
export const LIVE = '.next, h2:has(+ div > .next), #dates, .dates, #version + ul > li + li';

/** Runs in the page: every element with its attributes and every text in order, without what is live. */
export function contentOf(live) {
  const copy = document.getElementById('app').cloneNode(true);
  for (const part of copy.querySelectorAll(live)) part.replaceChildren();
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
