// Faults 3, 22 and 23: the phone lacks something, or is wrong about something. (1, 2 and 24 are in static.spec.mjs,
// before.spec.mjs and old.spec.mjs.)
import { portland, stoppedClock } from '../support/clock.mjs';
import { pages, site, ui, words } from '../support/site.mjs';
import { expectRule } from '../support/rule.mjs';
import { expect, test } from '../support/test.mjs';

/** Runs in every page: everything by which a page could keep something throws, or is not there. */
function keepsNothing() {
  const refuse = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
    Object.defineProperty(window, name, { get: refuse });
  }
  Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse });
}

test.describe('22: storage throws and cookies are blocked', () => {
  test.afterEach(async ({ visitor, server }) => {
    // Here it can be looked at what is kept.
    await visitor.visit(server.url('/robots.txt'));
  });

  test('everything works, and nothing is thrown', async ({ visitor, server }) => {
    server.inject(`(${keepsNothing})()`);
    await visitor.open('/signs/');
    await visitor.click('checkbox', words.signs[site.signs[0].id]);
    await visitor.sees('heading', ui('signs.ticked_one'));
    await visitor.click('link', ui('nav.meetings'));
    await visitor.sees('heading', ui('meet.next'));
    await expectRule(visitor);
    expect(await visitor.faults()).toEqual([]);
  });
});

for (const [name, day] of [
  ['ten years ahead', '2036-11-23'],
  ['ten years behind', '2016-11-23'],
]) {
  test(`23: the clock is ${name}: every kind of page opens`, async ({ visitor, server }) => {
    server.inject(stoppedClock(portland(day, '10:00')));
    for (const path of ['/', '/help/', '/signs/', '/meetings/', '/learn/', '/about/']) {
      await visitor.open(path);
      await visitor.arrives(pages.find((page) => page.path === path).heading);
      await expectRule(visitor);
    }
  });
}
