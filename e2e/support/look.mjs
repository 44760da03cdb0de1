// How a page looks, and what the settings on About show.

/** Runs in the page: how it looks. */
export const look = () => {
  const { fontSize, colorScheme, visibility, getPropertyValue } = getComputedStyle(document.documentElement);
  const colour = (name) => getPropertyValue.call(getComputedStyle(document.documentElement), name).trim();
  return { fontSize, colorScheme, visibility, ink: colour('--ink'), soft: colour('--soft') };
};

/** The values of the settings, in page order. */
export const chosen = (visitor) =>
  visitor.evaluate(() => [...document.querySelectorAll('[data-set]')].map((control) => (control.options ? control.value : control.checked)));
