// WebKit, the engine of Safari, as WebKitGTK brings it: its WebDriver (W3C) and its small browser, on a screen that
// nobody sees. The Debian packages are `webkit2gtk-driver` and `xvfb`.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './port.mjs';

const PHONE = { width: 390, height: 844 };
const BROWSERS = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec'];
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const KEYS = { Shift: '\uE008', Escape: '\uE00C', Tab: '\uE004', Enter: '\uE007', Space: ' ' };

/** Starts the driver with a screen of its own. What only the environment can change is given here. */
export async function startWebKit({ dark, timeZone }) {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x2000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise((resolve, reject) => {
    screen.once('error', reject);
    screen.stdio[3].once('data', (data) => resolve(`:${String(data).trim()}`));
  });
  const port = await freePort();
  const env = { ...process.env, DISPLAY: display, GDK_SCALE: '2' };
  if (timeZone) env.TZ = timeZone;
  if (dark) env.GTK_THEME = 'Adwaita:dark';
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], { env, stdio: 'ignore' });
  const send = client(`http://127.0.0.1:${port}`);
  await until(() => send('GET', '/status').catch(() => null), 'WebKitWebDriver');
  const session = await openSession(send);
  return {
    open: () => openVisitor(session),
    async stop() {
      await session('DELETE', '');
      driver.kill();
      screen.kill();
    },
  };
}

/** Starts the browser. It serves all tests of a run: a fresh port for each is a fresh origin with nothing kept. */
async function openSession(send) {
  const binary = BROWSERS.map((folder) => `${folder}/webkit2gtk-4.1/MiniBrowser`).find(existsSync);
  const options = { binary, args: ['--automation', '--full-screen'] };
  const capabilities = { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } };
  const { sessionId } = await send('POST', '/session', { capabilities });
  return (method, path, body) => send(method, `/session/${sessionId}${path}`, body);
}

/** A session whose commands go to one tab, whichever was spoken to before. */
function tabs(session) {
  let current;
  return (handle) => async (method, path, body) => {
    if (current !== handle) await session('POST', '/window', { handle });
    current = handle;
    return session(method, path, body);
  };
}

/** One person with that browser. It offers what support/playwright.mjs offers. */
async function openVisitor(session) {
  return visitorOf(await session('GET', '/window'), session, tabs(session));
}

async function visitorOf(handle, browser, tab) {
  const session = tab(handle);
  await session('POST', '/window/rect', { x: 0, y: 0, ...PHONE });

  const run = (script, ...args) => session('POST', '/execute/sync', { script, args });
  const evaluate = (work, given) => run(`return (${work})(arguments[0])`, given ?? null);

  /** The visible elements of that role and name; without a name, all of the role. */
  async function findAll(role, name) {
    const candidates = await run(`return (${candidatesOf})(arguments[0], arguments[1])`, role, name ?? null);
    const elements = candidates.map((candidate) => candidate[ELEMENT]);
    if (name === undefined) return elements;
    // The name that counts is the one that the browser itself tells assistive technology.
    const labels = await Promise.all(elements.map((id) => session('GET', `/element/${id}/computedlabel`)));
    return elements.filter((_, index) => plain(labels[index]) === plain(name));
  }
  async function find(role, name) {
    return until(async () => (await findAll(role, name).catch(() => []))[0], `${role} "${name}"`);
  }

  async function click(role, name) {
    const element = await find(role, name);
    // The driver takes what is behind the bar for visible, and then cannot click it.
    await run("arguments[0].scrollIntoView({ block: 'center' })", { [ELEMENT]: element });
    await session('POST', `/element/${element}/click`);
  }

  const point = (...actions) =>
    session('POST', '/actions', { actions: [{ type: 'pointer', id: 'finger', parameters: { pointerType: 'mouse' }, actions }] });

  return {
    evaluate,
    visit: (url) => session('POST', '/url', { url }),
    // Under its driver this browser keeps what a site has saved in memory, and only as long as a page or the worker of that
    // site is there: on a slow machine it is gone before the next page comes. So here the app stays open until then.
    leaveApp: async () => {},
    url: () => session('GET', '/url'),
    title: () => session('GET', '/title'),
    back: () => session('POST', '/back'),
    forward: () => session('POST', '/forward'),
    goBack: () => session('POST', '/back'),
    goForward: () => session('POST', '/forward'),
    reload: () => session('POST', '/refresh'),
    click,
    tap: click,
    async hold(role, name) {
      const element = { [ELEMENT]: await find(role, name) };
      await run("arguments[0].scrollIntoView({ block: 'center' })", element);
      await point({ type: 'pointerMove', x: 0, y: 0, origin: element }, { type: 'pointerDown', button: 0 });
    },
    letGo: () => point({ type: 'pointerUp', button: 0 }),
    type: async (role, name, text) => session('POST', `/element/${await find(role, name)}/value`, { text }),
    async choose(role, name, label) {
      const list = await find(role, name);
      const option = await run(
        'return [...arguments[0].options].find((option) => option.label === arguments[1])',
        { [ELEMENT]: list },
        label,
      );
      await session('POST', `/element/${option[ELEMENT]}/click`);
    },
    async press(key) {
      const value = KEYS[key] ?? key;
      const actions = [{ type: 'keyDown', value }, { type: 'keyUp', value }];
      await session('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    sees: (role, name) => find(role, name),
    count: async (role, name) => (await findAll(role, name)).length,
    /** Another site is played by a page of ours: here its links have to be led there. */
    standIn: (url) =>
      evaluate((url) => {
        for (const link of document.links) if (link.href === url) link.href = '/elsewhere.html';
      }, url),
    resize: ({ width, height }) => session('POST', '/window/rect', { width, height }),
    faults: () => evaluate(() => window.faultsSeen ?? []),
    requests: () => evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)),
    async openTab() {
      const { handle } = await session('POST', '/window/new', { type: 'tab' });
      return visitorOf(handle, browser, tab);
    },
    closeTab: () => session('DELETE', '/window'),
    /** The browser goes on, with one tab. */
    async close() {
      for (const other of await session('GET', '/window/handles')) if (other !== handle) await tab(other)('DELETE', '/window');
      await session('POST', '/url', { url: 'about:blank' });
    },
  };
}

/** Runs in the page: elements that may have the role, are visible, and hold the name somewhere. */
function candidatesOf(role, name) {
  const selectors = {
    alert: '[role=alert]',
    button: 'button, summary',
    checkbox: 'input[type=checkbox]',
    combobox: 'select',
    heading: 'h1, h2, h3, h4',
    link: 'a[href]',
    navigation: 'nav',
    searchbox: 'input[type=search]',
    status: '[role=status]',
    textbox: 'textarea',
  };
  const plain = (text) => text.replaceAll(/\s+/g, ' ').trim();
  const texts = (element) => [
    element.innerText,
    element.getAttribute('aria-label') ?? '',
    ...[...(element.labels ?? [])].map((label) => label.innerText),
  ];
  return [...document.querySelectorAll(selectors[role])].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      (name === null || texts(element).some((text) => plain(text).includes(plain(name)))),
  );
}

const plain = (text) => text.replaceAll(/\s+/g, ' ').trim();

async function until(attempt, what) {
  const end = Date.now() + 10_000;
  for (;;) {
    const result = await attempt();
    if (result) return result;
    if (Date.now() > end) throw new Error(`WebKit: waited in vain for ${what}`);
    await pause(50);
  }
}

function client(base) {
  return async (method, path, body) => {
    const response = await fetch(base + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: method === 'POST' ? JSON.stringify(body ?? {}) : undefined,
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKit: ${method} ${path}: ${value.error} ${value.message}`);
    return value;
  };
}
