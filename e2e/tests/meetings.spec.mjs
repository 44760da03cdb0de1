// Meetings, at chosen moments and on phones in other parts of the world.
import { comingInFile } from '../support/calendar.mjs';
import { portland, stoppedClock } from '../support/clock.mjs';
import { site, ui, words } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

const { meeting } = site;
const today = portland('2026-11-23', '10:00');

/** A day as the page writes it; without a weekday where it is only mentioned. */
function written(day, form = 'date.long') {
  const date = new Date(`${day}T00:00:00Z`);
  return ui(form, {
    weekday: words.weekdays[(date.getUTCDay() + 6) % 7],
    month: words.months[date.getUTCMonth()],
    day: date.getUTCDate(),
    year: date.getUTCFullYear(),
  });
}

function clock(time) {
  const [hour, minute] = time.split(':');
  return ui(hour < 12 ? 'time.am' : 'time.pm', { hour: hour % 12 || 12, minute });
}
const times = (start, end) => ui('meet.times', { start: clock(start), end: clock(end) });

async function open(visitor, server, instant) {
  server.inject(stoppedClock(instant));
  await visitor.open('/meetings/');
}

/** What the page says about the next meeting. */
const next = (visitor) =>
  visitor.evaluate(
    (heading) => [...document.querySelectorAll('h2')].find((h2) => h2.textContent === heading).closest('section').innerText,
    ui('meet.next'),
  );

/** The dates of the coming year, each with what is different about it. */
const listed = (visitor) =>
  visitor.evaluate(() =>
    [...document.querySelector('#dates').parentElement.querySelectorAll('li')].map((item) =>
      [...item.children].map((part) => part.textContent),
    ),
  );

const MOMENTS = [
  ['2026-11-23', '10:00', '2026-12-03', ui('meet.in_days', { days: 10 })],
  ['2026-12-02', '23:59', '2026-12-03', ui('meet.tomorrow')],
  ['2026-12-03', '00:00', '2026-12-03', ui('meet.today')],
  ['2026-12-03', '11:29', '2026-12-03', ui('meet.today')],
  ['2026-12-03', '11:30', '2026-12-03', ui('meet.now', { end: clock(meeting.end) })],
  ['2026-12-03', '12:00', '2026-12-03', ui('meet.now', { end: clock(meeting.end) })],
  ['2026-12-03', '12:59', '2026-12-03', ui('meet.now', { end: clock(meeting.end) })],
  ['2026-12-03', '13:00', '2027-01-07', ui('meet.in_days', { days: 35 })],
  ['2026-12-31', '23:59', '2027-01-07', ui('meet.in_days', { days: 7 })],
  ['2027-01-01', '00:00', '2027-01-07', ui('meet.in_days', { days: 6 })],
];

for (const timeZone of ['America/Los_Angeles', 'America/New_York', 'Asia/Tokyo']) {
  test.describe(`on a phone in ${timeZone}`, () => {
    test.use({ timeZone });

    test('the next meeting is the one that a clock in Portland points to', async ({ visitor, server }) => {
      const [day, time] = MOMENTS[0];
      await open(visitor, server, portland(day, time));
      const zone = await visitor.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
      expect(zone, 'the phone is where the test says').toBe(timeZone);
      for (const [day, time, date, distance] of MOMENTS) {
        await test.step(`${day} ${time}`, async () => {
          // A phone that is taken up again shows the page that was left open.
          await visitor.evaluate((instant) => {
            window.setClock(instant);
            document.dispatchEvent(new Event('visibilitychange'));
          }, portland(day, time).getTime());
          await expect.poll(() => next(visitor)).toContain(written(date));
          const text = await next(visitor);
          expect(text).toContain(times(meeting.start, meeting.end));
          expect(text).toContain(distance);
          expect(await visitor.mainText()).toContain(ui('meet.zone'));
          expect((await listed(visitor))[0][0]).toBe(written(date));
        });
      }
    });
  });
}

test('the first page names the next meeting too', async ({ visitor, server }) => {
  server.inject(stoppedClock(today));
  await visitor.open('/');
  expect(await visitor.mainText()).toContain(written('2026-12-03'));
  expect(await visitor.mainText()).toContain(times(meeting.start, meeting.end));
});

test('a cancelled meeting is named, and the next one is another', async ({ visitor, server }) => {
  server.edit('site.json', (site) => void (site.meeting.exceptions = [{ date: '2026-12-03', cancelled: true }]));
  await open(visitor, server, today);
  expect(await next(visitor)).toContain(written('2027-01-07'));
  const dates = await listed(visitor);
  expect(dates[0]).toEqual([written('2026-12-03'), ui('meet.cancelled')]);
  expect(dates[1][0]).toBe(written('2027-01-07'));
});

test('a zone that is edited in place is the club’s from then on', async ({ visitor, server }) => {
  server.edit('site.json', (site) => void (site.meeting.zone = 'Asia/Tokyo'));
  // In Tokyo it is 13:00 of the next day, and the meeting is over.
  await open(visitor, server, portland('2026-12-02', '20:00'));
  expect(await next(visitor)).toContain(written('2027-01-07'));
});

for (const [year, instant, meets] of [
  ['before it was built', '2019-07-04T12:00:00-07:00', ui('meet.none')],
  ['ten years later', '2036-07-03T12:00:00-07:00', ui('meet.now', { end: clock(meeting.end) })],
  ['when the page knows no more of the zone', '2045-07-06T12:00:00-07:00', ui('meet.now', { end: clock(meeting.end) })],
]) {
  test(`a page that is read ${year} still knows the time in Portland`, async ({ visitor, server }) => {
    await open(visitor, server, new Date(instant));
    expect(await visitor.mainText()).toContain(meets);
  });
}

test('a rule for the fifth weekday promises no meeting in every month', async ({ visitor, server }) => {
  server.edit('site.json', (site) => void (site.meeting.repeat.week = 5));
  await open(visitor, server, today);
  const values = { ordinal: words.ordinals[4], weekday: words.weekdays[3], start: clock(meeting.start), end: clock(meeting.end) };
  const text = await visitor.mainText();
  expect(text).not.toContain(ui('meet.rule', values));
  expect(text).toContain(ui('meet.rule_some', values));
  expect(await visitor.count('heading', ui('meet.title_some', values))).toBe(1);
  expect((await listed(visitor)).map(([date]) => date)).toEqual(['2026-12-31', '2027-04-29', '2027-07-29', '2027-09-30'].map((day) => written(day)));
});

test('exceptions that are over do not keep a new rule from being shown', async ({ visitor, server }) => {
  server.edit('site.json', (site) => {
    site.meeting.repeat = { weekday: 'tuesday', week: 2 };
    site.meeting.exceptions = [
      { date: '2026-10-01', cancelled: true },
      { date: '2026-09-03', to: '2026-09-08', place: 'gone' },
      { date: '2026-12-08', cancelled: true },
    ];
  });
  await open(visitor, server, today);
  expect((await listed(visitor))[0]).toEqual([written('2026-12-08'), ui('meet.cancelled')]);
  expect(await next(visitor)).toContain(written('2027-01-12'));
});

test('a moved meeting at another time and place says all of it', async ({ visitor, server }) => {
  const library = { id: 'library', name: 'Central Library', address: '801 SW 10th Avenue, Portland, Oregon' };
  server.edit('site.json', (site) => {
    site.places.push(library);
    site.meeting.exceptions = [
      { date: '2026-12-03', to: '2026-12-10', start: '12:00', end: '13:30', place: library.id },
    ];
  });
  await open(visitor, server, today);
  const place = ui('meet.other', { place: `${library.name}, ${library.address}` });
  const moved = ui('meet.moved', { date: written('2026-12-03', 'date.medium') });
  const text = await next(visitor);
  for (const part of [written('2026-12-10'), times('12:00', '13:30'), place, moved]) expect(text).toContain(part);
  const [date, changes] = (await listed(visitor))[0];
  expect(date).toBe(written('2026-12-10'));
  for (const part of [times('12:00', '13:30'), place, moved]) expect(changes).toContain(part);
});

test('what the club has not confirmed is said, with the way to ask', async ({ visitor, server }) => {
  await open(visitor, server, today);
  const text = await visitor.mainText();
  for (const part of meeting.unconfirmed) expect(text).toContain(ui(`meet.unconfirmed_${part}`));
  expect(text).toContain(ui('meet.reason'));
  const hrefs = (name) => visitor.evaluate((name) => [...document.links].filter((a) => a.textContent === name).map((a) => a.href), name);
  expect(await hrefs(ui('meet.confirm'))).toEqual([meeting.confirm]);
});

test('once the club has confirmed it, nothing is said', async ({ visitor, server }) => {
  server.edit('site.json', (site) => void (site.meeting.unconfirmed = []));
  await open(visitor, server, today);
  expect(await visitor.mainText()).not.toContain(ui('meet.reason'));
  expect(await visitor.count('link', ui('meet.confirm'))).toBe(0);
});

test('the address can be copied, and maps open it over https', async ({ visitor, server }) => {
  await open(visitor, server, today);
  const place = site.places.find(({ id }) => id === meeting.place);
  for (const name of ['meet.apple_maps', 'meet.google_maps']) {
    const href = await visitor.evaluate((name) => [...document.links].find((a) => a.textContent === name).href, ui(name));
    expect(href).toMatch(/^https:/);
    expect(decodeURIComponent(href)).toContain(place.address);
  }
  await visitor.click('button', ui('meet.copy_address'));
  // Not every engine lets a test copy; either way the page says how it went.
  const outcomes = [ui('line.copied'), ui('line.copy_failed')];
  await expect
    .poll(async () => {
      const text = await visitor.mainText();
      return outcomes.filter((outcome) => text.includes(outcome)).length;
    })
    .toBe(1);
});

test('the calendar file holds the dates that the page shows', async ({ visitor, server }) => {
  await open(visitor, server, today);
  const link = await visitor.evaluate((name) => {
    const { href, download } = [...document.links].find((a) => a.textContent === name);
    return { href, download };
  }, ui('meet.calendar'));
  expect(link).toEqual({ href: server.url('/meetings.ics'), download: 'meetings.ics' });
  const from = written(meeting.from, 'date.medium');
  expect(await visitor.mainText()).toContain(ui('meet.calendar_about', { date: from }));
  const answer = await fetch(link.href);
  expect(answer.headers.get('content-type')).toContain('text/calendar');

  const file = await answer.text();
  // Each meeting from that day on, past ones too: the first one comes within a month of it.
  const first = new Date(`${meeting.from}T12:00:00Z`);
  expect(comingInFile(file, new Date(0), 1)[0].start - first).toBeLessThan(31 * 24 * 3600_000);

  const shown = (await listed(visitor)).map(([date]) => date);
  expect(shown).toHaveLength(12);
  const inFile = comingInFile(file, today, 12).map(({ start }) =>
    written(start.toLocaleDateString('sv-SE', { timeZone: meeting.zone })),
  );
  expect(shown).toEqual(inFile);
});
