// What becomes of one holding in a what-if, by hand; the others are not worked out where they play no part.
import { expect, it } from 'vitest';
import { type AccountInput, parseAccount } from '@/engine/account';
import { bare } from '@/engine/quantity';
import { type ChangeInput, parseChanges } from '@/engine/scenario';
import { ruleSets } from '@/presets/rule-sets';
import { heldAfter } from '@/state/held-after';
import { Scene } from '@/state/scene';

const input: AccountInput = {
  name: '',
  ruleSet: 'finra-minimum',
  cash: '0',
  marginLoan: '10000',
  shortCredit: '0',
  positions: [
    { id: 'p1', symbol: 'VTI', side: 'long', marketValue: '24000', group: 'Funds', beta: '2' },
    { id: 'p2', symbol: 'NVDA', side: 'long', shares: '40', price: '200' },
  ],
};

function after(id: string, move: string, changes: readonly ChangeInput[]): string | null {
  const [account, placed] = [parseAccount(input, ruleSets, ''), parseChanges(changes, ruleSets, '')];
  if (!account.ok || !placed.ok) throw new Error('the account and its changes can be read');
  const held = heldAfter(
    new Scene(account.value, placed.value),
    bare(move),
    (position) => position.id === id,
  );
  return held?.map(({ marketValue }) => marketValue.toText()).join() ?? null;
}

it('its own move comes on top of the market’s, by its beta', () => {
  const changes: ChangeInput[] = [
    { type: 'movePrice', position: 'p2', ratio: '-0.5' },
    { type: 'moveGroup', group: 'Funds', ratio: '0.5' },
  ];
  // 24,000 × (1 − 2 × 0.1) × 1.5; 8,000 × 0.9 × 0.5.
  expect(after('p1', '-0.1', changes)).toBe('28800');
  expect(after('p2', '-0.1', changes)).toBe('3600');
  // A price that is set after the market's move stands.
  const set: ChangeInput = { type: 'setPrice', position: 'p2', price: '150' };
  expect(after('p2', '-0.1', [{ type: 'moveMarket', ratio: '-0.1' }, set])).toBe('6000');
});

it('what is sold of it is gone, and an impossible what-if leaves nothing to say', () => {
  // 8,000 − 2,000, and of that a tenth.
  expect(
    after('p2', '-0.1', [
      { type: 'trade', position: 'p2', amount: '-2000' },
      { type: 'moveMarket', ratio: '0' },
    ]),
  ).toBe('5400');
  expect(after('p1', '0', [{ type: 'passDays', days: 30 }])).toBeNull();
});
