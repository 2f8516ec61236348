/**
 * Links: what arrives is what was sent, to the last digit, or nothing is opened at all. Lengths are counted from the #.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PositionInput } from '@/engine/account';
import type { SimulatorDocument } from '@/io/document';
import { encodeLink, readLink } from '@/io/share-link';
import { ruleSets } from '@/presets/rule-sets';
import { anyDocument } from '../support/arbitrary-document';
import { edited } from '../support/json-edits';

const folder = fileURLToPath(new URL('documents/', import.meta.url));
const textOf = (name: string) => readFileSync(`${folder}${name}`, 'utf8');
const full = JSON.parse(textOf('version-1.json')) as SimulatorDocument;
const least = JSON.parse(textOf('version-1-least.json')) as SimulatorDocument;

/** Mutated links that are tried; a release tries 100,000. */
const mutations = Number(process.env['LINK_MUTATIONS'] ?? 500);

async function linkOf(document: SimulatorDocument): Promise<string> {
  const link = await encodeLink(document);
  if (link === null) throw new Error('no link');
  return link;
}

/** The document that a link opens; the codes of what is wrong where it opens none. */
async function opened(link: string): Promise<unknown> {
  const read = await readLink(link, ruleSets);
  if (!read.ok) return read.issues.map(({ code }) => code);
  return read.value?.kind === 'document' ? read.value.document : read.value;
}

/** A link whose checksum is right, whatever it carries. */
function forged(inner: string | Uint8Array): string {
  const packed = deflateRawSync(inner, { level: 9 });
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(packed));
  return `#1${Buffer.concat([sum, packed]).toString('base64url')}`;
}

/** From the polynomial of the zip specification, bit by bit over the whole message. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffffn;
  for (const byte of bytes) {
    for (let bit = 0n; bit < 8n; bit += 1n) {
      const isOdd = ((sum ^ (BigInt(byte) >> bit)) & 1n) === 1n;
      sum = isOdd ? (sum >> 1n) ^ 0xedb88320n : sum >> 1n;
    }
  }
  return Number(sum ^ 0xffffffffn);
}

describe('links of every version', () => {
  const names = readdirSync(folder).filter((name) => /^version-.*\.link$/.test(name));

  it.each(names)('%s still opens the document beside it', async (name) => {
    const document: unknown = JSON.parse(textOf(name.replace('.link', '.json')));
    expect(await opened(textOf(name).trim())).toEqual(document);
  });

  it('there is one for the least and one for every key of version 1', () => {
    expect(names).toEqual(['version-1-least.link', 'version-1.link']);
  });

  it('short forms name a preset or a lesson; any other end of an address is no link', async () => {
    const lines = textOf('short-forms.txt').trim().split('\n');
    expect(await Promise.all(lines.map((line) => opened(line)))).toEqual([
      { kind: 'preset', id: 'm1-base' },
      { kind: 'lesson', id: 'first-call' },
    ]);
    for (const hash of ['', '#', '#top', '#presets=m1', '#-1']) expect(await opened(hash)).toBeNull();
  });
});

describe('what arrives is what was sent', () => {
  it('every key of version 1, and the least of it', async () => {
    expect(await opened(await linkOf(full))).toEqual(full);
    expect(await opened(await linkOf(least))).toEqual(least);
  });

  it('300 accounts with what-ifs, rules of their own and often exactly on the line', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        const sent = document as SimulatorDocument;
        expect(await opened(await linkOf(sent))).toEqual(sent);
      }),
      { numRuns: 300 },
    );
  });

  it('200 names of any characters, the link’s own marks among them', async () => {
    const name = fc.oneof(
      fc.string({ unit: fc.constantFrom('!', '(', ')', ',', '-', 'A', '\\', '"', '\n', '\0', ' ') }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', '!', '!-', '()', '__proto__', 'constructor', '\uFEFF', '<b>x</b>', '🦊,🦊'),
    );
    await fc.assert(
      fc.asyncProperty(name, name, name, async (called, symbol, group) => {
        const document = edited(full, {
          '/account/name': called,
          '/account/positions/0/symbol': symbol,
          '/account/positions/0/group': group,
          '/account/excluded/0/label': symbol,
          '/scenarios/2/name': group,
          '/scenarios/2/description': called,
        }) as SimulatorDocument;
        expect(await opened(await linkOf(document))).toEqual(document);
      }),
      { numRuns: 200 },
    );
  });

  it('"245.10" stays "245.10", "0.250" stays "0.250", and 18 decimals stay 18', async () => {
    const document = edited(least, {
      '/account/cash': '0.000000000000000001',
      '/account/positions/0': {
        id: 'p1',
        symbol: 'VTI',
        side: 'long',
        shares: '007.0',
        price: '245.10',
        maintenanceRate: '0.250',
      },
    }) as SimulatorDocument;
    expect(await opened(await linkOf(document))).toEqual(document);
  });

  it('nothing on show, null on show, an empty list and no list are four things', async () => {
    for (const edits of [
      {},
      { '/shownScenario': null },
      { '/account/excluded': [] },
      { '/shownScenario': null, '/account/excluded': [] },
    ]) {
      const document = edited(least, edits) as SimulatorDocument;
      expect(await opened(await linkOf(document))).toEqual(document);
    }
  });

  it('ids that are not p1, p2, p3 in a row are kept', async () => {
    const document = edited(full, {
      '/account/positions/0/id': 'p2',
      '/account/positions/1/id': 'p1',
    }) as SimulatorDocument;
    expect(await opened(await linkOf(document))).toEqual(document);
  });

  it('half a character would arrive as another one: there is no such link', async () => {
    const document = edited(least, { '/account/name': 'A\uD83E' }) as SimulatorDocument;
    expect(await encodeLink(document)).toBeNull();
  });

  it('what no link can carry has none: 100,000 characters of a name that does not shrink', async () => {
    const [name] = fc.sample(
      fc.string({ minLength: 100_000, maxLength: 100_000, unit: 'grapheme-ascii', size: 'max' }),
      { numRuns: 1, seed: 7 },
    );
    expect(await encodeLink(edited(least, { '/account/name': name }) as SimulatorDocument)).toBeNull();
  });
});

describe('short enough to be sent', () => {
  const symbols =
    'VTI AAPL MSFT NVDA AMZN GOOGL META TSLA BRK.B JPM JNJ V PG UNH HD MA XOM CVX ABBV KO PEP MRK COST AVGO LLY TMO WMT CSCO MCD ACN ABT DHR LIN ADBE TXN NEE CRM QQQ BND SCHD'.split(
      ' ',
    );
  const rates = ['0.3', '0.25', '0.4', '0.35', '0.5', '1'];

  /** Holdings that have little in common: odd counts, every third of them with a part of a share, odd cents. */
  const realistic = (count: number): SimulatorDocument => ({
    app: 'headroom',
    schemaVersion: 1,
    account: {
      name: 'My account',
      ruleSet: 'fidelity',
      enteredOn: '2026-11-20',
      cash: '1250.40',
      marginLoan: '61240.55',
      shortCredit: '0',
      loanInterestRate: '0.0725',
      positions: symbols.slice(0, count).map(
        (symbol, index): PositionInput => ({
          id: `p${index + 1}`,
          symbol,
          side: index % 9 === 4 ? 'short' : 'long',
          shares: `${((index * 73) % 389) + 1}${index % 3 === 2 ? `.${101 + ((index * 177) % 800)}` : ''}`,
          price: (((index * 7919) % 49_000) / 100 + 20.05).toFixed(2),
          maintenanceRate: rates[(index * 7) % 6] ?? '0.3',
        }),
      ),
    },
    scenarios: [],
  });

  it('5 holdings below 200 characters, 40 below 1,000', async () => {
    const [five, forty] = [await linkOf(realistic(5)), await linkOf(realistic(40))];
    expect(five.length).toBeLessThan(200);
    expect(forty.length).toBeLessThan(1000);
    expect(await opened(forty)).toEqual(realistic(40));
    expect(forty).toMatch(/^#1[\w-]+$/);
  });
});

describe('a link that did not arrive whole', () => {
  it(`${mutations} links cut, altered, doubled or mixed up: the same account or none`, async () => {
    const links = [await linkOf(full), await linkOf(least)];
    const character = fc.stringMatching(/^[\w%=+/. -]$/);
    const place = fc.nat({ max: 9999 });
    const mutation = fc.record({
      from: fc.nat({ max: 1 }),
      how: fc.constantFrom('replace', 'insert', 'remove', 'cut', 'swap', 'double'),
      place,
      other: place,
      character,
    });
    await fc.assert(
      fc.asyncProperty(mutation, async ({ from, how, place: wide, other, character: put }) => {
        const link = links[from] ?? '';
        const at = 2 + (wide % (link.length - 2));
        const to = 2 + (other % (link.length - 2));
        const [head, tail] = [link.slice(0, at), link.slice(at)];
        const changed = {
          replace: head + put + tail.slice(1),
          insert: head + put + tail,
          remove: head + tail.slice(1),
          cut: head,
          swap: `${head}${link.charAt(to)}${tail.slice(1)}`,
          double: head + link.slice(Math.min(at, to)),
        }[how];
        const got = await opened(changed);
        expect(got).toEqual(changed !== link ? ['broken-link'] : from === 0 ? full : least);
      }),
      { numRuns: mutations },
    );
  }, 600_000);

  it('a later version is said to be one, before anything of it is read', async () => {
    const read = await readLink(`#2${(await linkOf(least)).slice(2)}`, ruleSets);
    expect(read).toEqual({
      ok: false,
      issues: [{ code: 'newer-version', path: '', figures: { version: '2', newest: '1' } }],
    });
    expect(await opened('#0AAAA')).toEqual(['broken-link']);
  });
});

describe('a link that was made to do harm', () => {
  const wrong = async (inner: string | Uint8Array) => {
    const got = await opened(forged(inner));
    expect(Array.isArray(got)).toBe(true);
    return got as string[];
  };

  it('the forger of these tests makes links that open', async () => {
    expect(await opened(forged('(m1,10000,((VTI,,,0.25,,49000)),Only what must be there,1000),()'))).toEqual(
      least,
    );
  });

  it('60 megabytes packed into 60 kilobytes are dropped on the way, whatever they say', async () => {
    expect(await wrong(Buffer.alloc(60_000_000, 'A'))).toEqual(['broken-link']);
    expect(await wrong(Buffer.alloc(60_000_000, '('))).toEqual(['broken-link']);
  });

  it('more than 100,000 characters are not looked at', async () => {
    expect(await opened(`#1${'A'.repeat(100_000)}`)).toEqual(['link-too-long']);
  });

  it('brackets that nest, do not close or close too often; marks before what needs none', async () => {
    for (const inner of [
      '('.repeat(100_000),
      '()'.repeat(9),
      '(',
      ')',
      '())',
      '(()',
      '((((((((((a))))))))))',
    ]) {
      expect(await wrong(inner)).toEqual(['broken-link']);
    }
    for (const inner of ['!', '!a', 'a!', '(m1!)', '(a)b', 'a(b)']) {
      expect(await wrong(inner)).toEqual(['broken-link']);
    }
  });

  it('bytes that are no text, no bytes at all, and bytes after the end', async () => {
    expect(await wrong(Uint8Array.of(0xff, 0xfe, 0x80))).toEqual(['broken-link']);
    for (const link of ['#1', '#1A', '#1AAAA', '#1AAAAAA', '#1*', '#1é', '#1 ', '#1%00']) {
      expect(await opened(link)).toEqual(['broken-link']);
    }
  });

  it('fields of the wrong kind, too many, unknown changes, names of an object’s own parts', async () => {
    const rows = '((VTI,,,0.25,,49000))';
    for (const inner of [
      '',
      ',',
      '(),()',
      '(m1),()',
      `(m1,1,${rows}),()`.replace(rows, '(VTI)'),
      `(m1,1,${rows}),(),,`,
      `((m1),1,${rows}),()`,
      `(m1,1,((VTI,,,,9,49000))),()`,
      `(m1,1,((VTI,(1),(2)))),()`,
      `(m1,1,${rows}),((((__proto__,1))))`,
      `(m1,1,${rows}),((((toString))))`,
      `(m1,1,${rows}),((((m,-0.1,9))))`,
      `(m1,1,${rows}),((((n,1.5))))`,
      `(m1,1,${rows}),((m))`,
      `(__proto__,1,${rows}),()`,
      `(m1,NaN,${rows}),()`,
      `(m1,1e5,${rows}),()`,
      `(m1,-1,${rows}),()`,
      `(m1,1,${rows}),(),nowhere`,
    ]) {
      expect([inner, (await wrong(inner)).length > 0]).toEqual([inner, true]);
    }
    expect(Object.keys({})).toEqual([]);
  });

  it('300 texts of the link’s own marks: an account that was checked, or an issue; never an exception', async () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      ',',
      '!',
      '!-',
      'm1',
      '1',
      'VTI',
      '0.25',
      'm',
      't',
      'custom',
      'p1',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const read = await readLink(forged(pieces.join('')), ruleSets);
        expect(read.ok || read.issues.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
