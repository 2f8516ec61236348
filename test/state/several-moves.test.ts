// A file may move the market twice: its figures are those of the two moves as they stand, until the slider is moved.
import { describe, expect, it } from 'vitest';
import type { ChangeInput } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import { selectView } from '@/state/figures';
import { setMarketMove } from '@/state/lever-edits';
import { isStanding, selectVerdict } from '@/state/verdict';

const move = (ratio: string): ChangeInput => ({ type: 'moveMarket', ratio });

function documentOf(beta: string, changes: readonly ChangeInput[]): SimulatorDocument {
  return {
    app: 'headroom',
    schemaVersion: 1,
    account: {
      name: 'Two moves',
      ruleSet: 'm1',
      cash: '0',
      marginLoan: '30000',
      shortCredit: '0',
      positions: [
        { id: 'p1', symbol: 'A', side: 'long', shares: '100', price: '300' },
        { id: 'p2', symbol: 'B', side: 'long', shares: '200', price: '100', beta },
      ],
    },
    scenarios: [{ id: 's', name: '', changes }],
    shownScenario: 's',
  };
}

function excessOf(document: SimulatorDocument): string | null {
  const view = selectView(document);
  return view.ok ? (view.scene.at(view.move)?.excess.toText() ?? null) : null;
}

describe('two moves of the market', () => {
  it('with a price set between them: 270 × 100 + 81 × 200 = 43,200, and 2,400 above', () => {
    const changes = [move('-0.1'), { type: 'setPrice', position: 'p1', price: '300' } as const, move('-0.1')];
    // 43,200 − 30,000 − 10,800.
    expect(excessOf(documentOf('1', changes))).toBe('2400');
  });

  it('with a beta of 1.5: 100 × 0.85² = 72.25, and a call of 937.50', () => {
    // 24,300 + 14,450 = 38,750; − 30,000 = 8,750; − 9,687.50.
    const document = documentOf('1.5', [move('-0.1'), move('-0.1')]);
    expect(excessOf(document)).toBe('-937.5');
    // One move of −19 % is another thing: 100 × (1 − 1.5 × 0.19) = 71.50.
    expect(excessOf(setMarketMove('-0.19')(document))).toBe('-1050');
    expect(excessOf(document)).toBe('-937.5');
  });

  it('five points more of requirement are added to the moves as they stand: 48,000 held, not 50,000', () => {
    const { account, ...rest } = documentOf('2', [move('-0.2'), move('0.25')]);
    const isNearAt = (marginLoan: string) => {
      const positions = account.positions.map((each) => (each.id === 'p1' ? { ...each, beta: '0' } : each));
      const verdict = selectVerdict(selectView({ ...rest, account: { ...account, positions, marginLoan } }));
      return isStanding(verdict) ? verdict.isNear : null;
    };
    // 20,000 × 0.6 × 1.5 = 18,000 and 30,000: 48,000 − 33,600 = 14,400, which is 30 % of it.
    expect(isNearAt('33600')).toBe(false);
    // A call is a fall of 12.66… % and more away: 0.75 × (50,000 − 40,000 × 12.66… %) = 33,700.
    expect(isNearAt('33700')).toBe(true);
  });
});
