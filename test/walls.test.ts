// The walls between the rooms: each rule is shown to fail on a planted violation, because a rule that is misread or
// switched off is silent. The violations are planted in a temporary copy, so that nothing is ever broken in place.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const rooms = ['engine', 'presets', 'io', 'ui', 'charts', 'state', 'features'];

/** A small house in which every import that the room table allows is made once. */
const cleanHouse: Record<string, string> = {
  'src/engine/quantity.ts': `import Decimal from 'decimal.js';\nexport type Ratio = Decimal;\nexport const zero = new Decimal(0);\n`,
  'src/engine/margin.ts': `import { zero } from './quantity';\nexport const margin = Math.max(0, zero.toNumber());\n`,
  'src/presets/starter.ts': `import { margin } from '@/engine/margin';\nexport const starter = { margin };\n`,
  'src/io/document.ts': `import { z } from 'zod';\nimport { margin } from '@/engine/margin';\nexport const document = [z, margin];\n`,
  'src/ui/amount.ts': `import { useId } from 'react';\nimport type { Ratio } from '@/engine/quantity';\nexport const amount = (r: Ratio) => [useId, r];\n`,
  'src/charts/curve.ts': `import { Line } from 'recharts';\nimport { margin } from '@/engine/margin';\nimport { amount } from '@/ui/amount';\nexport const curve = [Line, margin, amount];\n`,
  'src/state/store.ts': `import { create } from 'zustand';\nimport { margin } from '@/engine/margin';\nimport { document } from '@/io/document';\nimport { starter } from '@/presets/starter';\nexport const store = [create, margin, document, starter];\n`,
  'src/features/account/form.ts': `import { useForm } from 'react-hook-form';\nimport { curve } from '@/charts/curve';\nimport { margin } from '@/engine/margin';\nimport { document } from '@/io/document';\nimport { starter } from '@/presets/starter';\nimport { store } from '@/state/store';\nimport { amount } from '@/ui/amount';\nexport const form = [useForm, curve, margin, document, starter, store, amount];\n`,
  'src/features/market/panel.ts': `import { margin } from '@/engine/margin';\nexport const panel = margin;\n`,
  'src/app.tsx': `import { form } from '@/features/account/form';\nimport { panel } from '@/features/market/panel';\nexport const app = [form, panel];\n`,
  'src/evaluate.ts': `import { readFile } from 'node:fs/promises';\nimport { margin } from '@/engine/margin';\nexport const main = [readFile, margin];\n`,
};

/** One violation: where it is planted, what is planted, and the rule that must name that file. */
type Violation = readonly [file: string, source: string, rule: string];

interface Finding {
  file: string;
  line: number;
  rule: string;
}

const importOf = (specifier: string) => `export * as it from '${specifier}';\n`;
const imports = 'eslint(no-restricted-imports)';

/** What each room may not import; `@/app` stands for the three front doors. */
const closedDoors: Record<string, readonly string[]> = {
  'src/engine/planted.ts': [
    ...allOf('presets', 'io', 'ui', 'charts', 'state', 'features'),
    'decimal.js',
    'zod',
    'react',
  ],
  'src/engine/quantity.ts': [
    ...allOf('presets', 'io', 'ui', 'charts', 'state', 'features'),
    'zod',
    'decimal.js-light',
  ],
  'src/presets/planted.ts': [...allOf('io', 'ui', 'charts', 'state', 'features'), 'zod', 'decimal.js'],
  'src/io/planted.ts': [...allOf('presets', 'ui', 'charts', 'state', 'features'), 'react', 'decimal.js'],
  'src/ui/planted.ts': [
    ...allOf('presets', 'io', 'charts', 'state', 'features'),
    '@/engine/margin',
    'recharts',
  ],
  'src/charts/planted.ts': [...allOf('presets', 'io', 'state', 'features'), 'zustand', 'decimal.js'],
  'src/state/planted.ts': [...allOf('ui', 'charts', 'features'), 'recharts', 'react-hook-form'],
  'src/features/market/planted.ts': [
    ...allOf('features'),
    'recharts',
    'zustand',
    'react-hook-form',
    '@hookform/resolvers',
  ],
  'src/features/account/planted.ts': ['@/features/market/panel', '@/app', 'recharts', 'zustand'],
  'src/app.tsx': ['recharts', 'zustand', 'react-hook-form', 'decimal.js', 'node:fs'],
};

const violations: readonly Violation[] = [
  ['src/ui/planted.ts', `export { margin } from '@/engine/margin';\n`, imports],
  ['src/io/planted.ts', `export const late = () => import('@/state/store');\n`, imports],
  ['src/engine/planted.ts', importOf('../ui/amount'), imports],
  ['src/features/market/planted.ts', importOf('../account/form'), imports],
  ['src/features/market/planted.ts', importOf('../../state/store'), imports],
  ['src/engine/planted.ts', importOf('./../ui/amount'), imports],
  ['test/engine/planted.ts', importOf('../../src/engine/margin'), imports],
  ['src/engine/planted.ts', 'export const now = new Date();\n', 'eslint(no-restricted-globals)'],
  ['src/engine/planted.ts', 'export const now = globalThis.Date;\n', 'eslint(no-restricted-globals)'],
  ['src/engine/planted.ts', 'export const wide = window.innerWidth;\n', 'eslint(no-restricted-globals)'],
  ['src/engine/planted.ts', 'export const body = document.body;\n', 'eslint(no-restricted-globals)'],
  ['src/engine/planted.ts', 'export const kept = localStorage.length;\n', 'eslint(no-restricted-globals)'],
  ['src/engine/planted.ts', 'export const dice = Math.random();\n', 'eslint(no-restricted-properties)'],
  ...['src/features/market/planted.ts', 'src/main.tsx'].map(
    (file): Violation => [
      file,
      `import { useDesk } from '@/state/store';\nuseDesk.setState({ notice: null });\n`,
      'eslint(no-restricted-properties)',
    ],
  ),
  [
    'src/engine/margin.ts',
    `import { planted } from './planted';\nexport const margin: number = planted;\n`,
    'import(no-cycle)',
  ],
  ['src/state/planted.ts', 'export const loose = (x: any) => [x];\n', 'typescript(no-explicit-any)'],
  ['src/state/planted.ts', 'const late = async () => 1;\nlate();\n', 'typescript(no-floating-promises)'],
];

/** The other half of the planted import cycle; harmless while nothing imports it. */
const otherHalfOfCycle = `import { margin } from './margin';\nexport const planted: number = margin;\n`;

let house: string;

beforeAll(async () => {
  // The real path: a temporary folder reached through a link would make oxlint miss its own overrides.
  house = await mkdtemp(join(await realpath(tmpdir()), 'headroom-walls-'));
  for (const name of ['.oxlintrc.json', 'tsconfig.json']) await cp(join(root, name), join(house, name));
  // The type-aware rules read the packages' types.
  await symlink(join(root, 'node_modules'), join(house, 'node_modules'), 'dir');
});
afterAll(() => rm(house, { recursive: true, force: true }));

describe('the walls between the rooms', () => {
  it('a house that keeps to the room table passes', async () => {
    expect(await findings({})).toEqual([]);
  });

  it.each(Object.entries(closedDoors))('%s may import none of %j', async (file, specifiers) => {
    const source = specifiers.map((name, n) => `export * as it${n} from '${name}';\n`).join('');
    const refused = (await findings({ [file]: source })).filter((found) => found.file === file);
    const lines = refused.filter((found) => found.rule === imports).map((found) => found.line);
    expect(specifiers.filter((_, n) => !lines.includes(n + 1))).toEqual([]);
  });

  it.each(violations)('%s may not say: %s', async (file, source, rule) => {
    const planted = rule === 'import(no-cycle)' ? { 'src/engine/planted.ts': otherHalfOfCycle } : {};
    const found = await findings({ ...planted, [file]: source });
    expect(found.filter((it) => it.file === file).map((it) => it.rule)).toContain(rule);
  });
});

describe('the shape of the house', () => {
  it('src holds the seven rooms and the three front doors, so no folder is without walls', async () => {
    const allowed = [...rooms, 'app.tsx', 'main.tsx', 'evaluate.ts', 'styles.css', 'vite-env.d.ts'];
    expect((await readdir(join(root, 'src'))).filter((name) => !allowed.includes(name))).toEqual([]);
  });

  it('no room has a barrel', async () => {
    const names = await readdir(join(root, 'src'), { recursive: true });
    expect(names.filter((name) => /^index\.[jt]sx?$/.test(basename(name)))).toEqual([]);
  });

  it('the top level holds only what the project names', async () => {
    const kept = 'src public test index.html vite.config.ts package.json package-lock.json tsconfig.json';
    const pages = 'README.md LICENSE CHANGELOG.md DECISIONS.md';
    const settings = 'biome.json knip.json';
    // Made by the tools and kept out of the repository.
    const made = 'node_modules dist';
    const allowed = new Set([kept, pages, settings, made].flatMap((names) => names.split(' ')));
    const names = (await readdir(root)).filter((name) => !name.startsWith('.'));
    expect(names.filter((name) => !allowed.has(name))).toEqual([]);
  });

  it('every check that is switched off on a line says why', async () => {
    const unexplained: string[] = [];
    for (const file of await sourceFiles())
      for (const line of (await readFile(file, 'utf8')).split('\n'))
        if (
          /(ox|es)lint-disable|biome-ignore|@ts-expect-error/.test(line) &&
          !/(--|: | - ).{8,}|@ts-expect-error \S.{8,}/.test(line)
        )
          unexplained.push(`${file.slice(root.length)}: ${line.trim()}`);
    expect(unexplained).toEqual([]);
  });
});

function allOf(...names: string[]): string[] {
  const doors = ['@/app', '@/main', '@/evaluate'];
  return [...names.map((name) => `@/${name}/some-file`), ...doors];
}

/** Builds the clean house with the planted files over it, and lists what oxlint finds in it. */
async function findings(planted: Record<string, string>): Promise<Finding[]> {
  for (const room of ['src', 'test']) await rm(join(house, room), { recursive: true, force: true });
  for (const [file, source] of Object.entries({ ...cleanHouse, ...planted })) {
    await mkdir(dirname(join(house, file)), { recursive: true });
    await writeFile(join(house, file), source);
  }
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, [oxlint, '--format', 'unix'], { cwd: house }, (_error, stdout) =>
      resolve(stdout),
    );
  });
  return [...output.matchAll(/^(\S+?):(\d+):\d+: .*\/([^/\]]+)\]$/gm)].map(
    ([, file = '', line, rule = '']) => ({
      file,
      line: Number(line),
      rule,
    }),
  );
}

async function sourceFiles(): Promise<string[]> {
  const lists = await Promise.all(
    ['src', 'test'].map(async (folder) =>
      (await readdir(join(root, folder), { recursive: true })).map((name) => join(root, folder, name)),
    ),
  );
  return lists.flat().filter((name) => /\.(tsx?|mjs)$/.test(name) && !name.endsWith('walls.test.ts'));
}
