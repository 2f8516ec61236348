/** Short ways to valid accounts and changes for tests; throws with the issues when something is not valid. */
import { type Account, type AccountInput, type PositionInput, parseAccount } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import type { Result } from '@/engine/result';
import { type ChangeInput, type PlacedChange, parseChanges } from '@/engine/scenario';
import { ruleSets } from '@/presets/rule-sets';

/** The value of a result; throws with its issues when there is none. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.issues));
}

/** A position whose id is its symbol; long unless said. */
export function holding(symbol: string, rest: Partial<PositionInput>): PositionInput {
  return { id: symbol, symbol, side: 'long', ...rest };
}

/** An account of these positions; FINRA's minimum, no money, unless said. */
export function accountOf(positions: readonly PositionInput[], rest: Partial<AccountInput> = {}): Account {
  const money = { cash: '0', marginLoan: '0', shortCredit: '0' };
  return valueOf(
    parseAccount({ name: '', ruleSet: 'finra-minimum', ...money, ...rest, positions }, ruleSets, ''),
  );
}

/** Checked changes. */
export function changesOf(...inputs: readonly ChangeInput[]): readonly PlacedChange[] {
  return valueOf(parseChanges(inputs, ruleSets, '/changes'));
}

/** The account after changes that are possible. */
export function after(account: Account, ...inputs: readonly ChangeInput[]): Account {
  return valueOf(applyChanges(account, changesOf(...inputs)));
}

/** The issue code of changes that are impossible; throws when they are not. */
export function refusalOf(account: Account, ...inputs: readonly ChangeInput[]): string {
  const result = applyChanges(account, changesOf(...inputs));
  if (result.ok) throw new Error('expected an impossible change');
  return result.issues.map(({ code, path }) => `${code} ${path}`).join();
}
