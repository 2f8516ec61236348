// The sentences below the copied sheet: what it counts, and what it leaves out.
import { describe, expect, it } from 'vitest';
import type { AccountInput } from '@/engine/account';
import { copySheet } from '@/features/proof/spreadsheet-words';
import { selectExplanation } from '@/state/explanation';
import { selectView } from '@/state/figures';
import { documentOf } from '../support/document-of';
import { long } from '../support/verdict-words';

function linesOf(account: Partial<AccountInput>): readonly string[] {
  const document = documentOf(account);
  const explanation = selectExplanation(selectView(document));
  if (explanation === null) throw new Error('no figures');
  return copySheet(explanation, document.account, '2026-11-23').text.replaceAll('\u00A0', ' ').split('\n');
}

const row = { label: 'AAPL 250 C', reason: 'option' };
const positions = [long('49000')];

describe('below the sheet stands', () => {
  it('when it was copied, of which prices, and that it is no advice', () => {
    const lines = linesOf({ positions, enteredOn: '2026-11-20' });
    expect(lines).toContain('Copied on November 23, 2026; prices of November 20, 2026.');
    expect(lines.at(-2)).toBe('Educational, not advice.');
    expect(linesOf({ positions })).toContain(
      'Copied on November 23, 2026; the day of the prices is not told.',
    );
  });

  it('how many imported rows are in no figure', () => {
    expect(linesOf({ positions, excluded: [row] })).toContain(
      'Without 1 imported row: the totals are incomplete.',
    );
    expect(linesOf({ positions, excluded: [row, row] })).toContain(
      'Without 2 imported rows: the totals are incomplete.',
    );
  });

  it('that rates are fixed where they go by a holding’s share, and only there', () => {
    const moved = /^Under the rules of .* after a move they may be others\.$/;
    expect(linesOf({ positions, ruleSet: 'fidelity' }).filter((line) => moved.test(line))).toHaveLength(1);
    expect(linesOf({ positions, ruleSet: 'merrill' }).filter((line) => moved.test(line))).toEqual([]);
  });

  it('which holding FINRA’s table is not applied to, for its shares are not known', () => {
    const sold = { id: 'p1', symbol: 'GME', side: 'short', marketValue: '900' } as const;
    const notApplied = 'Without a number of shares, FINRA’s table is not applied to GME.';
    expect(linesOf({ positions: [sold] })).toContain(notApplied);
    expect(linesOf({ positions: [{ ...long('900'), symbol: 'GME' }] })).not.toContain(notApplied);
  });

  it('no call by name at a broker that makes none', () => {
    const names = linesOf({ positions, ruleSet: 'interactive-brokers' }).map((line) => line.split('\t')[0]);
    expect(names).toContain('Missing to the requirement');
    expect(names).not.toContain('Margin call');
  });
});
