// The benchmark's arithmetic. How fast anything is belongs in the benchmark itself and never here.
import { certain, replaceBlock, rowsOf, spread } from '../bench/report.mjs';
import { blockingTime } from '../bench/visit.mjs';
import { expect, test } from '@playwright/test';

test('the median of an even number of values is between the two in the middle', () => {
  expect(spread([9, 1, 5])).toMatchObject({ median: 5, least: 1, most: 9 });
  expect(spread([10, 2, 4, 8])).toMatchObject({ median: 6, least: 2, most: 10, quarters: [4, 8] });
});

test('a task blocks for what it is longer than 50 ms, and only after the first paint', () => {
  expect(blockingTime([{ start: 200, duration: 80 }, { start: 400, duration: 50 }], 100)).toBe(30);
  // Of the first task 70 ms are after the paint; the second is over by then.
  expect(blockingTime([{ start: 50, duration: 120 }, { start: 0, duration: 90 }], 100)).toBe(20);
});

test('what a median surely lies between comes nearer the more values there are', () => {
  const upTo = (most) => Array.from({ length: most }, (_, index) => index + 1);
  expect(certain(upTo(5))).toEqual({ median: 3 });
  // From 6 values on all of them, with 97 %; of 25 from the eighth on, with 96 % (tables of the sign test).
  expect(certain(upTo(6))).toEqual({ median: 3.5, between: [1, 6] });
  expect(certain(upTo(25).reverse())).toEqual({ median: 13, between: [8, 18] });
});

test('a ratio is that of visits that came one after the other: what slows both down does not count', () => {
  const visit = (call) => ({ call });
  const glances = { app: [110, 330, 220].map(visit), floor: [100, 300, 200].map(visit) };
  const visits = { app: [visit(0)], floor: [visit(0)] };
  const rows = rowsOf({ condition: { cpu: 4 }, visits, glances, tours: { app: [], floor: [] } });
  expect(rows.find(({ name }) => name.startsWith('call link')).ratio.median).toBeCloseTo(1.1);
});

test('a goal is a ratio to the floor, or a value that holds for one condition', () => {
  const visits = { app: [{ call: 230, blocking: 51 }], floor: [{ call: 200, blocking: 0 }] };
  const tours = { app: [[{ to: '/help/', time: 51 }]], floor: [[{ to: '/help/', time: 30 }]] };
  const rows = (cpu) =>
    Object.fromEntries(
      rowsOf({ condition: { cpu }, visits, glances: visits, tours }).map((row) => [row.name, row]),
    );
  expect(rows(4)['call link can be tapped, ms']).toMatchObject({ ratio: { median: 1.15 }, met: true });
  expect(rows(4)['total blocking time, ms']).toMatchObject({ ratio: undefined, met: false });
  expect(rows(6)['total blocking time, ms'].met).toBeUndefined();
  expect(rows(4)['route change to /help/, ms']).toMatchObject({ ratio: { median: 1.7 }, met: false });
});

test('only the block between the marks is replaced', () => {
  const text = 'before\n<!-- bench -->\nold\n<!-- /bench -->\nafter\n';
  expect(replaceBlock(text, 'new\n')).toBe('before\n<!-- bench -->\nnew\n<!-- /bench -->\nafter\n');
  expect(() => replaceBlock('no marks', 'new\n')).toThrow('<!-- bench -->');
});
