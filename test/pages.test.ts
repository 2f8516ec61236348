/**
 * The pages for people: every path they name exists, every rule the code cites stands in the rule book with a source
 * and an example that exists, and the README's example gives what it prints.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import examples from './engine/worked-examples.json';
import { lineOfText } from './support/evaluated';

const root = fileURLToPath(new URL('..', import.meta.url));
const textOf = (path: string) => readFileSync(`${root}${path}`, 'utf8');
const pages = ['README.md', 'DECISIONS.md', 'CHANGELOG.md', 'src/engine/rules.md'];

/** Files under a folder whose name ends so, as paths from the project's folder. */
function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => ending.test(path));
}

/** What a page puts between backticks or as the target of a link and that looks like a path of this project. */
function pathsIn(page: string): string[] {
  const text = textOf(page);
  const quoted = [...text.matchAll(/`([^`\s]+)`/g), ...text.matchAll(/\]\(([^)\s]+)\)/g)].map(
    ([, path]) => path ?? '',
  );
  return quoted.filter((path) => /^(src|test|public)\/|^(LICENSE|[A-Z]+\.md)$/.test(path));
}

describe('paths', () => {
  it.each(pages)('every path that %s names exists', (page) => {
    expect(pathsIn(page).filter((path) => !existsSync(`${root}${path}`))).toEqual([]);
  });

  it('the pages name paths at all: the README the rule book, the rule book its examples', () => {
    expect(pathsIn('README.md')).toContain('src/engine/rules.md');
    expect(pathsIn('src/engine/rules.md')).toContain('test/engine/worked-examples.json');
  });
});

/** The rules: number, and text up to the next heading. */
const rules = new Map(
  textOf('src/engine/rules.md')
    .split(/^#+ /m)
    .flatMap((section): [string, string][] => {
      const number = /^(R-\d\d) /.exec(section)?.[1];
      return number === undefined ? [] : [[number, section]];
    }),
);

/** Every number in a text; "R-10 to R-14" means all five. */
function rulesCited(text: string): string[] {
  const numberOf = (cited: string) => Number(cited.slice(2));
  const between = [...text.matchAll(/(R-\d\d) to (R-\d\d)/g)].flatMap(([, from = '', to = '']) =>
    [...rules.keys()].filter((rule) => numberOf(rule) > numberOf(from) && numberOf(rule) < numberOf(to)),
  );
  return [...between, ...(text.match(/R-\d\d/g) ?? [])];
}

const sources = filesUnder('src', /\.tsx?$/);
const tests = filesUnder('test', /\.test\.tsx?$/);
const testText = tests.map(textOf).join('\n');

describe('the rule book', () => {
  it('has each number once, in rising order', () => {
    const numbers = [...textOf('src/engine/rules.md').matchAll(/^### (R-\d\d)/gm)].map(([, rule]) => rule);
    expect(numbers.length).toBeGreaterThan(50);
    const isBehind = (rule: string | undefined, index: number) =>
      index > 0 && (rule ?? '') <= (numbers[index - 1] ?? '');
    expect(numbers.filter(isBehind)).toEqual([]);
  });

  it('every number that the code or a test cites stands in it', () => {
    const cited = [...sources, ...tests].flatMap((path) =>
      rulesCited(textOf(path)).map((rule) => `${path} ${rule}`),
    );
    expect(cited.length).toBeGreaterThan(20);
    expect(cited.filter((place) => !rules.has(place.slice(-4)))).toEqual([]);
  });

  it('every number that it cites itself stands in it', () => {
    expect(rulesCited(textOf('src/engine/rules.md')).filter((rule) => !rules.has(rule))).toEqual([]);
  });

  it('every rule has a source and an example', () => {
    const bare = [...rules].filter(([, text]) => !/^Source: \S/m.test(text) || !/^Examples: \S/m.test(text));
    expect(bare.map(([rule]) => rule)).toEqual([]);
  });

  it('every example it names is a published case or stands in the title of a test', () => {
    const published = new Set(examples.map(({ id }) => id));
    const named = textOf('src/engine/rules.md')
      .split('\n')
      .flatMap((line) =>
        line.startsWith('Examples: ') ? [line.slice(10)] : line.startsWith('| ') ? [lastCell(line)] : [],
      )
      .flatMap(
        (list) => list.replaceAll(/\([^)]*\)|`[^`]*`/g, '').match(/[A-Za-z0-9]+(-[A-Za-z0-9]+)+/g) ?? [],
      );
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((id) => !published.has(id) && !isInATitle(id))).toEqual([]);
  });

  it('every published case is named in it', () => {
    const text = textOf('src/engine/rules.md');
    expect(examples.map(({ id }) => id).filter((id) => !text.includes(id))).toEqual([]);
  });
});

function lastCell(row: string): string {
  return row.split('|').at(-2) ?? '';
}

/** Numbered titles may be put together from a table: MERRILL-CONCENTRATED-%s and '01'. */
function isInATitle(id: string): boolean {
  return testText.includes(id) || testText.includes(`${id.slice(0, -2)}%s`);
}

describe('the README', () => {
  const [document = '', printed = ''] = [...textOf('README.md').matchAll(/```json\n([\s\S]*?)```/g)].map(
    ([, block]) => block,
  );

  it('its example gives the figures that it prints', () => {
    const shortened: unknown = JSON.parse(printed);
    expect(lineOfText(document)).toMatchObject(shortened as object);
  });

  it('49,000 less 20 % at 30 % needs 11,760; a call would begin at 9,000 ÷ 0.7, 73.76 % below today', () => {
    const { after, fromToday } = lineOfText(document);
    expect(after?.maintenanceRequirement).toBe('11760');
    expect(Number(fromToday?.marketFall)).toBeCloseTo(9000 / 0.7 / 49_000 - 1, 14);
  });

  it('names the two commands that start it and check it', () => {
    expect(textOf('README.md')).toContain('npm ci && npm start');
    expect(textOf('README.md')).toContain('npm ci && npm test');
  });
});
