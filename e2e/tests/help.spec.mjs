// The help page: who comes first, who is named for what they are, and which numbers are never shown.
import { channel } from '../support/bar.mjs';
import { emergency, site, ui, words } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

const MARKS = { police: ui('who.police'), immigration: ui('who.immigration') };
const isNumber = ({ kind }) => ['call', 'text', 'tty', 'relay'].includes(kind);
const numbers = site.lines.flatMap(({ channels }) => channels).filter(isNumber);
const digits = (text) => text.replaceAll(/\D/g, '');

test('police and immigration lines come after all others, and say what they are', async ({ visitor }) => {
  await visitor.open('/help/');
  const shown = await visitor.evaluate(() =>
    [...document.querySelectorAll('.line :is(h3, h4)')].map((heading) => heading.textContent.trim()),
  );
  const place = (line) => shown.findIndex((text) => text.startsWith(words.lines[line.id].name));
  const others = site.lines.filter(({ who, id }) => !MARKS[who] && id !== site.hotline);
  const enforcement = site.lines.filter(({ who, id }) => MARKS[who] && id !== site.emergency);
  for (const line of [...others, ...enforcement, emergency]) expect(place(line), line.id).toBeGreaterThanOrEqual(0);
  expect(Math.min(...enforcement.map(place))).toBeGreaterThan(Math.max(...others.map(place)));
  for (const line of [...enforcement, emergency]) {
    expect(shown[place(line)]).toBe(`${words.lines[line.id].name} ${MARKS[line.who]}`);
  }
});

test('a number that was not read in a source is neither shown nor linked', async ({ visitor }) => {
  const seen = new Set(numbers.filter(({ state }) => state === 'seen').map(({ value }) => value));
  const unsure = numbers.filter(({ value }) => !seen.has(value));
  expect(unsure.length).toBeGreaterThan(0);
  for (const path of ['/', '/help/', '/help/ready/', '/signs/', '/signs/me/', '/signs/saw/', '/about/']) {
    await visitor.open(path);
    const text = digits(await visitor.text());
    const hrefs = await visitor.evaluate(() => [...document.links].map((link) => link.getAttribute('href')));
    for (const { value } of unsure) {
      // Of a short code, only a link can be told from other digits.
      if (value.length > 5) expect(text, value).not.toContain(value.slice(-10));
      expect(hrefs.filter((href) => href.endsWith(`:${value}`))).toEqual([]);
    }
    for (const href of hrefs.filter((href) => /^(tel|sms):/.test(href))) {
      expect(seen, href).toContain(href.slice(4));
    }
  }
});

test('every number that was read in a source can be reached with one tap', async ({ visitor }) => {
  await visitor.open('/help/');
  const hrefs = await visitor.evaluate(() => [...document.links].map((link) => link.getAttribute('href')));
  for (const { kind, value, state } of numbers) {
    if (state === 'seen') expect(hrefs).toContain(`${kind === 'text' ? 'sms' : 'tel'}:${value}`);
  }
});

test('a number can be copied where it cannot be dialed', async ({ visitor }) => {
  await visitor.open('/help/');
  const hotline = site.lines.find(({ id }) => id === site.hotline);
  await visitor.sees('button', ui('line.copy_label', { text: channel(hotline, 'call').shown }));
  await visitor.sees('button', ui('line.copy_label', { text: channel(hotline, 'text').value }));
});
