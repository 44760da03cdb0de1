// From visits to tables: on the terminal, in docs/bench.md, and in the block of README.md.
import { nameOf } from './conditions.mjs';
import { DEFINITIONS, measuresOf } from './measures.mjs';

/**
 * What the visits to a page under a condition come to: one row for each measure.
 *
 * @param {{ condition: object, visits: object, glances: object, tours: object }} measured for each kind of visit, what those
 * to the app and those to the floor have given: `{ app: object[], floor: object[] }`; two at one place came one after the other
 */
export function rowsOf({ condition, ...kinds }) {
  return measuresOf(kinds).map(({ name, of, goal, appOnly, from = 'visits' }) => {
    const here = kinds[from].app.map(of);
    const there = appOnly ? undefined : kinds[from].floor.map(of);
    const ratio = there?.every((value) => value > 0) ? certain(here.map((value, index) => value / there[index])) : undefined;
    const row = { name, here: spread(here), there: there && spread(there), ratio };
    return { ...row, ...judge(goal, condition, row.here.median, ratio?.median) };
  });
}

/** With fewer values no two of them are so far from each other that the median surely lies between. */
const FEW = 6;

/**
 * The median of some values, and between which two of them the median of all there could be lies, with a probability of about
 * 95 %. Nothing is supposed about how they are spread: it is the interval of the sign test, by the normal approximation of the
 * binomial distribution.
 */
export function certain(values) {
  const { median } = spread(values);
  if (values.length < FEW) return { median };
  const sorted = ascending(values);
  const outside = Math.max(0, Math.floor((sorted.length - 1.96 * Math.sqrt(sorted.length)) / 2));
  return { median, between: [sorted[outside], sorted[sorted.length - 1 - outside]] };
}

/** The median, the least and the most of some values, and below and above which a quarter of them lies. */
export function spread(values) {
  const sorted = ascending(values);
  const middle = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  const quarter = Math.floor(sorted.length / 4);
  return { median, least: sorted[0], most: sorted.at(-1), quarters: [sorted[quarter], sorted[sorted.length - 1 - quarter]] };
}

const ascending = (values) => [...values].sort((a, b) => a - b);

/** The goal in words, and whether it is met; nothing where there is none. */
function judge(goal, { cpu }, value, ratio) {
  if (!goal || (goal.cpu ?? cpu) !== cpu) return {};
  if (goal.ratio) return { goal: `${goal.ratio}×`, met: ratio <= goal.ratio };
  return { goal: number(goal.most), met: value <= goal.most };
}

/** The goals that are missed, one line each. */
export function missed(results) {
  return results.flatMap(({ condition, path, rows }) =>
    rows
      .filter(({ met }) => met === false)
      .map(({ name, here, ratio, goal }) => {
        const found = goal.endsWith('×') ? ratioOf(ratio) : number(here.median);
        return `${path} at ${nameOf(condition)}: ${name}: ${found}, goal ${goal}`;
      }),
  );
}

/** The plain page does the same each time. Where one visit in four takes this much longer than another one in four, the computer
    was busy. */
const BUSY = 1.3;

/** A warning where the computer did other things meanwhile; else nothing. */
export function warning(results) {
  const floors = results.map(({ rows }) => rows.find(({ name }) => name.startsWith('call link')).there);
  const unrest = Math.max(...floors.map(({ quarters: [quick, slow] }) => slow / quick));
  if (unrest <= BUSY) return '';
  return `The computer was busy: the same plain page took ${times(unrest)} as long every fourth time. Measure again on a quiet one.`;
}

/** A page's table. It is Markdown and lines up as plain text too. */
export function table(rows) {
  const header = ['measure', 'app', 'plain page', 'ratio', 'goal', ''];
  const cells = rows.map(({ name, here, there, ratio, goal, met }) => [
    name, range(here), there ? range(there) : '', ratio === undefined ? '' : ratioOf(ratio), goal ?? '', verdict(met),
  ]);
  return grid(header, cells);
}

/** The whole report. */
export function report(results, { chromium, rounds, glances, tours }) {
  const parts = results.map(({ condition, path, rows }) => `## \`${path}\` at ${nameOf(condition)}\n\n${table(rows)}`);
  const failures = missed(results);
  return `# Benchmark

Written by \`cargo xtask bench\`: do not edit. Chromium ${chromium} as a Pixel 7, ${rounds} rounds; each cell is the median
and, in brackets, the least and the most. The plain page has the same words in the same order, and no script until it is
tapped (\`e2e/bench/floor.mjs\`); it is measured in turn with the app. A ratio is the median of those of one visit to the
next, the one to the app, the other to the plain page; in brackets, where more than five were compared, the range in which it
lies with a probability of 95 %. What the throttling leaves out stands in \`e2e/bench/conditions.mjs\`.

${[warning(results)].filter(Boolean).map((line) => `**${line}**\n\n`).join('')}${failures.length === 0 ? 'Every goal is met.' : `Goals missed:\n\n${failures.map((line) => `- ${line}`).join('\n')}`}

${parts.join('\n')}
## What is measured

A visit is a first one: a browser with nothing kept, on a connection that is open. It is over when the app has taken the
page over (the plain page: when it has loaded) and for one second nothing was asked for or answered. What is said of the paint
and the call link comes from visits of their own, ${glances} times as many, that end there; what is said of route changes, from
${tours} times as many.

${DEFINITIONS.map(({ name, means }) => `- **${name.replace(/, ms$/, '')}**: ${means}`).join('\n')}
`;
}

const IN_SUMMARY = [
  'call link can be tapped, ms', 'first contentful paint, ms', 'app has taken over, ms', 'search filters, ms',
  'total blocking time, ms', 'layout shift', 'bytes', 'requests',
];

/** The most important rows, with all pages and conditions side by side. */
export function summary(results) {
  const header = ['', ...results.map(({ condition, path }) => `\`${path}\` ${nameOf(condition)}`)];
  const cells = IN_SUMMARY.map((name) => [name, ...results.map(({ rows }) => short(rows.find((row) => row.name === name)))]);
  const slowest = results.map(({ rows }) => {
    const routes = rows.filter((row) => row.name.startsWith('route change'));
    return short(routes.reduce((a, b) => (b.here.median > (a?.here.median ?? 0) ? b : a), undefined));
  });
  return grid(header, [...cells, ['slowest route change, ms', ...slowest]]);
}

/** The text with what stands between `<!-- bench -->` and `<!-- /bench -->` replaced. */
export function replaceBlock(text, block) {
  const [before, rest] = text.split('<!-- bench -->\n');
  const after = rest?.split('<!-- /bench -->')[1];
  if (after === undefined) throw new Error('expected the lines <!-- bench --> and <!-- /bench -->');
  return `${before}<!-- bench -->\n${block}<!-- /bench -->${after}`;
}

function short(row) {
  if (!row) return '';
  const ratio = row.ratio === undefined ? '' : ` (${times(row.ratio.median)})`;
  return `${number(row.here.median)}${ratio}${row.met === false ? ` **over ${row.goal}**` : ''}`;
}

function grid(header, cells) {
  const width = header.map((_, column) => Math.max(3, ...[header, ...cells].map((row) => row[column].length)));
  // Words to the left, numbers to the right.
  const line = (row) => `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(width[at]) : cell.padStart(width[at]))).join(' | ')} |\n`;
  const rule = width.map((count, at) => '-'.repeat(count + (at === 0 ? 2 : 1)) + (at === 0 ? '' : ':'));
  return `${line(header)}|${rule.join('|')}|\n${cells.map(line).join('')}`;
}

function range({ median, least, most }) {
  const [middle, ...ends] = [median, least, most].map(number);
  return ends.every((end) => end === middle) ? middle : `${middle} (${ends.join('–')})`;
}

const number = (value) =>
  value < 1 ? String(Number(value.toFixed(3))) : Math.round(value).toLocaleString('en');
const ratioOf = ({ median, between }) => times(median) + (between ? ` (${between.map((end) => end.toFixed(2)).join('–')})` : '');
const times = (ratio) => `${ratio.toFixed(2)}×`;
const verdict = (met) => (met === undefined ? '' : met ? 'met' : 'MISSED');
