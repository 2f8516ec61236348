// The browser tests: the built page, served as `npm start` serves it, in a real Chromium.
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { chromiumArgs, chromiumPath } from './support/browser.mjs';

/** A port of the tests' own, so that a running `npm start` is neither disturbed nor tested by mistake; TEST_PORT picks another. */
const port = Number(process.env['TEST_PORT'] ?? 4317);
const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  testDir: 'browser',
  outputDir: '../node_modules/.cache/playwright',
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // A scan for accessibility takes seconds on a busy machine, and some tests make several.
  timeout: 90_000,
  reporter: [['list'], ['json', { outputFile: '../node_modules/.cache/reports/playwright.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    // An active service worker would answer before the tests see a request.
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: await chromiumPath(), args: chromiumArgs },
  },
  webServer: {
    command: `npx --no-install vite preview --host 127.0.0.1 --port ${port} --strictPort --logLevel error`,
    cwd: root,
    url: `http://127.0.0.1:${port}`,
    reuseExistingServer: false,
  },
});
