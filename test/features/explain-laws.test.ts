// Laws of the explanation, on any account and story: every number of every sentence is a figure of the result, the
// printed shares make the printed change, and nothing is promised or guessed.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AccountInput } from '@/engine/account';
import { bare, money, type Quantity, type Unit } from '@/engine/quantity';
import {
  wordCauses,
  wordNow,
  wordSides,
  wordTogether,
  wordUnexplained,
  wordWhole,
  wordWithouts,
} from '@/features/explain/explain-words';
import { wordReasons } from '@/features/explain/reason-words';
import { wordDue, wordWays } from '@/features/explain/way-words';
import { type Explained, explain, type Past } from '@/state/explained';
import { blankStory, type Story } from '@/state/story';
import { listWays, type Way } from '@/state/ways';
import { anyDocument } from '../support/arbitrary-document';

const none = money(0);
const maybe = <T>(figure: fc.Arbitrary<T>) => fc.option(figure, { nil: null, freq: 3 });
const fall = fc.constantFrom('0.22', '0.3', '-0.15', '0.999', '0');
const rate = fc.constantFrom('0.25', '0.3', '0.4', '1', '0.333');
const flow = fc.constantFrom('-500', '1234.56', '20000', '-0.01');

/** A story of an account: of all of it, of its first holding, and of money. */
const storyOf = ({ positions }: AccountInput): fc.Arbitrary<Story> =>
  fc
    .record({
      fall: maybe(fall),
      rate: maybe(rate),
      moneyIn: maybe(flow),
      interest: maybe(fc.constantFrom('12.5', '0.01')),
      one: maybe(
        fc.oneof(
          fc.record({ fall, rate }),
          fc.record({ price: fc.constantFrom('100', '0.5') }),
          fc.record({ shares: fc.constantFrom('0', '7', '1000.5') }),
        ),
      ),
    })
    .map(({ one, ...told }) => {
      const id = positions[0]?.id;
      return { ...blankStory, ...told, holdings: one === null || id === undefined ? {} : { [id]: one } };
    });

/** An account and a story of it; in one of four its before is another account. */
const cases = anyDocument.chain((document) => {
  const account = document.account as AccountInput;
  const other = fc.option(anyDocument, { freq: 3 });
  return fc.tuple(fc.constant(account), storyOf(account), other).map(([now, told, before]) => {
    const compared = before === null ? null : { name: 'Other', account: before.account as AccountInput };
    return [now, { ...told, compared }] as const;
  });
});

const numbers = (figures: readonly (Quantity<Unit> | null | undefined)[]) =>
  figures.flatMap((figure) => (figure === null || figure === undefined ? [] : [Math.abs(figure.toNumber())]));

/** Every figure in dollars that the explanation may name. */
function dollarsOf({ now, past }: Explained, ways: readonly Way[]): number[] {
  const attribution = past?.attribution;
  const differences = (attribution?.shares ?? []).flatMap(({ share, alone, without }) => [
    share,
    without,
    alone.minus(attribution?.before ?? alone),
    attribution?.after.minus(without),
  ]);
  const worths = (past?.changes ?? []).flatMap(({ before, now: held }) =>
    [before, held].flatMap((each) => [each?.price, each?.marketValue]),
  );
  return numbers([
    now.equity,
    now.requirement,
    now.excess,
    ...ways.map(({ enough }) => enough?.amount),
    ...(attribution === undefined ? [] : [attribution.before, attribution.after]),
    attribution?.after.minus(attribution.before),
    ...differences,
    ...worths,
    past?.sides?.long.without,
    past?.sides?.short.without,
    past?.unexplained,
    past?.moneyIn,
    past?.interest,
  ]);
}

function percentsOf({ account, past }: Explained): number[] {
  const of = (past?.changes ?? []).flatMap(({ before, now, rateBefore, rateNow, sized }) => {
    const hasPrices = (before?.price ?? null) !== null && (now?.price ?? null) !== null;
    const [was, is] = [before, now].map((each) => (hasPrices ? each?.price : each?.marketValue) ?? undefined);
    const move =
      was === undefined || is === undefined || was.sign() === 0
        ? []
        : [Math.abs(is.toNumber() / was.toNumber() - 1) * 100];
    return [...numbers([rateBefore, rateNow, sized?.before, sized?.now]).map((each) => each * 100), ...move];
  });
  return [...of, 30, account.ruleSet.longRate.toNumber() * 100];
}

function sharesOf({ past }: Explained, ways: readonly Way[]): number[] {
  const held = (past?.changes ?? []).flatMap(({ before, now }) => [before?.shares, now?.shares]);
  return [0, ...numbers([...held, ...ways.map(({ enough }) => enough?.shares)])];
}

function sentencesOf(explained: Explained): string[] {
  const { past } = explained;
  const ways = wordWays(explained);
  return [
    wordNow(explained),
    ...(past === null ? [] : tellPast(past)),
    ...(ways === null ? [] : [ways.intro, ...ways.ways, ways.note]),
  ].filter((sentence) => sentence !== '');
}

function tellPast(past: Past): string[] {
  return [
    ...wordWithouts(past),
    wordTogether(past),
    ...wordSides(past),
    wordUnexplained(past),
    ...wordReasons(past),
    ...(past.attribution.shares.length === 0
      ? []
      : [...wordCauses(past).map(({ sentence }) => sentence), wordWhole(past)]),
  ];
}

interface Figures {
  readonly dollars: readonly number[];
  readonly percents: readonly number[];
  readonly shares: readonly number[];
}

const isNear = (number: number, figures: readonly number[], within: number) =>
  figures.some((figure) => Math.abs(figure - number) <= within + figure * 1e-12);

/** A sentence without its numbers: what is left of it names holdings, among them "S&P" or "p1". */
function check(sentence: string, explained: Explained, { dollars, percents, shares }: Figures) {
  const parse = (text: string) => Number(text.replaceAll(/[^\d.]/g, ''));
  let rest = sentence.replaceAll('\u00A0', ' ').replaceAll('**', '');
  const symbols = [...explained.account.positions, ...(explained.past?.account.positions ?? [])];
  for (const { symbol } of symbols) if (symbol !== '') rest = rest.replaceAll(symbol, '');
  rest = rest.replaceAll(/\$[\d,]+(\.\d+)?/g, (text) => {
    // Six cents: six shares are rounded, and the largest takes what that leaves.
    expect(isNear(parse(text), dollars, 0.06), `${text} in: ${sentence}`).toBe(true);
    return '';
  });
  rest = rest.replaceAll(/[\d,]+(\.\d+)? %/g, (text) => {
    expect(isNear(parse(text), percents, 0.1), `${text} in: ${sentence}`).toBe(true);
    return '';
  });
  rest = rest.replaceAll(/\b\d+ holdings/g, (text) => {
    expect(parse(text), `${text} in: ${sentence}`).toBeLessThan(explained.past?.changes.length ?? 0);
    return '';
  });
  rest = rest.replaceAll(/and \d+ others|[Hh]olding \d+/g, '');
  for (const [text] of rest.matchAll(/\d[\d,]*(\.\d+)?/g)) {
    expect(isNear(parse(text), shares, 1e-9), `${text} in: ${sentence}`).toBe(true);
  }
}

it('every number of every sentence is a figure of the result', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(cases, ([account, story]) => {
      const explained = explain(account, story);
      fc.pre(explained !== null);
      const ways = listWays(explained.account, bare(0), 3).ways;
      const figures = {
        dollars: dollarsOf(explained, ways),
        percents: percentsOf(explained),
        shares: sharesOf(explained, ways),
      };
      for (const sentence of sentencesOf(explained)) check(sentence, explained, figures);
      met.add(explained.now.isInCall ? 'call' : 'none');
      for (const { causes } of explained.past?.attribution.shares ?? []) met.add(causes.join());
    }),
    { numRuns: 400 },
  );
  // Every state and cause was met, or the law held nothing; a loan that alone leads over a bound is rare.
  expect([...met]).toEqual(
    expect.arrayContaining(['call', 'interest', 'money', 'none', 'prices', 'requirements', 'trades']),
  );
}, 60_000);

it('the printed shares make the printed change, whole sentences promise nothing, and there is no what-if', () => {
  fc.assert(
    fc.property(cases, ([account, story]) => {
      const explained = explain(account, story);
      fc.pre(explained !== null);
      const { past } = explained;
      const { before, after, shares } = past?.attribution ?? { before: none, after: none, shares: [] };
      const cents = (figure: Quantity<'money'>) => BigInt(figure.toFixed(2, 'down').replace('.', ''));
      const causes = past === null || shares.length === 0 ? [] : wordCauses(past);
      const sum = causes.reduce((total, { share }) => total + cents(share), 0n);
      expect(sum).toBe(cents(after) - cents(before));
      // A story explains itself: nothing is left over.
      const unexplained = past?.unexplained.sign() ?? 0;
      expect(story.compared === null ? unexplained : 0).toBe(0);
      const due = wordDue(explained, '2026-11-23', '2026-11-23');
      for (const sentence of [...sentencesOf(explained), ...(due === '' ? [] : [due])]) {
        expect(sentence).not.toMatch(
          /undefined|NaN|null| {2}|\.\.|what[ -]if|\b(safe|should|best|recommend)/i,
        );
      }
      const held = [...account.positions, ...(story.compared?.account.positions ?? [])];
      const isLong = held.every(({ side }) => side === 'long');
      const all = sentencesOf(explained).join(' ');
      expect(isLong && /short|beta|Reg T|credit/i.test(all) ? all : '').toBe('');
    }),
    { numRuns: 300 },
  );
}, 60_000);
