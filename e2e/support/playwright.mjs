// Chromium and Firefox, through Playwright. It offers what support/webkit.mjs offers, so one test serves all engines.

const ELSEWHERE = '<!doctype html><title>Elsewhere</title>';

/**
 * Starts a browser; `dark` has to be known by then in Firefox, which cannot be switched later. With `keepsPages` the browser
 * keeps the pages that are left as they were, for Back and Forward, as people's browsers do.
 */
export async function startPlaywright(type, { dark, keepsPages }) {
  const firefoxUserPrefs = {
    'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
    // Its driver does not tell when a page comes back that the browser has kept as it was.
    ...(keepsPages ? {} : { 'browser.sessionhistory.max_total_viewers': 0 }),
  };
  const chromium = keepsPages ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {};
  const browser = await type.launch(type.name() === 'firefox' ? { firefoxUserPrefs } : chromium);
  const colorScheme = dark ? 'dark' : 'light';
  return {
    open: ({ timeZone: timezoneId }) => openVisitor(browser, { colorScheme, timezoneId }, { keepsPages }),
    stop: () => browser.close(),
  };
}

async function openVisitor(browser, options, world) {
  // What the project and the test set with `use` is added by Playwright.
  return openTab(await browser.newContext(options), [], [], world);
}

/** Another tab of the same browser shares what the browser keeps, and what it has done wrong or asked for. */
async function openTab(context, faults, requests, world) {
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // Static hosts answer a deep link with the page for unknown addresses, whose status is 404.
    const deepLink = message.location().url === page.url() && message.text().includes('404');
    if (message.type() === 'error' && !deepLink) faults.push(message.text());
  });
  page.on('request', (request) => requests.push(request.url()));

  const touch = await page.evaluate(() => navigator.maxTouchPoints > 0);
  const find = (role, name) => {
    const named = name === undefined ? {} : { name, exact: true };
    return page.getByRole(role, named).filter({ visible: true });
  };
  /** A document that is just being replaced cannot be asked; then the next one is. */
  async function evaluate(work, given) {
    for (;;) {
      try {
        return await page.evaluate(work, given);
      } catch (error) {
        if (!String(error).includes('Execution context was destroyed')) throw error;
        // A page that is put back as it was is not loaded.
        if (!world.keepsPages) await page.waitForLoadState();
      }
    }
  }
  // A page that was kept as it was is not loaded when it comes back.
  const moved = { waitUntil: world.keepsPages ? 'commit' : 'load' };
  return {
    page,
    context,
    evaluate,
    visit: (url) => page.goto(url),
    /** From here on nothing of the app is open in this tab. */
    leaveApp: () => page.goto('about:blank'),
    url: async () => page.url(),
    title: () => page.title(),
    // The app answers within the page: there is no load to wait for.
    back: () => page.evaluate(() => history.back()),
    forward: () => page.evaluate(() => history.forward()),
    /** As with the browser's own buttons: done when the page is there, or when there is none to go to. */
    goBack: () => page.goBack(moved),
    goForward: () => page.goForward(moved),
    reload: () => page.reload(),
    click: (role, name) => find(role, name).first().click(),
    /** Taps with a finger, where the driver has one. */
    tap: (role, name) => (touch ? find(role, name).first().tap() : find(role, name).first().click()),
    /** Puts a finger down, and takes it off again where it is. */
    async hold(role, name) {
      await find(role, name).first().hover();
      await page.mouse.down();
    },
    letGo: () => page.mouse.up(),
    type: (role, name, text) => find(role, name).pressSequentially(text),
    choose: (role, name, label) => find(role, name).selectOption({ label }),
    press: (key) => page.keyboard.press(key),
    sees: (role, name) => find(role, name).first().waitFor(),
    count: (role, name) => find(role, name).count(),
    /** Another site is played by a page of ours. */
    standIn: (url) => context.route(`${url}**`, (route) => route.fulfill({ contentType: 'text/html', body: ELSEWHERE })),
    resize: (size) => page.setViewportSize(size),
    faults: async () => faults,
    requests: async () => requests,
    openTab: () => openTab(context, faults, requests, world),
    closeTab: () => page.close(),
    close: () => context.close(),
  };
}
