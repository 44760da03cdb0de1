// A page that stays open: what it says of the meetings follows the clock, without a touch and without coming back to it.
import { drivenClock, portland } from '../support/clock.mjs';
import { site, ui, words } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

const { meeting } = site;
const clock = (time) => {
  const [hour, minute] = time.split(':');
  return ui(hour < 12 ? 'time.am' : 'time.pm', { hour: hour % 12 || 12, minute });
};
const now = ui('meet.now', { end: clock(meeting.end) });
const days = (days) => ui('meet.in_days', { days });

/** One after another, each with what the page says then. */
const DAY = [
  ['2026-12-01', '10:00', days(2)],
  ['2026-12-01', '23:59', days(2)],
  ['2026-12-02', '00:00', ui('meet.tomorrow')],
  ['2026-12-02', '23:59', ui('meet.tomorrow')],
  ['2026-12-03', '00:00', ui('meet.today')],
  ['2026-12-03', '11:29', ui('meet.today')],
  ['2026-12-03', '11:30', now],
  ['2026-12-03', '12:59', now],
  ['2026-12-03', '13:00', days(35)],
  ['2026-12-04', '00:00', days(34)],
];

/** Lets time go on, minute by minute at the ends, as in a phone that is awake. */
async function pass(visitor, instant) {
  for (const then of [instant - 60_000, instant]) {
    await visitor.evaluate((then) => window.passTime(then), then);
  }
}

for (const [path, name] of [
  ['/meetings/', 'Meetings'],
  ['/', 'the first page'],
]) {
  for (const timeZone of ['America/Los_Angeles', 'Asia/Tokyo']) {
    test.describe(`on a phone in ${timeZone}`, () => {
      test.use({ timeZone });

      test(`${name} follows the clock while it stays open`, async ({ visitor, server }) => {
        const [day, time] = DAY[0];
        server.inject(drivenClock(portland(day, time)));
        await visitor.open(path);
        for (const [day, time, distance] of DAY) {
          await test.step(`${day} ${time}`, async () => {
            await pass(visitor, portland(day, time).getTime());
            await expect.poll(() => visitor.mainText()).toContain(distance);
          });
        }
      });
    });
  }
}

test('a timer that runs hours or weeks late in a phone that slept does no harm', async ({ visitor, server }) => {
  server.inject(drivenClock(portland('2026-12-01', '10:00')));
  await visitor.open('/meetings/');
  for (const [day, time, distance] of [
    ['2026-12-03', '12:47', now],
    ['2027-01-07', '09:17', ui('meet.today')],
    ['2027-03-03', '23:59', ui('meet.tomorrow')],
  ]) {
    const due = await visitor.evaluate((then) => window.passTime(then), portland(day, time).getTime());
    expect(due, 'timers of the app').toBe(1);
    await expect.poll(() => visitor.mainText(), { message: `${day} ${time}` }).toContain(distance);
  }
});

test('a meeting that is over leaves the list, and the next one takes its place', async ({ visitor, server }) => {
  const dates = () => visitor.evaluate(() => document.querySelectorAll('.dates li').length);
  const first = () => visitor.evaluate(() => document.querySelector('.dates li').innerText);
  server.inject(drivenClock(portland('2026-12-03', '12:58')));
  await visitor.open('/meetings/');
  const before = await first();
  await pass(visitor, portland('2026-12-03', '13:00').getTime());
  await expect.poll(first).not.toBe(before);
  expect(await first()).toContain(words.months[0]);
  expect(await dates()).toBeGreaterThan(10);
});

test('a minute in which nothing changes takes neither focus nor a node away', async ({ visitor, server }) => {
  server.inject(drivenClock(portland('2026-12-01', '10:00')));
  await visitor.open('/');
  await visitor.evaluate(() => {
    window.card = document.querySelector('a.next');
    window.card.focus();
  });
  for (const time of ['10:01', '11:30', '13:00', '23:59']) await pass(visitor, portland('2026-12-01', time).getTime());
  const kept = () => document.activeElement === window.card && document.contains(window.card);
  expect(await visitor.evaluate(kept)).toBe(true);
});
