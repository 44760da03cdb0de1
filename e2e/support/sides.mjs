// What stands where on the screen, from one side to the other. These run in the page.

/** The texts that reach beyond the left or the right edge of the screen, once everything is opened. */
export function beyond() {
  for (const folded of document.querySelectorAll('details')) folded.open = true;
  const { clientWidth, scrollWidth } = document.documentElement;
  const out = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    // What only a screen reader has is cut off.
    if (text.parentElement.closest('.unseen')) continue;
    const range = document.createRange();
    range.selectNode(text);
    const isOut = ({ left, right }) => left < -0.5 || right > clientWidth + 0.5;
    if ([...range.getClientRects()].some(isOut)) out.push(text.data);
  }
  return out;
}

/** How far the first element of each selector is from the screen's left and right edge. */
export function edges(selectors) {
  return selectors.map((selector) => {
    const { left, right } = document.querySelector(selector).getBoundingClientRect();
    return { left: Math.round(left), right: Math.round(document.documentElement.clientWidth - right) };
  });
}

/** Where the arrow of a link points. It is a corner that two borders draw, and turned. */
export function arrow(selector) {
  const style = getComputedStyle(document.querySelector(selector), '::after');
  const { a, c } = new DOMMatrix(style.transform);
  const x = parseFloat(style.borderRightWidth) > 0 ? 1 : -1;
  const y = parseFloat(style.borderTopWidth) > 0 ? -1 : 1;
  return a * x + c * y < 0 ? 'left' : 'right';
}

/** Whether the arrow of a door stands in its left or its right half. */
export function arrowSide(selector) {
  const { left, right } = getComputedStyle(document.querySelector(selector), '::after');
  return parseFloat(left) < parseFloat(right) ? 'left' : 'right';
}

/** Every visible text in those elements that fits the pattern, and whether its letters stand from left to right. */
export function runs({ within, pattern }) {
  const found = [];
  for (const element of document.querySelectorAll(within)) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (!text.parentElement.checkVisibility()) continue;
      for (const { 0: run, index } of text.data.matchAll(new RegExp(pattern, 'g'))) {
        const letters = [...run].map((_, offset) => {
          const range = document.createRange();
          range.setStart(text, index + offset);
          range.setEnd(text, index + offset + 1);
          return range.getBoundingClientRect();
        });
        // A long one may go on in the next line.
        const follows = ({ left, top }, index) => index === 0 || top > letters[index - 1].top || left > letters[index - 1].left;
        found.push({ run, leftToRight: letters.every(follows) });
      }
    }
  }
  return found;
}
