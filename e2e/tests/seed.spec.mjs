// The club's own text: each thing it says has a place in the app, brought up to date. No browser is needed.
import { expect, test } from '@playwright/test';
import { site, words } from '../support/site.mjs';

const figure = (id) => Object.values(words.figures[id]).join(' ');
const block = (block) => (block.kind === 'figure' ? figure(block.figure) : JSON.stringify(block));
const article = (id) => {
  const { title, lead, blocks } = words.articles[id];
  return [title, lead, ...blocks.map(block)].join(' ');
};
const page = (id) => words.pages[id].map(block).join(' ');
const sign = (id) => words.signs[id];
const meeting = JSON.stringify([site.meeting, site.places]);
const lines = JSON.stringify(site.lines);

/** What the club's text says; where the app takes it up; what must stand there. */
const ITEMS = [
  ['meetings on the first Thursday', meeting, /"weekday":"thursday","week":1/],
  ['at the Benson, 309 SW Broadway, downtown', meeting, /Benson.*309 SW Broadway, Downtown Portland/],
  ['the time "11:30pm - 1:00pm"', words.ui['meet.reason'], /11:30pm - 1:00pm/],
  ['"Business/Program meetings"', words.ui['meet.what_is'], /Business and program/i],
  ['"Join Us"', page('meetings-guests'), /guests/],
  ['the new name of the hotline, November 17, 2016', article('the-hotline'), /Resource Center.*November 17, 2016/],
  ['the number stays the same', article('the-hotline'), /number did not change/],
  ['confidential, multilingual, a variety of options', article('the-hotline'), /confidential.*many languages.*more than one way/],
  ['tips for law enforcement, and expertise', article('the-hotline'), /tips for police and of knowledge/],
  ['the new partner NHTTAC, with a view from public health', article('the-hotline'), /NHTTAC.*public health/],
  ['almost ten years of the health department', article('the-hotline'), /almost ten years/],
  ['100,000 calls, 30,000 cases, 8,000 tips', article('the-hotline'), /100,000\+.*30,000\+.*8,000\+/],
  ['Awareness Day on January 11', article('what-we-can-do'), /January 11/],
  ['it happens everywhere, and the words of the UN office', article('what-we-can-do'), /not far away.*UN Office on Drugs and Crime/],
  ['the definition', article('what-it-is'), /recruitment, transportation, transfer, harbouring or receipt of persons/],
  ['the definition names its source and its missing end', article('what-it-is'), /Palermo Protocol.*servitude.*organs/],
  ['people across age, class, nation, schooling and gender', article('who-is-at-risk'), /age, income, nation, schooling and gender/],
  ['hopes for a better life, no work, no steady home, past abuse', article('who-is-at-risk'), /better life.*steady home.*abuse/],
  ['cities, suburbs, the country, all 50 states, Washington DC', article('who-is-at-risk'), /cities.*suburbs.*50 states.*Washington, DC/],
  ['the groups most at risk', article('who-is-at-risk'), /running away.*trauma.*refugee.*papers.*pushed aside/],
  ['joining the work of others', article('what-we-can-do'), /join its work/],
  ['goods made by forced labor', article('buying'), /forced labor/],
  ['eyes and ears open, and reporting', article('what-we-can-do'), /A worry is enough to call/],
  ['where to get help and learn more (the links were missing)', article('what-we-can-do'), /"to":"\/help\/"/],
  ['the hotline 1-888-373-7888', lines, /"shown":"1-888-373-7888"/],
  ['the STOP program, January 11, 2008, the first national day', article('the-program'), /STOP.*January 11, 2008.*first national awareness day/],
  ['600,000 to 800,000', article('the-program'), /600,000–800,000.*women and children/],
  ['600,000 to 800,000, a second time', article('numbers'), /twice.*600,000–800,000/],
  ['"modern-day slavery", the human rights issue', article('the-program'), /human rights issue.*modern-day slavery/],
  ['the I-5 corridor to California', article('oregon'), /I-5.*young girls to California/],
  ['through our communities', article('oregon'), /driven right through our communities/],
  ['white papers', article('the-program'), /white paper/i],
  ['lured by work as a waitress or nanny, or by marriage', article('how-it-starts'), /waitress.*nanny.*marriage/],
  ['to another state or country', article('how-it-starts'), /another state or country/],
  ['the passport is taken', sign('60'), /passport|papers/i],
  ['a squalid shared room', article('how-it-starts'), /share one bad room/],
  ['a crowded room, as a sign', `${sign('55')} ${sign('56')}`, /crowded|dirty|bad|room|place/i],
  ['a daily quota', `${sign('19')} ${article('how-it-starts')}`, /quota/i],
  ['violence and threats', `${sign('34')} ${sign('35')} ${article('how-it-starts')}`, /threat.*violence/i],
  ['"Can people really buy and sell women and get away with it?"', article('the-program'), /Can people really buy and sell women/],
  ['the answer to it', article('the-program'), /the law forbids it/],
];

for (const [item, place, expected] of ITEMS) {
  test(`the club's text: ${item}`, () => {
    expect(place).toMatch(expected);
  });
}

test('figures that the club prints and that are old or disputed are marked, with a newer one', () => {
  for (const id of ['borders-2004', 'hotline-totals-2016']) {
    const { status, now } = site.figures.find((figure) => figure.id === id);
    expect(['old', 'disputed']).toContain(status);
    expect(site.figures.find((figure) => figure.id === now).status).toBe('current');
  }
});
