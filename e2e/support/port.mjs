// A port of this machine that nothing listens on, for programs that cannot choose one themselves.
import { createServer } from 'node:net';

export async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}
