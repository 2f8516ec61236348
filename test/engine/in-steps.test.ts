// Work in steps: it pauses, it can be given up, and it comes to what the same work at once comes to.
import { describe, expect, it } from 'vitest';
import { parseAccountInSteps } from '@/engine/account';
import { findCallPoints } from '@/engine/excess-curve';
import { finish, type InSteps, mapInSteps } from '@/engine/in-steps';
import { buildMarketCurve, buildMarketCurveInSteps } from '@/engine/market-curve';
import { bare } from '@/engine/quantity';
import { known } from '@/engine/result';
import { ruleSets } from '@/presets/rule-sets';
import { accountOf, holding } from '../support/build';

function pausesOf<T>(work: InSteps<T>): { readonly pauses: number; readonly value: T } {
  for (let pauses = 0; ; pauses += 1) {
    const step = work.next();
    if (step.done === true) return { pauses, value: step.value };
  }
}

describe('a list in steps', () => {
  const items = Array.from({ length: 501 }, (_, n) => n);
  it('pauses after 250 and after 500 of 501 items; all are there in order', () => {
    const { pauses, value } = pausesOf(mapInSteps(items, (item, index) => item + index));
    expect(pauses).toBe(2);
    expect(value).toEqual(items.map((item) => 2 * item));
  });

  it('at once it is the same, and a short list makes no pause', () => {
    expect(finish(mapInSteps(items, (item) => item))).toEqual(items);
    expect(pausesOf(mapInSteps([1, 2], (item) => item)).pauses).toBe(0);
  });

  it('given up, it goes no further', () => {
    const seen: number[] = [];
    const work = mapInSteps(items, (item) => seen.push(item));
    work.next();
    work.return([]);
    expect(seen).toHaveLength(250);
    expect(work.next().done).toBe(true);
  });
});

describe('600 shorts of $100 under FINRA’s minimum', () => {
  // 10 shares at $10 need $5 a share: 30,000 in all. 60,000 of credit and 36,000 − 60,000 = 36,000, and each point of rise
  // costs 600: the call comes beyond +10 %.
  const shorts = Array.from({ length: 600 }, (_, n) =>
    holding(`S${n}`, { side: 'short', shares: '10', price: '10' }),
  );
  const account = accountOf(shorts, { ruleSet: 'finra-minimum', shortCredit: '60000', cash: '36000' });

  it('the curve in steps is the curve at once: a call beyond +10 %', () => {
    const { pauses, value } = pausesOf(buildMarketCurveInSteps(account));
    expect(pauses).toBeGreaterThan(4);
    expect(findCallPoints(value, bare(0)).above?.at.toText()).toBe('0.1');
    const atOnce = buildMarketCurve(account);
    expect(value.vertices().map(({ at, excess }) => [at.toText(), excess.toText()])).toEqual(
      atOnce.vertices().map(({ at, excess }) => [at.toText(), excess.toText()]),
    );
  });
});

describe('an account read in steps', () => {
  it('says what is wrong with the 400th of 600 holdings as it does at once', () => {
    const positions = Array.from({ length: 600 }, (_, n) =>
      holding(`P${n}`, { marketValue: n === 399 ? 'x' : '100' }),
    );
    const input = {
      name: 'A',
      ruleSet: 'm1',
      cash: '0',
      marginLoan: '0',
      shortCredit: '0',
      positions,
    };
    const { pauses, value } = pausesOf(parseAccountInSteps(input, ruleSets, ''));
    expect(pauses).toBe(2);
    expect(value).toMatchObject({ ok: false, issues: [{ path: '/positions/399/marketValue' }] });
    const read = finish(parseAccountInSteps({ ...input, positions: positions.slice(0, 300) }, ruleSets, ''));
    expect(known(read).positions).toHaveLength(300);
  });
});
