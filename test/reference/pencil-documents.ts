/** Documents for the pencil tests, and short ways to the reference's figures of them. */
import type { AccountJson, ChangeJson, DocumentJson, PositionJson } from './document';
import type { Fraction } from './fraction';
import type { ReferenceResult } from './reference';
import { referenceEvaluate } from './reference';

/** A figure as decimal text; null stays null. */
export const text = (figure: Fraction | null | undefined): string | null =>
  figure === null || figure === undefined ? null : figure.toString();

/** Positions with their ids and symbols filled in. */
export const positions = (...list: Partial<PositionJson>[]): PositionJson[] =>
  list.map((position, index) => ({
    id: `p${index + 1}`,
    symbol: `P${index + 1}`,
    side: 'long',
    ...position,
  }));

/** A document of an account, with changes on show where there are any. */
export function documentOf(account: Partial<AccountJson>, changes?: ChangeJson[]): DocumentJson {
  return {
    app: 'headroom',
    schemaVersion: 1,
    account: {
      name: 'Pencil',
      ruleSet: 'finra-minimum',
      cash: '0',
      marginLoan: '0',
      shortCredit: '0',
      positions: [],
      excluded: [],
      ...account,
    },
    scenarios: changes === undefined ? [] : [{ id: 's1', name: 'What if', description: '', changes }],
    shownScenario: changes === undefined ? null : 's1',
  };
}

/** The reference's figures of an account as it stands. */
export const before = (account: Partial<AccountJson>): ReferenceResult =>
  referenceEvaluate(documentOf(account)).before;

/** The reference's figures of an account after changes. */
export function after(account: Partial<AccountJson>, changes: ChangeJson[]): ReferenceResult {
  const result = referenceEvaluate(documentOf(account, changes)).after;
  if (result === null) throw new Error('impossible');
  return result;
}

/** M1's published account. */
export const m1 = {
  cash: '1000',
  marginLoan: '10000',
  positions: positions({ marketValue: '49000', maintenanceRate: '0.25' }),
};
