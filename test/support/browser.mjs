// The one place that says which browser the tests drive.
//   1. $CHROMIUM_PATH    2. @sparticuz/chromium (Linux x64: the binary is inside the npm package, so `npm ci` is enough)
//   3. a browser that the system has    4. what `npx playwright install chromium` put there
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const system = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

async function packaged() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const manifest = new URL('../../node_modules/@sparticuz/chromium/package.json', import.meta.url);
  if (!existsSync(manifest)) return undefined;
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  // Not the temporary folder: there the package takes whatever `chromium` it finds, of any version or half written.
  const dir = fileURLToPath(new URL(`../../node_modules/.cache/chromium-${version}`, import.meta.url));
  if (!existsSync(join(dir, 'chromium'))) {
    const tmp = `${dir}.${process.pid}`;
    mkdirSync(tmp, { recursive: true });
    const keep = {
      TMPDIR: process.env.TMPDIR,
      AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV,
      LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH,
      FONTCONFIG_PATH: process.env.FONTCONFIG_PATH,
    };
    Object.assign(process.env, { TMPDIR: tmp, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }); // so that its own libnss3 etc. are unpacked too
    try {
      await (await import('@sparticuz/chromium')).default.executablePath();
      mkdirSync(dirname(dir), { recursive: true });
      try {
        renameSync(tmp, dir);
      } catch {
        rmSync(tmp, { recursive: true, force: true });
      } // another process was first
    } finally {
      for (const [k, v] of Object.entries(keep))
        if (v === undefined) delete process.env[k];
        else process.env[k] = v;
    }
    writeFileSync(
      join(dir, 'fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${dir}/fonts</dir><cachedir>${dir}/fonts-cache</cachedir><config></config></fontconfig>\n`,
    );
  }
  // A bare Debian has neither libnss3, libnspr4, libexpat1 nor a font; a page with text crashes without a font.
  if (!existsSync('/usr/lib/x86_64-linux-gnu/libnss3.so'))
    process.env.LD_LIBRARY_PATH = [join(dir, 'al2023/lib'), process.env.LD_LIBRARY_PATH]
      .filter(Boolean)
      .join(':');
  process.env.FONTCONFIG_FILE ??= join(dir, 'fonts.conf'); // the same font (Open Sans) on every machine
  return join(dir, 'chromium');
}

export async function chromiumPath() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const own = await packaged();
  if (own) return own;
  for (const p of system) if (existsSync(p)) return p;
  const p = chromium.executablePath();
  if (existsSync(p)) return p;
  throw new Error(
    'No Chromium: set CHROMIUM_PATH, install chromium or Chrome, or run `npx playwright install chromium`.',
  );
}

export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
