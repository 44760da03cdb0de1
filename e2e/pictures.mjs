// Pictures of the built site: node pictures.mjs FOLDER [--full] [/page/ …]
// Each page is taken at three widths, in light and in dark, at the same moment of the club's calendar.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { chromiumLaunch } from './support/browsers.mjs';
import { portland, stoppedClock } from './support/clock.mjs';
import { serve } from './support/server.mjs';
import { DIST } from './support/site.mjs';

const PAGES = [
  '/', '/help/', '/help/ready/', '/signs/', '/signs/me/', '/signs/saw/', '/signs/all/', '/signs/hotel/', '/meetings/', '/learn/', '/learn/what-it-is/', '/learn/numbers/',
  '/about/', '/nowhere/',
];
const SIZES = [
  { width: 320, height: 844 },
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { full: { type: 'boolean' } } });
const [folder, ...given] = positionals;
if (!folder) throw new Error('Name the folder for the pictures first.');
await mkdir(folder, { recursive: true });

const server = await serve(DIST);
server.inject(stoppedClock(portland('2026-11-23', '10:00')));
const browser = await chromium.launch(chromiumLaunch);
try {
  for (const viewport of SIZES) {
    for (const colorScheme of ['light', 'dark']) {
      const page = await browser.newPage({ viewport, colorScheme, deviceScaleFactor: 1 });
      page.on('pageerror', (error) => console.error(`${page.url()}: ${error.message}`));
      for (const address of given.length > 0 ? given : PAGES) {
        await page.goto(server.url(address));
        await page.waitForFunction(() => performance.getEntriesByName('app-interactive').length > 0, null, {
          timeout: 10_000,
        });
        const name = address.replaceAll('/', ' ').trim().replaceAll(' ', '-') || 'home';
        const file = path.join(folder, `${name}-${viewport.width}-${colorScheme}.png`);
        await page.screenshot({ path: file, fullPage: values.full ?? false, animations: 'disabled' });
        console.log(file);
      }
      await page.close();
    }
  }
} finally {
  await browser.close();
  await server.stop();
}
