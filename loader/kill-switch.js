/* In an emergency: put this file in the place of sw.js on the server. The browser takes it at the next visit of each person,
   instead of any worker that was ever released; it takes itself and everything that was kept away, and the visit after
   that is the plain site. docs/hosting.md says when and how. */
const prefix = `porchlight-${new URL(registration.scope).pathname}-`;

addEventListener('install', () => skipWaiting());

addEventListener('activate', (event) => event.waitUntil(end()));

async function end() {
  for (const name of await caches.keys()) if (name.startsWith(prefix) && name !== `${prefix}off`) await caches.delete(name);
  await registration.unregister();
}

// Pages ask how the copy stands. There is none.
addEventListener('message', ({ ports }) => ports[0]?.postMessage({ whole: false }));
