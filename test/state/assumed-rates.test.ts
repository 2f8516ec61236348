// How many rates are the broker's and not typed: what a what-if sets is no assumption.
import { expect, it } from 'vitest';
import type { PositionInput } from '@/engine/account';
import type { ChangeInput } from '@/engine/scenario';
import { selectView } from '@/state/figures';
import { isStanding, selectVerdict } from '@/state/verdict';

const held = (id: string, more: Partial<PositionInput> = {}): PositionInput => ({
  id,
  symbol: id,
  side: 'long',
  marketValue: '1000',
  ...more,
});

function assumed(changes: readonly ChangeInput[]): number | null {
  const positions = [
    held('A'),
    held('B', { group: 'Energy' }),
    held('C', { group: 'Energy' }),
    held('D', { maintenanceRate: '0.4' }),
    held('E', { marginable: false }),
  ];
  const verdict = selectVerdict(
    selectView({
      app: 'headroom',
      schemaVersion: 1,
      account: {
        name: '',
        ruleSet: 'fidelity',
        cash: '0',
        marginLoan: '100',
        shortCredit: '0',
        positions,
      },
      scenarios: [{ id: 's', name: '', changes }],
      shownScenario: 's',
    }),
  );
  return isStanding(verdict) ? verdict.assumedRates : null;
}

it('one more where the what-if brings one without a rate, one less where one is sold whole', () => {
  expect(assumed([{ type: 'depositSecurities', position: held('N') }])).toBe(4);
  expect(assumed([{ type: 'depositSecurities', position: held('N', { maintenanceRate: '0.3' }) }])).toBe(3);
  expect(assumed([{ type: 'trade', position: 'A', amount: '-1000' }])).toBe(2);
});

it('three of five are assumed; one less where the what-if sets one, two less where it sets a group’s', () => {
  expect(assumed([])).toBe(3);
  expect(assumed([{ type: 'setRequirement', position: 'A', rate: '0.5' }])).toBe(2);
  expect(assumed([{ type: 'setRequirement', group: 'Energy', rate: '0.5' }])).toBe(1);
});
