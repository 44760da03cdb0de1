// What is measured, what it means, and what it may be at most.
import { readFileSync } from 'node:fs';

/** The byte budgets, which `cargo xtask build` and `test` check on the files themselves. */
const budgets = JSON.parse(readFileSync(new URL('../../budgets.json', import.meta.url), 'utf8'));

/**
 * Each measure: its name; `of`, which takes it out of a visit; `means`, its definition; `goal`, with `most` for the
 * value, `ratio` for the ratio to the floor, and `cpu` where it holds for one condition only; `appOnly`, where a plain
 * page has nothing like it; `from`, where it is taken of other visits, of which there are more: `glances`, the short ones, or
 * `tours`, on which routes are changed.
 */
const MEASURES = [
  {
    name: 'bytes',
    of: (visit) => visit.bytes,
    goal: { most: budgets.copy },
    means: 'the bodies of all answers until the visit is over, compressed, as the host sent them; headers are left out',
  },
  {
    name: 'of them WebAssembly',
    of: (visit) => visit.wasm,
    goal: { most: budgets.wasm },
    appOnly: true,
    means: 'the same of the files that end with `.wasm`',
  },
  {
    name: 'requests',
    of: (visit) => visit.requests,
    means: 'how often the host was asked, also by the browser itself, as for the icon',
  },
  {
    name: 'first contentful paint, ms',
    of: (visit) => visit.paint,
    from: 'glances',
    means: 'as the browser reports it (Paint Timing), from the start of the navigation',
  },
  {
    name: 'call link can be tapped, ms',
    of: (visit) => visit.call,
    goal: { ratio: 1.15 },
    from: 'glances',
    means:
      'from the start of the navigation until the first frame in which the point in the middle of `#bar-call` is on ' +
      'the screen and belongs to the link (`elementFromPoint`) is painted, and the main thread is free to handle a tap',
  },
  {
    name: 'app has taken over, ms',
    of: (visit) => visit.complete,
    appOnly: true,
    means: 'from the start of the navigation until the app sets the mark `app-interactive`',
  },
  {
    name: 'search filters, ms',
    of: (visit) => visit.search?.filtered,
    appOnly: true,
    means:
      'on a visit of its own: a word that few signs hold is put into the search as soon as its field can be seen; from ' +
      'the start of the navigation until the whole list is in the page and a frame with some of its signs, but not all, is painted',
  },
  {
    name: 'search filters after domInteractive, ms',
    of: (visit) => visit.search?.afterInteractive,
    goal: { most: 250 },
    appOnly: true,
    means: 'the same, from the moment on at which the browser has read the page (`domInteractive`)',
  },
  {
    name: 'blocking while someone types, ms',
    of: (visit) => visit.typing,
    appOnly: true,
    means:
      'on a visit of its own: that word is typed, a letter every 100 ms, as soon as the field can be seen; by how much tasks of ' +
      'the main thread were longer than 50 ms, from the start of the navigation until the visit is over',
  },
  {
    name: 'filtering, ms',
    of: (visit) => visit.filtering,
    goal: { most: 16, cpu: 4 },
    appOnly: true,
    means:
      'on a visit of its own, once it is over: the first word that is put into the search; from the event `input` until the ' +
      'app has found what fits and has listed it. What the browser then needs to draw it is left out',
  },
  {
    name: 'offline start, ms',
    of: (visit) => visit.offline,
    goal: { most: 1000 },
    appOnly: true,
    means:
      'on a visit of its own: once the copy is saved, the host is stopped and the page is opened again; from the start of ' +
      'that navigation until the first contentful paint',
  },
  {
    name: 'Exit, ms',
    of: (visit) => visit.exit,
    goal: { most: 100, cpu: 6 },
    appOnly: true,
    means:
      'on a visit of its own, told that there is no network, so that the blank page stays: Exit is tapped; from the tap, as ' +
      'the event tells its time, until a frame of the empty page is painted',
  },
  {
    name: 'long tasks',
    of: (visit) => visit.tasks,
    means: 'tasks of more than 50 ms on the main thread (Long Tasks API) until the visit is over',
  },
  {
    name: 'total blocking time, ms',
    of: (visit) => visit.blocking,
    goal: { most: 50, cpu: 4 },
    means: 'by how much those tasks were longer than 50 ms, from the first contentful paint on',
  },
  {
    name: 'layout shift',
    of: (visit) => visit.shift,
    means: 'the sum of all layout shifts without recent input (Layout Instability API) until the visit is over',
  },
];

/** The name of the measure of a route. */
const routeTo = (path) => `route change to ${path}, ms`;

const ROUTE_CHANGE =
  'on visits of their own, once they are over, each link of the navigation is tapped in turn: from the tap, as the event tells ' +
  'its time, until a frame with the other page’s heading is painted and the main thread is free. The plain page is given a ' +
  'script that writes the words of the link into its heading, and does nothing else';

/** The measures of what was seen of a page: all of the above that there were, and one for each route that was changed to. */
export function measuresOf({ visits, tours }) {
  const routes = (tours.app[0] ?? []).map(({ to }, index) => ({
    name: routeTo(to),
    of: (tour) => tour[index].time,
    goal: { most: 50, cpu: 4 },
    from: 'tours',
  }));
  return [...MEASURES, ...routes].filter(({ of, from }) => from || of(visits.app[0]) !== undefined);
}

export const DEFINITIONS = [...MEASURES, { name: 'route change, ms', means: ROUTE_CHANGE }];
