// The points that N and P go to, and what dollars on the market's scale mean, by hand.
import { expect, it } from 'vitest';
import { type AccountInput, parseAccount } from '@/engine/account';
import { bare } from '@/engine/quantity';
import { exampleAccount } from '@/presets/example';
import { ruleSets } from '@/presets/rule-sets';
import {
  figuresAtPoint,
  listCalls,
  listEquityZeros,
  listMarketPoints,
  type MarketPoint,
  nextMarketPoint,
} from '@/state/market-points';
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
const brief = ({ kind, at }: MarketPoint) => `${kind} ${at.toNumber().toFixed(4)}`;
const exact = ({ kind, ratio }: MarketPoint) => `${kind} ${ratio}`;

/** 20,000 long at 30 %, and 6,000 sold short at 30 % that move twice as far; short credit less loan as given. */
function twoSided(shortCredit: string, marginLoan: string): Scene {
  return sceneOf({
    ...exampleAccount,
    cash: '0',
    marginLoan,
    shortCredit,
    positions: [
      { id: 'p1', symbol: 'L', side: 'long', marketValue: '20000', maintenanceRate: '0.3' },
      { id: 'p2', symbol: 'S', side: 'short', marketValue: '6000', maintenanceRate: '0.3', beta: '2' },
    ],
  });
}

it("M1's points from left to right: equity zero, the call, five falls, today", () => {
  expect(listMarketPoints(m1).map(brief)).toEqual([
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

it('so near to a known fall that none can tell them apart, the call is the one that is listed', () => {
  // 0.75 × 40,000 × (1 + s) = 19,800.00001: s is 0.00001 ÷ 30,000 = 0.33 billionths right of −34 %.
  const scene = sceneOf({
    ...exampleAccount,
    marginLoan: '20800.00001',
    positions: [{ id: 'p1', symbol: 'V', side: 'long', marketValue: '40000', maintenanceRate: '0.25' }],
  });
  const there = listMarketPoints(scene).filter(({ at }) => Math.abs(at.toNumber() + 0.34) < 1e-6);
  expect(there.map(({ kind }) => kind)).toEqual(['callBegins']);
});

it('equity zero is told to its side without debt: 40 ÷ 49 down, cut off; 8 ÷ 12 up, cut off', () => {
  expect(listEquityZeros(m1).map(exact)).toEqual(['equityZero -0.816326530612244897959183673469']);
  // 20,000 − 12,000 × (1 + s) = 0 at two thirds; a call at 4,400 ÷ 15,600.
  const [position] = short.positions;
  if (position === undefined) throw new Error('a short');
  const shorts = sceneOf({
    ...short,
    shortCredit: '20000',
    positions: [{ ...position, marketValue: '12000' }],
  });
  expect(listEquityZeros(shorts).map(exact)).toEqual([`equityZero 0.${'6'.repeat(30)}`]);
  expect(listCalls(shorts).map(brief)).toEqual(['callBegins 0.2821']);
  for (const scene of [m1, shorts]) {
    for (const point of listEquityZeros(scene)) {
      expect(figuresAtPoint(scene, point)?.equity.sign()).toBe(0);
      expect(scene.at(bare(point.ratio))?.equity.sign()).toBe(1);
    }
  }
});

it('equity that is zero just where the curve bends is one point, and what owes nothing has none', () => {
  // 10,000 and 2,000 that are worth nothing from −50 % on: 10,000 × 0.5 = 5,000 owed there.
  const held = (loan: string) =>
    sceneOf({
      ...exampleAccount,
      cash: '0',
      marginLoan: loan,
      positions: [
        { id: 'p1', symbol: 'A', side: 'long', marketValue: '10000', maintenanceRate: '0.25' },
        { id: 'p2', symbol: 'B', side: 'long', marketValue: '2000', maintenanceRate: '0.25', beta: '2' },
      ],
    });
  expect(listEquityZeros(held('5000')).map(exact)).toEqual(['equityZero -0.5']);
  // 4,000 owed: 10,000 × 0.4, left of the bend. 6,000: 12,000 + 14,000 × s, right of it, 3 ÷ 7.
  expect(listEquityZeros(held('4000')).map(exact)).toEqual(['equityZero -0.6']);
  expect(listEquityZeros(held('6000')).map(brief)).toEqual(['equityZero -0.4286']);
  const cashOnly = sceneOf({ ...exampleAccount, marginLoan: '0', positions: [] });
  expect(listEquityZeros(cashOnly)).toEqual([]);
  expect(listCalls(cashOnly)).toEqual([]);
});

it('between two calls stands everything else, from left to right', () => {
  // Right of −50 % the excess is 14,000 (1 + s) − 7,800 (1 + 2s) − 5,000 = 1,200 − 1,600 s, gone at 0.75; left of it
  // 14,000 (1 + s) − 5,000, gone at −9 ÷ 14. Equity there is 20,000 (1 + s) − 5,000.
  const scene = twoSided('7000', '12000');
  expect(listMarketPoints(scene).map(brief)).toEqual([
    'equityZero -0.7500',
    'callBegins -0.6429',
    'tick -0.5700',
    'bend -0.5000',
    'tick -0.3400',
    'tick -0.2000',
    'tick -0.1300',
    'tick -0.0700',
    'tick 0.0000',
    'callBegins 0.7500',
  ]);
  expect(listCalls(scene).map(exact)).toEqual([
    'callBegins -0.642857142857142857142857142857',
    'callBegins 0.75',
  ]);
  expect(listCalls(scene).map((point) => figuresAtPoint(scene, point)?.excess.sign())).toEqual([0, 0]);
});

it('a call that a fall ends and a deeper fall brings again: the nearest is told first', () => {
  // The same with 6,500 owed: −300 − 1,600 s is 0 at −0.1875, and 14,000 (1 + s) − 6,500 at −15 ÷ 28.
  const scene = twoSided('7000', '13500');
  expect(listCalls(scene).map(exact)).toEqual([
    'callEnds -0.1875',
    'callBegins -0.535714285714285714285714285714',
  ]);
});

it('a call that a rise ends is told at the first move that is free of it: 1 ÷ 11 up', () => {
  // 12,000 ÷ 11,000; 9,000 ÷ 11,000 for equity.
  const scene = sceneOf({
    ...exampleAccount,
    positions: [{ id: 'p1', symbol: 'V', side: 'long', marketValue: '11000', maintenanceRate: '0.25' }],
  });
  // The thirty decimals end in 09, rounded up in 1 (and a 0 that is left away).
  expect(listCalls(scene).map(exact)).toEqual([`callEnds 0.${'09'.repeat(14)}1`]);
  expect(listEquityZeros(scene).map(brief)).toEqual(['equityZero -0.1818']);
});

it('where a share meets one of Fidelity’s steps the curve jumps, to the side toward today', () => {
  // 39,000 (1 + s) beside 60,000 that stand still, nothing owed. The first is 10, 20, 40, 50, 75 % at
  // 6,666.67, 15,000, 40,000, 60,000 and 180,000; the second 75, 50, 40, 20, 10 % with 20,000, 60,000, 90,000,
  // 240,000 and 540,000 beside it.
  const scene = sceneOf({
    name: '',
    ruleSet: 'fidelity',
    cash: '0',
    marginLoan: '0',
    shortCredit: '0',
    positions: [
      { id: 'p1', symbol: 'A', side: 'long', marketValue: '39000' },
      { id: 'p2', symbol: 'B', side: 'long', marketValue: '60000', beta: '0' },
    ],
  });
  const jumps = listMarketPoints(scene).filter(({ kind }) => kind !== 'tick');
  expect(jumps.map(brief)).toEqual([
    'jump -0.8291',
    'jump -0.6154',
    'jump -0.4872',
    'jump 0.0256',
    'jump 0.5385',
    'jump 1.3077',
    'jump 3.6154',
    'jump 5.1538',
    'jump 12.8462',
  ]);
  // −19 ÷ 39 and 1 ÷ 39.
  expect(jumps.slice(2, 4).map(({ ratio }) => ratio)).toEqual([
    `-0.${'487179'.repeat(5)}`,
    `0.${'025641'.repeat(5)}`,
  ]);
});

it('of one kind only those of that kind follow each other, and of none there is none', () => {
  const isTick = ({ kind }: MarketPoint) => kind === 'tick';
  expect(nextMarketPoint(m1, bare(0), -1, isTick)?.ratio).toBe('-0.07');
  expect(nextMarketPoint(m1, bare('-0.57'), -1, isTick)?.ratio).toBe('0');
  expect(nextMarketPoint(m1, bare(0), 1, isTick)?.ratio).toBe('-0.57');
  expect(nextMarketPoint(m1, bare('-0.2'), 1, isTick)?.ratio).toBe('-0.13');
  expect(nextMarketPoint(m1, bare('-0.2'), 1, (point) => isTick(point) && point.ratio === '-0.2')).toBeNull();
  expect(nextMarketPoint(m1, bare(0), 1, () => false)).toBeNull();
});

it('dollars mean the holdings, with shorts the longs, and with shorts alone the shorts', () => {
  expect(heldSide(m1)).toBe('holdings');
  expect(findMoveForHoldings(m1, '24500')).toBe('-0.5');
  const shorts = sceneOf(short);
  expect(heldSide(shorts)).toBe('shorts');
  expect(findMoveForHoldings(shorts, '11000')).toBe('0.1');
});
