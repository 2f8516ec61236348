/**
 * Third parties' worked examples with their sources (worked-examples.json), each run through the evaluator.
 * A published figure is met to the publisher's own rounding, or, where it is named as wrong, the figure recomputed
 * by hand is; every recomputed figure is met to its two decimals as well. No row and no figure is passed over.
 */
import { describe, expect, it } from 'vitest';
import {
  carried,
  figuresOf,
  isFreeAfterMovingIn,
  isFreeAfterSelling,
} from '../support/worked-example-figures';
import { type Example, examples } from '../support/worked-examples';

/** Published figures cut off instead of rounded: 16.67 % as 16.6, 119,166.67 as 119,166. */
const cutOff = new Set(['firstrade-12000 equityPercent', 'nfs-sell-to-meet-house-call sellAmount']);

/** Wrong published figures without a recomputed figure of the same name: what they were meant to be. */
const meantAs: Record<string, string> = {
  formulaResultPrinted: 'triggerMarketValue',
  userBelievedTrigger: 'triggerMarketValue',
};

type Found = ReturnType<typeof figuresOf>;

function decimalsOf(published: number): number {
  return String(published).split('.')[1]?.length ?? 0;
}

/** Whether a found figure is the published one to the publisher's own rounding. */
function isAsPublished(
  id: string,
  name: string,
  published: number | boolean,
  found: number | boolean,
): boolean {
  if (typeof published === 'boolean' || typeof found === 'boolean') return found === published;
  const unit = 10 ** -decimalsOf(published);
  const more = found - published;
  if (cutOff.has(`${id} ${name}`)) return more >= 0 && more < unit;
  // Half a unit of the last published digit, and a float's breadth.
  return Math.abs(more) <= unit / 2 + 1e-9;
}

/** Whether a found figure is the recomputed one, which is kept to two decimals. */
function isAsRecomputed(value: number | boolean | undefined, found: number | boolean): boolean {
  if (typeof value === 'number' && typeof found === 'number') return Math.abs(found - value) <= 0.005 + 1e-9;
  return value === found;
}

/** Published figures that are not met; of those named as wrong, the ones whose right figure is not met. */
function missedPublished({ id, expected, recomputed, conflicts = [] }: Example, found: Found): string[] {
  return Object.entries(expected).flatMap(([name, published]) => {
    if (!conflicts.includes(name)) {
      return isAsPublished(id, name, published, found(name))
        ? []
        : [`${name}: ${published}, not ${found(name)}`];
    }
    const right = meantAs[name] ?? name;
    const isRight = isAsRecomputed(recomputed[right], found(right));
    const isWrongIndeed = !isAsRecomputed(published, found(right));
    return isRight && isWrongIndeed ? [] : [`${name}: should be ${recomputed[right]}, not ${found(right)}`];
  });
}

function missedRecomputed({ recomputed }: Example, found: Found): string[] {
  return Object.entries(recomputed).flatMap(([name, value]) =>
    isAsRecomputed(value, found(name)) ? [] : [`${name}: ${value}, not ${found(name)}`],
  );
}

describe.each(examples)('$id ($source)', (example) => {
  const found = figuresOf(example);

  it(`meets the published ${Object.keys(example.expected).join(', ')}, or what it should have been`, () => {
    expect(missedPublished(example, found)).toEqual([]);
  });

  it(`meets the recomputed ${Object.keys(example.recomputed).join(', ')}`, () => {
    expect(missedRecomputed(example, found)).toEqual([]);
  });
});

describe('the collection', () => {
  it('has 31 rows with ids of their own, each with a source and at least one figure', () => {
    expect(new Set(examples.map(({ id }) => id)).size).toBe(31);
    expect(examples).toHaveLength(31);
    const isEmpty = ({ source, expected }: Example) =>
      source.length < 10 || Object.keys(expected).length === 0;
    expect(examples.filter(isEmpty)).toEqual([]);
  });

  it('has 21 consistent rows, 1 rounded and 9 inconsistent; exactly the inconsistent ones name what is wrong', () => {
    const count = (status: string) => examples.filter((example) => example.status === status).length;
    expect([count('consistent'), count('rounded'), count('inconsistent')]).toEqual([21, 1, 9]);
    const isOdd = ({ status, conflicts = [] }: Example) =>
      conflicts.length > 0 !== (status === 'inconsistent');
    expect(examples.filter(isOdd)).toEqual([]);
  });

  it('every name of a wrong figure is a published figure; the only other is SoFi’s story', () => {
    const unknown = examples.flatMap(({ id, expected, conflicts = [] }) =>
      conflicts.filter((name) => !(name in expected)).map((name) => `${id} ${name}`),
    );
    expect(unknown).toEqual(['sofi-trigger story']);
  });
});

describe('wrong published answers, tried', () => {
  it('justaaa: selling 846.15 leaves a call of 846.15; 3,666.67 ends it: a sale does not change equity', () => {
    expect(isFreeAfterSelling(carried('justaaa-sell-wrong'), '846.15')).toBe(false);
    expect(isFreeAfterSelling(carried('justaaa-sell-wrong'), '3666.67')).toBe(true);
  });

  it('NFS: selling 119,166 is 20 cents short of 35,750; 119,166.67 ends the call', () => {
    expect(isFreeAfterSelling(carried('nfs-sell-to-meet-house-call'), '119166')).toBe(false);
    expect(isFreeAfterSelling(carried('nfs-sell-to-meet-house-call'), '119166.67')).toBe(true);
  });

  it('Schwab: 200 is what securities at 28.57 % must add; 199.99 do not do it', () => {
    expect(isFreeAfterMovingIn(carried('schwab-handle-margin-calls'), '200')).toBe(true);
    expect(isFreeAfterMovingIn(carried('schwab-handle-margin-calls'), '199.99')).toBe(false);
  });
});
