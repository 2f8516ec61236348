// The drawing's floats, against the exact curve and against figures by hand.
import { expect, it } from 'vitest';
import { toAxis, toCurveLine, toSampledLine } from '@/charts/series';
import { parseAccount } from '@/engine/account';
import { buildMarketCurve } from '@/engine/market-curve';
import { bare } from '@/engine/quantity';
import { parseChanges } from '@/engine/scenario';
import { buildScenarioCurve } from '@/engine/scenario-curve';
import { exampleAccount } from '@/presets/example';
import { ruleSets } from '@/presets/rule-sets';

function curveOf(input: Parameters<typeof parseAccount>[0]) {
  const account = parseAccount(input, ruleSets, '');
  if (!account.ok) throw new Error(JSON.stringify(account.issues));
  return buildMarketCurve(account.value);
}

it("M1's example is one straight line from −80 % to +40 %", () => {
  // 0.75 × 49,000 × (1 + x) − 9,000.
  expect(toCurveLine(curveOf(exampleAccount), -0.8, 0.4)).toEqual([
    [
      { x: -0.8, y: -1650 },
      { x: 0.4, y: 42450 },
    ],
  ]);
});

it('a jump of a concentration rule breaks the line, and every corner lies on the exact curve', () => {
  const curve = curveOf({
    ...exampleAccount,
    ruleSet: 'fidelity',
    positions: [
      { id: 'a', symbol: 'A', side: 'long', marketValue: '30000' },
      { id: 'b', symbol: 'B', side: 'long', marketValue: '19000', beta: '2' },
    ],
  });
  const line = toCurveLine(curve, -0.45, 0.4);
  expect(line.length).toBeGreaterThan(1);
  for (const piece of line) {
    for (const [index, { x, y }] of piece.entries()) {
      // The last corner of a piece is its own neighbour; at a jump the point itself has the lower rate.
      const next = piece[index + 1];
      if (next === undefined) continue;
      const { equity, requirement } = curve.at(bare(((x + next.x) / 2).toFixed(12)));
      expect((y + next.y) / 2).toBeCloseTo(equity.minus(requirement).toNumber(), 4);
    }
  }
});

it('a what-if that becomes impossible is drawn as far as it is possible: $6,000 of $10,000 can be sold to −40 %', () => {
  const account = parseAccount(
    {
      ...exampleAccount,
      cash: '0',
      marginLoan: '5000',
      positions: [{ id: 'a', symbol: 'A', side: 'long', marketValue: '10000', maintenanceRate: '0.25' }],
    },
    ruleSets,
    '',
  );
  const changes = parseChanges(
    [
      { type: 'moveMarket', ratio: '0' },
      { type: 'trade', position: 'a', amount: '-6000' },
    ],
    ruleSets,
    '',
  );
  if (!account.ok || !changes.ok) throw new Error('not read');
  const curve = buildScenarioCurve(account.value, changes.value);
  // 0.75 × 10,000 × (1 + x) − 5,000 + a quarter of 6,000.
  expect(curve === null ? null : toCurveLine(curve, -0.8, 0.4)).toEqual([
    [
      { x: -0.4, y: 1000 },
      { x: 0, y: 4000 },
      { x: 0.4, y: 7000 },
    ],
  ]);
});

it('samples leave a gap where there is no figure', () => {
  const line = toSampledLine((move) => (move.sign() < 0 ? null : move.as<'money'>()), -0.5, 0.5);
  expect(line).toHaveLength(1);
  expect(line[0]?.[0]).toEqual({ x: 0, y: 0 });
});

it('the axis has round steps and holds 0', () => {
  expect(
    toAxis([
      [
        { x: 0, y: -1650 },
        { x: 1, y: 42450 },
      ],
    ]),
  ).toEqual({
    from: -10000,
    to: 50000,
    ticks: [-10000, 0, 10000, 20000, 30000, 40000, 50000],
  });
  expect(toAxis([])).toMatchObject({ from: 0, to: 10000 });
});
