// Nothing on the page moves when the app takes it over. Of the three engines only Chromium measures that.
import { articlePages, innerPages, mainPages, settingPages } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

/** Runs in the page before any other script. */
function observe() {
  window.shifts = [];
  const keep = (list) => {
    for (const { value, sources } of list.getEntries ? list.getEntries() : list) {
      window.shifts.push([value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 80))]);
    }
  };
  const observer = new PerformanceObserver(keep);
  observer.observe({ type: 'layout-shift', buffered: true });
  window.allShifts = () => {
    keep(observer.takeRecords());
    return window.shifts;
  };
}

/** Runs in the page: once it has been drawn again, what has moved in it. */
async function moved() {
  for (let frames = 2; frames > 0; frames -= 1) await new Promise(requestAnimationFrame);
  return window.allShifts();
}

test('nothing moves on any kind of page', async ({ visitor, server }) => {
  server.inject(`(${observe})()`);
  for (const { path } of [...mainPages, ...innerPages, settingPages[0], articlePages[0]]) {
    await test.step(path, async () => {
      const letGo = server.hold(/\.wasm$/);
      await visitor.visit(server.url(path));
      // The page has been drawn without the app.
      expect(await visitor.evaluate(moved)).toEqual([]);
      letGo();
      await visitor.started();
      expect(await visitor.evaluate(moved)).toEqual([]);
    });
  }
});
