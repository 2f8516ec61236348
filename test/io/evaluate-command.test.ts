/**
 * The evaluate command: one line of JSON a document, exit 0 when all were evaluated, 1 when one was not, 2 for a
 * usage error. Its front door is called directly, and once for real, from another folder.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '@/evaluate';
import { documentOf, type LineFigures, long } from '../support/evaluated';

const held = (marketValue: string) =>
  JSON.stringify(documentOf({ name: marketValue, marginLoan: '6000', positions: [long(marketValue)] }));
/** 10,000 at 25 % on 6,000: excess 1,500. */
const good = held('10000');
/** Selling 2 of 1 dollars. */
const impossible = JSON.stringify(
  documentOf({ positions: [long('1')] }, [{ type: 'trade', position: 'p1', amount: '-2' }]),
);

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(await realpath(tmpdir()), 'headroom-evaluate-'));
  await mkdir(join(folder, 'inner'));
  await writeFile(join(folder, 'good.json'), good);
  await writeFile(
    join(folder, 'pretty.json'),
    `\uFEFF${JSON.stringify(JSON.parse(good), null, 2)}`.replaceAll('\n', '\r\n'),
  );
  await writeFile(join(folder, 'inner', 'impossible.json'), impossible);
  await writeFile(join(folder, 'broken.json'), good.slice(0, -1));
  await writeFile(join(folder, 'empty.json'), '');
  await writeFile(join(folder, '-dash.json'), good);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the command; standard input comes in the given chunks. */
async function run(args: readonly string[], chunks: readonly string[] = []) {
  const written: string[] = [];
  const errors: string[] = [];
  const code = await main(args, {
    cwd: folder,
    stdin: streamOf(chunks),
    write: (line) => written.push(line),
    error: (line) => errors.push(line),
  });
  return { code, lines: written.map(readLine), written, errors };
}

async function* streamOf(chunks: readonly string[]): AsyncGenerator<string> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

function readLine(line: string): LineFigures {
  return JSON.parse(line) as LineFigures;
}

const codesOf = ({ issues }: LineFigures) => issues.map(({ code }) => code);

describe('files', () => {
  it('one good document: exit 0 and one line: excess 1,500, call value 8,000', async () => {
    const { code, lines, written, errors } = await run(['good.json']);
    expect([code, lines.length, errors.length]).toEqual([0, 1, 0]);
    expect(written[0]).not.toContain('\n');
    expect(lines[0]?.before).toMatchObject({ excessEquity: '1500', inCall: false });
    expect(lines[0]?.before?.positions[0]?.callPriceBelow).toBe('8000');
    expect(lines[0]).toMatchObject({ name: '10000', scenario: null, after: null, issues: [] });
  });

  it('a line has the published keys in the published order', async () => {
    const { lines } = await run(['good.json']);
    expect(Object.keys(lines[0] ?? {})).toEqual([
      'name',
      'scenario',
      'before',
      'after',
      'fromToday',
      'issues',
    ]);
    expect(Object.keys(lines[0]?.before ?? {})).toEqual([
      'longMarketValue',
      'shortMarketValue',
      'cash',
      'marginLoan',
      'shortCredit',
      'equity',
      'equityRatio',
      'maintenanceRequirement',
      'excessEquity',
      'marginCall',
      'inCall',
      'positions',
      'distance',
      'remedies',
    ]);
  });

  it('a byte order mark and CRLF line ends change nothing', async () => {
    const { code, lines } = await run(['good.json', 'pretty.json']);
    expect(code).toBe(0);
    expect(lines[1]).toEqual(lines[0]);
  });

  it('several files give a line each in their order; one bad one makes exit 1 and hides none of the others', async () => {
    const { code, lines } = await run([
      'good.json',
      'broken.json',
      'inner/impossible.json',
      join(folder, 'good.json'),
    ]);
    expect(code).toBe(1);
    expect(lines.map(({ before }) => before?.excessEquity ?? null)).toEqual(['1500', null, '0.75', '1500']);
    expect(lines.map(codesOf)).toEqual([[], ['not-json'], ['trades-more-than-held'], []]);
    expect(lines[2]?.after).toBeNull();
  });

  it.each([
    ['missing.json', 'ENOENT'],
    ['inner', 'EISDIR'],
  ])('%s cannot be read and says %s', async (file, reason) => {
    const { code, lines } = await run([file]);
    expect(code).toBe(1);
    expect(lines[0]?.issues).toEqual([{ code: 'file-not-readable', path: '', figures: { file, reason } }]);
    expect(lines[0]).toMatchObject({ before: null, after: null });
  });

  it('an empty file is not JSON', async () => {
    const { code, lines } = await run(['empty.json']);
    expect([code, ...lines.map(codesOf)]).toEqual([1, ['not-json']]);
  });
});

describe('usage', () => {
  it('nothing named, or an option that does not exist, is exit 2 with one line of usage and none of output', async () => {
    for (const args of [[], ['--help'], ['-x', 'good.json'], ['good.json', '--pretty']]) {
      const { code, lines, errors } = await run(args);
      expect([code, lines.length, errors.length]).toEqual([2, 0, 1]);
      expect(errors[0]).toContain('npm run --silent evaluate -- FILE');
    }
  });

  it('a file whose name begins with a dash is named with its folder', async () => {
    expect((await run(['./-dash.json'])).code).toBe(0);
  });
});

describe('standard input', () => {
  const three = `${held('10000')}\n${held('9000')}\n${held('8000')}`;
  const excesses = async (chunks: readonly string[]) =>
    (await run(['-'], chunks)).lines.map(({ before }) => before?.excessEquity);

  it('three documents a line each, however the chunks fall: excess 1,500, 750 and 0', async () => {
    expect(await excesses([three])).toEqual(['1500', '750', '0']);
    expect(await excesses(three.split(''))).toEqual(['1500', '750', '0']);
    const thirds = [three.slice(0, 100), three.slice(100, 101), three.slice(101), '\n'];
    expect(await excesses(thirds)).toEqual(['1500', '750', '0']);
  });

  it('CRLF, blank lines and a byte order mark are passed over', async () => {
    const text = `\uFEFF${three.replaceAll('\n', '\r\n\r\n  \r\n')}\r\n`;
    expect(await excesses([text])).toEqual(['1500', '750', '0']);
    expect((await run(['-'], [text])).code).toBe(0);
  });

  it('a line that is no document gives its issues in its place and exit 1', async () => {
    const { code, lines } = await run(['-'], [`${good}\nnot json\n${good}\n`]);
    expect(code).toBe(1);
    expect(lines.map(codesOf)).toEqual([[], ['not-json'], []]);
  });

  it('nothing on standard input is no document and no failure', async () => {
    expect(await run(['-'])).toMatchObject({ code: 0, lines: [] });
  });

  it('files and standard input may be mixed', async () => {
    expect((await run(['good.json', '-'], [held('9000')])).lines).toHaveLength(2);
  });
});

describe('the real command', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const evaluate = promisify(execFile);

  it('reads a file named from where the person stands, not from the project’s folder', {
    timeout: 120_000,
  }, async () => {
    const { stdout, stderr } = await evaluate(
      'npm',
      ['--prefix', root, 'run', '--silent', 'evaluate', '--', 'impossible.json', '../good.json'],
      // A person's shell sets no INIT_CWD; the test's own npm run did.
      { cwd: join(folder, 'inner'), env: { ...process.env, INIT_CWD: undefined } },
    ).catch((error: unknown) => failedRun(error));
    const lines = stdout.trim().split('\n').map(readLine);
    expect(lines.map(codesOf)).toEqual([['trades-more-than-held'], []]);
    expect(lines[1]?.before?.excessEquity).toBe('1500');
    expect(stderr.replaceAll(/^npm warn .*\n/gm, '')).toBe('');
  });
});

/** A run that ended with exit 1, as the impossible document asks; anything else is thrown on. */
function failedRun(error: unknown): { stdout: string; stderr: string } {
  if (
    error instanceof Error &&
    'code' in error &&
    error.code === 1 &&
    'stdout' in error &&
    'stderr' in error
  ) {
    return { stdout: String(error.stdout), stderr: String(error.stderr) };
  }
  throw error;
}
