// The points that N and P go to, and what dollars on the market's scale mean, by hand.
import { expect, it } from 'vitest';
import { type AccountInput, parseAccount } from '@/engine/account';
import { bare } from '@/engine/quantity';
import { exampleAccount } from '@/presets/example';
import { ruleSets } from '@/presets/rule-sets';
import { listMarketPoints, nextMarketPoint } from '@/state/market-points';
import { findMoveForHoldings, heldSide } from '@/state/market-target';
import { Scene } from '@/state/scene';

function sceneOf(input: AccountInput): Scene {
  const account = parseAccount(input, ruleSets, '');
  if (!account.ok) throw new Error(JSON.stringify(account.issues));
  return new Scene(account.value, []);
}

const m1 = sceneOf(exampleAccount);
const short: AccountInput = {
  ...exampleAccount,
  cash: '0',
  marginLoan: '0',
  shortCredit: '15000',
  positions: [{ id: 'p1', symbol: 'S', side: 'short', marketValue: '10000', maintenanceRate: '0.3' }],
};
const everyPoint = () => true;

it("M1's points from left to right: equity zero, the call, five falls, today", () => {
  expect(listMarketPoints(m1).map(({ kind, at }) => `${kind} ${at.toNumber().toFixed(4)}`)).toEqual([
    'equityZero -0.8163',
    'callBegins -0.7551',
    'tick -0.5700',
    'tick -0.3400',
    'tick -0.2000',
    'tick -0.1300',
    'tick -0.0700',
    'tick 0.0000',
  ]);
});

it('a call point leads to its last free move, and from there on to the next', () => {
  const call = nextMarketPoint(m1, bare('-0.57'), -1, everyPoint);
  expect(call?.kind).toBe('callBegins');
  const there = bare(call?.ratio ?? '0');
  expect(m1.at(there)?.excess.sign()).toBeGreaterThanOrEqual(0);
  expect(nextMarketPoint(m1, there, -1, everyPoint)?.kind).toBe('equityZero');
  expect(nextMarketPoint(m1, there, 1, everyPoint)?.ratio).toBe('-0.57');
  // To the right of today there is none: it begins again at the left, and the other way round.
  expect(nextMarketPoint(m1, bare(0), 1, everyPoint)?.kind).toBe('equityZero');
  expect(nextMarketPoint(m1, bare('-0.9'), -1, everyPoint)?.tick?.meaning).toBe('Today');
});

it('a holding that moves twice as much bends the curve where it is worth nothing', () => {
  const [position] = exampleAccount.positions;
  if (position === undefined) throw new Error('the example holds something');
  const bent = sceneOf({
    ...exampleAccount,
    positions: [position, { id: 'p2', symbol: 'B', side: 'long', marketValue: '1000', beta: '2' }],
  });
  expect(listMarketPoints(bent).find(({ kind }) => kind === 'bend')?.ratio).toBe('-0.5');
});

it('of a call point on a known fall only the call point is listed', () => {
  // 0.75 × 40,000 × 0.66 = 19,800: a loan of $20,800 less $1,000 in cash.
  const scene = sceneOf({
    ...exampleAccount,
    marginLoan: '20800',
    positions: [{ id: 'p1', symbol: 'V', side: 'long', marketValue: '40000', maintenanceRate: '0.25' }],
  });
  const there = listMarketPoints(scene).filter(({ at }) => Math.abs(at.toNumber() + 0.34) < 1e-6);
  expect(there.map(({ kind }) => kind)).toEqual(['callBegins']);
});

it('dollars mean the holdings, with shorts the longs, and with shorts alone the shorts', () => {
  expect(heldSide(m1)).toBe('holdings');
  expect(findMoveForHoldings(m1, '24500')).toBe('-0.5');
  const shorts = sceneOf(short);
  expect(heldSide(shorts)).toBe('shorts');
  expect(findMoveForHoldings(shorts, '11000')).toBe('0.1');
});
