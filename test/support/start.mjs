// `npm start`: builds the app and serves the built files, so that what a person tries is what would be published.
import { createServer } from 'node:net';
import { build, preview } from 'vite';

const host = '127.0.0.1';
const port = 4173;

// Asked before the build, so that nobody waits for a build that cannot be served.
if (!(await isFree())) {
  console.error(`Port ${port} is taken: stop what runs on http://${host}:${port}, then start again.`);
  process.exit(1);
}
await build({ logLevel: 'error' });
await preview({ logLevel: 'error', preview: { host, port, strictPort: true } });
console.log(`Headroom runs on http://${host}:${port} (Ctrl-C stops it)`);

function isFree() {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
