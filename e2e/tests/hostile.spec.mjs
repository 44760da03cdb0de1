// Addresses that nobody made by accident: each shows a page or says that there is none, and nothing runs.
import { mainPages } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

const heading = (path) => mainPages.find((page) => page.path === path).heading;
const home = heading('/');
const help = heading('/help/');
const learn = heading('/learn/');
const missing = heading('/nowhere/');

const ADDRESSES = [
  ['/%2e%2e/', home],
  ['/index.html', home],
  ['/help', help],
  ['/help/?x=<img src=x onerror=alert(1)>', help],
  ['/help/#%', help],
  ['/help/#%E0%A4%A', help],
  ['/help/#<img src=x onerror=alert(1)>', help],
  ['/help/#"]', help],
  ['/HELP/', help],
  ['//help//', help],
  ['/%68elp/', help],
  ['/help/%00/', missing],
  ['/signs/%3Cscript%3E/', missing],
  ['/signs/__proto__/', missing],
  ['/learn/constructor/', missing],
  ['/learn//', learn],
  // The host of these tests finds a page there, so that is what is shown.
  ['/learn/..%2Fhelp/', help],
  ['/learn/%F0%9F%98%80/', missing],
  ['/%E2%80%AE/', missing],
  [`/${'a/'.repeat(2000)}`, missing],
];

test('each shows a page or says that there is none', async ({ visitor }) => {
  for (const [path, heading] of ADDRESSES) {
    await test.step(path.slice(0, 60), async () => {
      // The same page with another fragment would not be loaded anew.
      await visitor.visit('about:blank');
      await visitor.open(path);
      await visitor.arrives(heading);
      expect(await visitor.evaluate(() => document.querySelectorAll('main img, main script').length)).toBe(0);
      expect(await visitor.faults()).toEqual([]);
    });
  }
});
