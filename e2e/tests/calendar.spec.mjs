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

test('it adds to the calendar that a person has, and changes entries that are there', () => {
  // A calendar with a name of its own is opened by Outlook as a second one.
  expect(file).not.toMatch(/X-WR-|X-PRIMARY/);
  const values = (name) => [...new Set(file.split('\r\n').filter((line) => line.startsWith(`${name}:`)))];
  expect(values('UID')).toEqual([`UID:${site.meeting.id}`]);
  expect(values('SEQUENCE')).toEqual([`SEQUENCE:${site.meeting.revision}`]);
  // What 0.2.0 has put into calendars.
  expect(site.meeting.revision).toBeGreaterThan(328);
  expect(values('DTSTAMP')[0] > 'DTSTAMP:20261125T000000Z').toBe(true);
});

test('each meeting of ten years starts and ends when a clock in the club’s zone says so', () => {
  const { zone: timeZone, start, end } = site.meeting;
  const shown = (instant) => instant.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const meetings = comingInFile(file, portland('2026-11-23', '10:00'), 120);
  expect(meetings.map((meeting) => [shown(meeting.start), shown(meeting.end)])).toEqual(meetings.map(() => [start, end]));
});
