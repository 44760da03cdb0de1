// The calendar file, read by a library that knows nothing of this app. No browser is needed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { comingInFile } from '../support/calendar.mjs';
import { portland } from '../support/clock.mjs';
import { DIST, DIST_SUB, site, ui } from '../support/site.mjs';

const file = readFileSync(path.join(DIST, 'meetings.ics'), 'utf8');

test('it follows the form of RFC 5545', () => {
  expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(file).toMatch(/\r\nEND:VCALENDAR\r\n$/);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test('its entries name the club and nothing else', () => {
  expect(file).toContain(`SUMMARY:${ui('meet.summary')}`);
  expect(file).not.toMatch(/traffick|hotline|victim|abuse|porchlight\.(?!org)/i);
});

test('its time zone knows summer and winter, and both builds carry the same file', () => {
  const [first] = comingInFile(file, portland('2026-11-23', '10:00'), 1);
  expect(first.start).toEqual(portland('2026-12-03', site.meeting.start));
  expect(first.end).toEqual(portland('2026-12-03', site.meeting.end));
  const july = comingInFile(file, new Date('2027-06-15T00:00:00-07:00'), 1)[0];
  expect(july.start).toEqual(new Date(`2027-07-01T${site.meeting.start}:00-07:00`));
  expect(readFileSync(path.join(DIST_SUB, 'meetings.ics'), 'utf8')).toBe(file);
});
