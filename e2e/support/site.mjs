// The builds under test and the content in them. Tests take names, numbers and addresses from here.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const build = (given, usual) => path.resolve(folder, given ?? usual);

/** The site built for the root of a host. */
export const DIST = build(process.env.PORCHLIGHT_DIST, '../dist');
/** The site built for a folder of a host, and that folder. */
export const DIST_SUB = build(process.env.PORCHLIGHT_DIST_SUB, '../target/dist-sub');
export const SUB_PATH = '/club/porch/';

const read = (file) => JSON.parse(readFileSync(path.join(DIST, 'content', file), 'utf8'));
export const site = read('site.json');
export const words = read('en.json');

/** A text of the interface with its placeholders filled. */
export function ui(key, values = {}) {
  const text = words.ui[key];
  if (text === undefined) throw new Error(`en.json has no ui "${key}"`);
  return text.replaceAll(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** The title of a page's tab. */
export const tab = (page) => ui('tab', { page });

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const { week, weekday } = site.meeting.repeat;
const meetingTitle = ui(week === 5 ? 'meet.title_some' : 'meet.title', {
  ordinal: words.ordinals.at(week > 0 ? week - 1 : week),
  weekday: words.weekdays[DAYS.indexOf(weekday)],
});

/** The pages that have an entry in the navigation, or are the first page, and the unknown one. */
export const mainPages = [
  { path: '/', heading: ui('home.title'), title: ui('brand') },
  { path: '/help/', heading: ui('help.title'), title: tab(ui('nav.help')), nav: 'nav.help' },
  { path: '/signs/', heading: ui('doors.title'), title: tab(ui('nav.signs')), nav: 'nav.signs' },
  { path: '/meetings/', heading: capital(meetingTitle), title: tab(ui('nav.meetings')), nav: 'nav.meetings' },
  { path: '/learn/', heading: ui('learn.title'), title: tab(ui('nav.learn')), nav: 'nav.learn' },
  { path: '/about/', heading: ui('about.title'), title: tab(ui('nav.about')), nav: 'nav.about' },
  { path: '/nowhere/', heading: ui('missing.title'), title: tab(ui('missing.title')) },
];

/** The pages behind those of the navigation. */
export const innerPages = [
  { path: '/help/ready/', heading: ui('ready.title'), title: tab(ui('ready.tab')), nav: 'nav.help' },
  ...['me', 'saw'].map((id) => {
    const { title, tab: name } = words.flows[id];
    return { path: `/signs/${id}/`, heading: title, title: tab(name), nav: 'nav.signs' };
  }),
  { path: '/signs/all/', heading: ui('signs.title'), title: tab(ui('signs.tab')), nav: 'nav.signs' },
  { path: '/about/phone/', heading: ui('phone.title'), title: tab(ui('phone.tab')), nav: 'nav.about' },
];

export const settingPages = site.settings.map((id) => {
  const { name, title } = words.settings[id];
  return { path: `/signs/${id}/`, heading: title, title: tab(name), nav: 'nav.signs' };
});

export const articlePages = site.articles.map(({ id }) => {
  const article = words.articles[id];
  return { path: `/learn/${id}/`, heading: article.title, title: tab(article.tab), nav: 'nav.learn' };
});

/** Every address of the contract, and one that is none. */
export const pages = [...mainPages, ...innerPages, ...settingPages, ...articlePages];

/** One page of each kind. */
export const kinds = [...mainPages, ...innerPages, settingPages[0], ...articlePages.filter(({ path }) => path.includes('numbers'))];

/** The pages that a project visits: all of them on Chromium's phone, elsewhere one of each kind. */
export const pagesFor = ({ name }) => (name.startsWith('chromium-phone') ? pages : kinds);

export const hotline = site.lines.find(({ id }) => id === site.hotline);
export const emergency = site.lines.find(({ id }) => id === site.emergency);

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}
