// Browsers that are too old for the app, played by the engine at hand: what they lack is taken away before any script
// of the page, or by the host. The page stays whole in them.
import { digest } from '../support/release.mjs';
import { expectSignsWithoutApp } from '../support/whole.mjs';
import { expect, test } from '../support/test.mjs';

/** A browser that does not know module scripts. The engine at hand runs the page's all the same, and that does nothing there. */
const withoutModules = (server) => server.inject('delete HTMLScriptElement.prototype.noModule');

/** Puts another file in the place of one of the app's, with its right digest. */
function replace(server, file, attribute, bytes) {
  server.fault(file, { body: bytes });
  server.alter((page) => page.replace(new RegExp(` ${attribute}="[^"]*"`), ` ${attribute}="${digest(bytes)}"`));
}

const LACKING = [
  ['Chrome 60: no module scripts', withoutModules],
  [
    'iOS 9: no module scripts, no fetch, no WebAssembly',
    (server) => {
      server.inject('delete window.fetch; delete window.WebAssembly');
      withoutModules(server);
    },
  ],
  ['modules, but WebAssembly is switched off', (server) => server.inject('delete window.WebAssembly')],
];

test.describe('the WebAssembly is not even asked for', () => {
  // Without WebAssembly the script fails, as it should.
  test.use({ breaks: true });

  for (const [name, play] of LACKING) {
    test(name, async ({ visitor, server }) => {
      play(server);
      await visitor.visit(server.url('/signs/all/'));
      await expectSignsWithoutApp(visitor);
      expect(server.requests.filter(({ url }) => url.endsWith('.wasm'))).toEqual([]);
    });
  }
});

test.describe('the app is asked for and cannot run', () => {
  test.use({ breaks: true });

  test('Chrome 80: the WebAssembly does not compile', async ({ visitor, server }) => {
    // The right beginning of a module, and then a section that no version knows.
    const unknown = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0x7f, 1, 0]);
    replace(server, /\.wasm$/, 'data-integrity', unknown);
    await visitor.visit(server.url('/signs/all/'));
    await expectSignsWithoutApp(visitor);
  });

  test('iOS 12: the script is in a later language', async ({ visitor, server }) => {
    replace(server, /porchlight-\w+\.js$/, 'integrity', Buffer.from('export const later = 1 ?.?. 2;'));
    await visitor.visit(server.url('/signs/all/'));
    await expectSignsWithoutApp(visitor);
  });
});

test('Safari 14: WebAssembly that cannot be compiled while it comes still starts', async ({ visitor, server }) => {
  server.inject('delete WebAssembly.instantiateStreaming; delete WebAssembly.compileStreaming');
  await visitor.open('/signs/all/');
});
