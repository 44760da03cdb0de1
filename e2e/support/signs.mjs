// The list of signs: its search, which signs are to be seen, and how many the page says there are.
import { site, ui } from './site.mjs';

/** The name of the field on the page of all signs. */
export const SEARCH = ui('signs.search', { count: site.signs.length });

/** The texts of the signs that are to be seen, in the order of the alphabet. */
export const visibleSigns = (visitor) => visitor.evaluate(visible);
const visible = () =>
  [...document.querySelectorAll('.signs label')].filter((label) => label.checkVisibility()).map((label) => label.textContent).sort();

/** What the page says of how many are listed. */
export const count = (visitor) => visitor.evaluate(() => document.querySelector('.status [role=status]').textContent);

/** What it says of that many. */
export function listed(count) {
  if (count === 0) return ui('signs.none');
  return count === 1 ? ui('signs.shown_one') : ui('signs.shown', { count });
}
