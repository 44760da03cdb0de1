// What runs in the measured page, before anything of the page itself, and the same in the app and in its floor.

/**
 * Puts `window.bench` into the page. It is sent to the browser as text, so it uses nothing from outside itself.
 *
 * @param {{ app: boolean }} given whether the page starts an app; the floor is complete when it has loaded
 */
export function probe({ app }) {
  const PATIENCE = 90_000;
  const tasks = [];
  let shift = 0;
  const observe = (type, read) =>
    new PerformanceObserver((list) => list.getEntries().forEach(read)).observe({ type, buffered: true });
  observe('longtask', ({ startTime, duration }) => tasks.push({ start: startTime, duration }));
  observe('layout-shift', ({ value, hadRecentInput }) => (shift += hadRecentInput ? 0 : value));

  /** A promise that is broken when what it waits for does not come. */
  const patient = (what, work) =>
    new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`waited in vain for ${what}`)), PATIENCE);
      work(resolve);
    });

  /**
   * When a frame with what `test` looks for was painted and the main thread was free again, in ms since the navigation
   * started. A message that is sent from a frame's callback is handled after that frame's style, layout and paint, and
   * after whatever else was in the way: just as a tap would be.
   */
  const painted = (what, test) =>
    patient(what, (resolve) => {
      const look = () => {
        if (!test()) return requestAnimationFrame(look);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    });

  /** How long after the next click a frame with what `test` looks for was painted, in ms. */
  const afterClick = (what, test) =>
    new Promise((resolve, reject) => {
      const clicked = ({ timeStamp }) => painted(what, test).then((end) => resolve(end - timeStamp), reject);
      addEventListener('click', clicked, { capture: true, once: true });
    });

  /** Whether a finger at the middle of the element would meet it. */
  const canBeTapped = (element) => {
    if (!element) return false;
    const { left, top, width, height } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit !== null && element.contains(hit);
  };
  const heading = () => document.querySelector('h1')?.textContent;
  const boxes = () => document.querySelectorAll('main input[type=checkbox]');

  const paint = patient('the first contentful paint', (resolve) => {
    observe('paint', ({ name, startTime }) => name === 'first-contentful-paint' && resolve(startTime));
  });
  const call = painted('the call link', () => canBeTapped(document.getElementById('bar-call')));
  const complete = patient(app ? 'the mark app-interactive' : 'the page', (resolve) => {
    if (app) observe('mark', ({ name, startTime }) => name === 'app-interactive' && resolve(startTime));
    else addEventListener('load', () => resolve(performance.now()));
  });

  window.bench = {
    /** When the app has taken the page over, or the floor has loaded. */
    complete,
    /** When there was something to see, and when the call link could be tapped. */
    glance: async () => ({ paint: await paint, call: await call }),
    /** What has happened until the page was complete. */
    results: async () => ({ paint: await paint, complete: await complete, tasks, shift }),
    /** Waits until the field for the search can be seen. */
    field: () => painted('the search field', () => document.querySelector('input[type=search]')?.checkVisibility()),
    /** When all signs are in the page and some of them are shown, but not all; and how long after the page was read. */
    async filtered(all) {
      const filtered = await painted('the search to filter', () => {
        const shown = [...boxes()].filter((box) => box.checkVisibility()).length;
        return boxes().length >= all && shown > 0 && shown < all;
      });
      const [{ domInteractive }] = performance.getEntriesByType('navigation');
      return { filtered, afterInteractive: filtered - domInteractive };
    },
    /** How long the app works on the next change of the search, in ms. What it does goes on until the event is over. */
    filtering: () =>
      new Promise((resolve) => {
        const listen = (work, capture) => addEventListener('input', work, { capture, once: true });
        listen(() => {
          const begun = performance.now();
          listen(() => resolve(performance.now() - begun), false);
        }, true);
      }),
    /** How long the next click takes to bring another heading to the screen, in ms. */
    routeChange() {
      const before = heading();
      return afterClick('another heading', () => heading() !== before && heading() !== undefined);
    },
    /** How long the next click takes until nothing is on the screen, in ms. */
    exit: () => afterClick('a blank page', () => document.body.childNodes.length === 0),
    /** Measures a click that nobody else hears: the browser compiles what is called for the first time, here too. */
    async warmUp() {
      const answered = afterClick('a frame', () => heading() !== undefined);
      dispatchEvent(new Event('click'));
      await answered;
    },
    /** Waits until the browser has nothing better to do. */
    idle: () => new Promise((resolve) => requestIdleCallback(resolve)),
  };
}
