// Exit without a network, on a phone that keeps an offline copy.
import { expectNothing, loseNetwork } from '../support/exit.mjs';
import { ui } from '../support/site.mjs';
import { test } from '../support/test.mjs';

test.use({ leaves: true, keeps: true, breaks: true });

test('neither Back nor Forward, nor the network when it is there again, brings anything back', async ({ visitor, server }) => {
  await visitor.open('/');
  await visitor.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await visitor.click('link', ui('nav.learn'));
  await visitor.arrives(ui('learn.title'));
  await visitor.click('link', ui('nav.help'));
  await visitor.arrives(ui('help.title'));
  await server.stop();
  await loseNetwork(visitor);
  await visitor.click('link', ui('bar.exit'));
  await expectNothing(visitor);
  for (const step of ['back', 'back', 'forward', 'reload']) {
    await visitor[step]();
    await expectNothing(visitor);
  }
  await server.restart();
  await visitor.reload();
  await expectNothing(visitor);
});
