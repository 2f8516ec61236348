// `npm run bench`: runs test/bench/engine.ts, built afresh each time, without a test runner's overhead in the figures.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';

const file = fileURLToPath(
  new URL(`../../node_modules/.cache/headroom-bench/engine-${process.pid}.mjs`, import.meta.url),
);
await bundle('test/bench/engine.ts', file);
await import(pathToFileURL(file).href);
