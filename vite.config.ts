// One file for the build, the dev server and the unit tests, so that all three resolve the same files the same way.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

/**
 * What the built page may load: its own files and nothing else, so an account can never leave the machine.
 * Only in the build: the dev server needs an inline script to reload modules.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  // Charts are exported as pictures, which are drawn from data: and blob: addresses.
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function contentSecurityPolicyMeta(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

export default defineConfig({
  // One page, links in the hash: an address that does not exist must answer 404, not the page in disguise.
  appType: 'mpa',
  plugins: [
    react(),
    contentSecurityPolicyMeta(),
    VitePWA({
      // A new version waits until the person agrees: a page that swaps itself could lose half-typed figures.
      registerType: 'prompt',
      injectRegister: false,
      includeAssets: ['favicon.svg'],
      manifest: {
        name: 'Headroom',
        short_name: 'Headroom',
        description: 'How far a margin account is from a margin call.',
        display: 'standalone',
        background_color: '#f7f7f4',
        theme_color: '#f7f7f4',
        icons: [{ src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
      workbox: { globPatterns: ['**/*.{js,css,html,svg,woff2}'] },
    }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: { target: 'baseline-widely-available' },
  // The worker that reads imports loads its parts only when it needs them, as the page does.
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          // Laws over hundreds of accounts take their time on a busy machine.
          testTimeout: 30_000,
          environment: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/features/**', 'test/ui/**', 'test/browser/**', 'test/state/**/*.tsx'],
          setupFiles: ['test/support/property-seed.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'jsdom',
          // A panel of a thousand holdings takes its time on a busy machine.
          testTimeout: 20_000,
          environment: 'jsdom',
          include: ['test/{features,ui}/**/*.test.{ts,tsx}', 'test/state/**/*.test.tsx'],
          setupFiles: ['test/support/jsdom-setup.ts', 'test/support/property-seed.ts'],
        },
      },
    ],
    reporters: ['default', ['json', { outputFile: 'node_modules/.cache/reports/vitest.json' }]],
    coverage: {
      provider: 'v8',
      // The rules are the part where an untried branch means a wrong figure; pages are proven in the browser.
      include: ['src/engine/**/*.ts'],
      reportsDirectory: 'node_modules/.cache/reports/coverage',
      reporter: ['text', 'json-summary'],
      thresholds: { branches: 100 },
    },
  },
});
