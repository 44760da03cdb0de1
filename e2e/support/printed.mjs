// A page as it is printed. Only Chromium can be told to; here the page's own styles are, so it is so in every engine.

/** Runs in the page: what its styles say of paper counts, and what they say of screens does not. */
export function asPrinted() {
  const change = ({ cssRules }) => {
    for (const rule of cssRules ?? []) {
      if (rule.media) rule.media.mediaText = rule.media.mediaText.replace('screen', 'speech').replace('print', 'all');
      change(rule);
    }
  };
  for (const sheet of document.styleSheets) change(sheet);
}

/**
 * Runs in the page: every visible text with its contrast, on white and on the ground that the page gives it. Browsers print
 * grounds or not, as the person has it. A dark ground would fail with dark text, and light text on white.
 */
export function contrasts() {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = ([red, green, blue]) => {
    const linear = (part) => (part <= 0.04045 * 255 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };
  const between = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const WHITE = [255, 255, 255, 255];
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] > 0) return colour;
    }
    return WHITE;
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.data.trim();
    if (!text || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const ink = rgba(getComputedStyle(element).color);
    const lowest = Math.min(between(ink, WHITE), between(ink, ground(element)));
    found.push({ text: text.slice(0, 40), contrast: Math.round(lowest * 100) / 100, ground: luminance(ground(element)) });
  }
  return found;
}

/** Runs in the page: what stays where it is while the page goes by. On paper it would stand on each sheet. */
export const standing = () =>
  [...document.querySelectorAll('body *')]
    .filter((element) => element.checkVisibility())
    .flatMap((element) => [null, '::before', '::after'].map((part) => getComputedStyle(element, part)))
    .filter(({ position, content }) => /fixed|sticky/.test(position) && content !== 'none').length;
