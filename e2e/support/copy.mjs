// The copy on the phone: how one waits for it, what the page says about it, and how the app is started anew.
import { release } from './release.mjs';
import { ui } from './site.mjs';
import { expect } from './test.mjs';

/** Waits until the page says in its last line that the copy is saved. */
export const saved = (tab) => expect.poll(() => isSaved(tab), { message: 'the copy is saved', timeout: 30_000 }).toBe(true);
export const isSaved = async (tab) => (await tab.evaluate(lastLine)).includes(ui('offline.short_saved'));
const hasNewVersion = async (tab) => (await tab.evaluate(lastLine)).includes(ui('offline.short_ready'));
const lastLine = () => document.querySelector('footer')?.innerText ?? '';

/** Visits the site in some way, for up to a minute, until what is looked for has come. */
export async function visitUntil(tab, server, visit) {
  const asked = server.requests.length;
  try {
    await expect(visit).toPass({ timeout: 60_000 });
  } catch (error) {
    const [workers, said] = await Promise.all([states, lastLine].map((look) => tab.evaluate(look).catch(String)));
    error.message += `\nworkers: ${workers}\nthe page says: ${said}\n${server.told(asked)}`;
    throw error;
  }
}
/** Runs in the page: how far its workers are, and what is kept. */
async function states() {
  const { installing, waiting, active } = (await navigator.serviceWorker.getRegistration()) ?? {};
  const { controller } = navigator.serviceWorker;
  const kept = await caches.keys();
  return JSON.stringify({ installing, waiting, active, controller, kept }, (_, value) => value?.state ?? value);
}

/**
 * Visits the site in some way until the page says that a new version is ready, or what else is looked for has come. A browser
 * that has just looked for one does not look again in the visit that follows.
 */
export const newVersion = (tab, server, visit, or = async () => false) =>
  visitUntil(tab, server, async () => {
    await visit();
    const found = async () => (await hasNewVersion(tab)) || (await or());
    await expect.poll(found, { message: 'a new version is found', timeout: 8_000 }).toBe(true);
  });

/** Waits until the page says one of the two. */
export const settled = (tab) =>
  expect
    .poll(() => tab.evaluate(lastLine), { message: 'the copy is saved', timeout: 5_000 })
    .toMatch(new RegExp([ui('offline.short_saved'), ui('offline.short_ready')].join('|')));

/** Waits until the page about the app says how the copy stands. */
export const says = (tab, word, values) =>
  expect.poll(() => tab.evaluate(state), { timeout: 30_000 }).toContain(ui(word, values));
const state = () => document.querySelector('#copy [role=status]')?.innerText ?? document.querySelector('#copy')?.parentElement.innerText ?? '';

/**
 * Waits until the browser has ended its look for a newer worker, which every visit begins: what the host gets next is not what
 * that look finds. WebKit holds up a look that finds something while its page goes away, and all later ones with it, for as long
 * as it keeps that page for the way back; and whoever comes to the same address again and again pushes none out.
 */
export const looked = (tab) =>
  tab.evaluate(() => navigator.serviceWorker.getRegistration().then((own) => own.update()).catch(() => {}));

/** Has the host publish the release of that name, once the browser has looked. */
export async function publish(tab, server, name) {
  await looked(tab);
  server.publish(await release(name));
}

/** Closes the app and opens it again: in between nothing of it is open. */
export async function start(tab, server, path = '/') {
  await tab.leaveApp();
  await tab.visit(server.url(path));
}

/** Starts the app until it has found the release of that name; the next start is of it. */
export const startUntilFound = (tab, server, name) =>
  newVersion(tab, server, () => start(tab, server), async () => (await shown(tab)) === name);

/** A first visit that ends when the copy is there. */
export async function firstVisit(visitor, path = '/') {
  await visitor.open(path);
  await saved(visitor);
}

/** Runs in the page: what is left of workers and copies. */
export async function left() {
  return { workers: (await navigator.serviceWorker.getRegistrations()).length, copies: await caches.keys() };
}

/** Which release the tab shows. */
export const shown = (tab) => tab.evaluate(() => document.documentElement.dataset.release);
