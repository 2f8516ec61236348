// What is copied without names: the document on show, what happened to it, and the sheet.
import { beforeEach, describe, expect, it } from 'vitest';
import { wordReasons } from '@/features/explain/reason-words';
import { copySheet } from '@/features/proof/spreadsheet-words';
import { mathText, wordMath } from '@/features/proof/whole-math';
import { selectExplanation } from '@/state/explanation';
import { selectView } from '@/state/figures';
import { selectSpoken, selectSpokenExplained } from '@/state/redacted';
import { setRedacted, startDesk, tellStory, useDesk } from '@/state/store';
import { documentOf } from '../support/document-of';

const positions = [
  { id: 'acme', symbol: 'ACME', side: 'long' as const, shares: '800', price: '78', maintenanceRate: '0.4' },
  { id: 'p2', symbol: 'ZETA', side: 'long' as const, marketValue: '20000', maintenanceRate: '0.3' },
];
const typed = documentOf({ name: 'Nora', marginLoan: '52000', positions });
const names = /acme|zeta|nora/i;

beforeEach(() => useDesk.setState(startDesk(typed)));

describe('what is copied without names', () => {
  it('the document itself while nothing is wished, and letters once it is', () => {
    expect(selectSpoken(useDesk.getState())).toBe(typed);
    setRedacted(true);
    const { account } = selectSpoken(useDesk.getState());
    expect(account.positions.map(({ symbol }) => symbol)).toEqual(['A', 'B']);
    expect(selectSpoken(useDesk.getState()).account).toBe(account);
  });

  it('what happened to one holding is told of its letter, with the same figures', () => {
    tellStory((story) => ({ ...story, holdings: { acme: { price: '100', rate: '0.3' } } }));
    setRedacted(true);
    const past = selectSpokenExplained(useDesk.getState())?.past ?? null;
    const reasons = past === null ? [] : wordReasons(past);
    expect(reasons.join(' ')).toContain('A fell from $100 to $78');
    expect(reasons.join(' ')).not.toMatch(names);
  });

  it('a holding is the same letter in the account that it is compared with', () => {
    const before = documentOf({
      name: 'Nora before',
      marginLoan: '52000',
      positions: [
        { id: 'p1', symbol: 'OMEGA', side: 'long', shares: '10', price: '5', maintenanceRate: '0.3' },
        { id: 'p9', symbol: 'ACME', side: 'long', shares: '800', price: '100', maintenanceRate: '0.3' },
      ],
    }).account;
    tellStory((story) => ({ ...story, compared: { name: 'Nora before', account: before } }));
    setRedacted(true);
    const past = selectSpokenExplained(useDesk.getState())?.past ?? null;
    const reasons = (past === null ? [] : wordReasons(past)).join(' ');
    expect(reasons).toContain('A fell from $100 to $78');
    expect(reasons).not.toMatch(/acme|zeta|nora|omega/i);
  });

  it('neither the sheet nor the math has a name left, as text or HTML', () => {
    setRedacted(true);
    const document = selectSpoken(useDesk.getState());
    const explanation = selectExplanation(selectView(document));
    if (explanation === null) throw new Error('no figures');
    const sheet = copySheet(explanation, document.account, '2026-11-20');
    const math = mathText(wordMath(explanation, 10), explanation.account.ruleSet);
    for (const text of [sheet.text, sheet.html ?? '', math]) expect(text).not.toMatch(names);
    expect(sheet.text).toMatch(/^A\t800\t78\t/m);
    expect(math).toContain('A: ');
  });
});
