// Where the browsers are. The system's own are used where they are installed, as in the Debian packages `chromium`
// and `firefox-esr`; elsewhere Playwright's browsers serve as well (`npx playwright install chromium firefox`).
import { existsSync } from 'node:fs';

const system = (executablePath) => (existsSync(executablePath) ? { executablePath } : {});

/** Nothing but this machine can be reached, so a link that is followed leads nowhere else. */
const only = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

export const chromiumLaunch = { ...system('/usr/bin/chromium'), args: ['--disable-gpu', '--disable-sync', only] };

const firefox = system('/usr/bin/firefox-esr');
/** The system's Firefox speaks WebDriver BiDi, for which Playwright has a channel. */
export const firefoxUse = {
  browserName: 'firefox',
  launchOptions: firefox,
  ...(firefox.executablePath ? { channel: 'moz-firefox' } : {}),
};
