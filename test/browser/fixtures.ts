// The `test` that every browser test uses. A page that complains, breaks or asks another machine for anything
// fails its test, whatever the test was about: the page promises that an account never leaves it.
import { test as base, expect } from '@playwright/test';

/** What a console message may say: only the tests' own block of service workers. */
const expected = [/^Service Worker registration blocked by Playwright$/];

/** Playwright's `test`, failing on console errors and warnings, page errors, and failed or foreign requests. */
export const test = base.extend<{ quietPage: undefined }>({
  quietPage: [
    async ({ context, baseURL }, use) => {
      const complaints: string[] = [];
      const own = new URL(baseURL ?? '').origin;

      context.on('console', (message) => {
        const text = message.text();
        if (!['error', 'warning'].includes(message.type())) return;
        if (!expected.some((pattern) => pattern.test(text))) complaints.push(`${message.type()}: ${text}`);
      });
      context.on('weberror', (error) => complaints.push(`page error: ${error.error().message}`));
      context.on('request', (request) => {
        const url = new URL(request.url());
        // data: and blob: addresses are made by the page itself and reach no other machine.
        if (url.origin !== own && !['data:', 'blob:'].includes(url.protocol))
          complaints.push(`foreign request: ${request.url()}`);
      });
      context.on('requestfailed', (request) =>
        complaints.push(`failed request: ${request.url()} (${request.failure()?.errorText ?? 'unknown'})`),
      );
      context.on('response', (response) => {
        if (response.status() >= 400)
          complaints.push(`failed request: ${response.url()} (${response.status()})`);
      });

      await use(undefined);
      expect(complaints, 'the page complained, broke or reached out').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
