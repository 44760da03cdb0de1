// The benchmark's arithmetic. How fast anything is belongs in the benchmark itself and never here.
import { replaceBlock, rowsOf, spread } from '../bench/report.mjs';
import { blockingTime } from '../bench/visit.mjs';
import { expect, test } from '@playwright/test';

test('the median of an even number of values is between the two in the middle', () => {
  expect(spread([9, 1, 5])).toEqual({ median: 5, least: 1, most: 9 });
  expect(spread([10, 2, 4, 8])).toEqual({ median: 6, least: 2, most: 10 });
});

test('a task blocks for what it is longer than 50 ms, and only after the first paint', () => {
  expect(blockingTime([{ start: 200, duration: 80 }, { start: 400, duration: 50 }], 100)).toBe(30);
  // Of the first task 70 ms are after the paint; the second is over by then.
  expect(blockingTime([{ start: 50, duration: 120 }, { start: 0, duration: 90 }], 100)).toBe(20);
});

test('a goal is a ratio to the floor, or a value that holds for one condition', () => {
  const visit = (call, blocking) => ({ call, blocking, routes: [] });
  const rows = (cpu) =>
    Object.fromEntries(
      rowsOf({ condition: { cpu }, app: [visit(230, 51)], floor: [visit(200, 0)] }).map((row) => [row.name, row]),
    );
  expect(rows(4)['call link can be tapped, ms']).toMatchObject({ ratio: 1.15, met: true });
  expect(rows(4)['total blocking time, ms']).toMatchObject({ ratio: undefined, met: false });
  expect(rows(6)['total blocking time, ms'].met).toBeUndefined();
});

test('only the block between the marks is replaced', () => {
  const text = 'before\n<!-- bench -->\nold\n<!-- /bench -->\nafter\n';
  expect(replaceBlock(text, 'new\n')).toBe('before\n<!-- bench -->\nnew\n<!-- /bench -->\nafter\n');
  expect(() => replaceBlock('no marks', 'new\n')).toThrow('<!-- bench -->');
});
