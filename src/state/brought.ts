/** What the changes of the what-if bring into the account, read as if it were typed: its warnings are worth as much. */
import { type Account, type AccountInput, type PositionInput, parseAccount } from '@/engine/account';
import type { Issue } from '@/engine/result';
import { ruleSets } from '@/presets/rule-sets';
import type { Desk } from '@/state/desk';
import { shownChanges } from '@/state/lever-edits';

/** The holdings that changes bring, and what is worth knowing of them. */
export interface Brought {
  readonly positions: Account['positions'];
  readonly warnings: readonly Issue[];
}

const nothing: Brought = { positions: [], warnings: [] };

let last: {
  readonly account: AccountInput;
  readonly inputs: readonly PositionInput[];
  readonly brought: Brought;
} | null = null;

/** What is brought now; the same object while neither it nor the account changes. */
export function selectBrought({ draft, history }: Pick<Desk, 'draft' | 'history'>): Brought {
  const document = draft ?? history.present;
  const inputs = shownChanges(document).flatMap((change) =>
    change.type === 'depositSecurities' || change.type === 'open' ? [change.position] : [],
  );
  if (inputs.length === 0) return nothing;
  const { account } = document;
  const isSame = last?.inputs.length === inputs.length && last.inputs.every((each, n) => each === inputs[n]);
  if (last !== null && isSame && last.account === account) return last.brought;
  const read = parseAccount({ ...account, positions: inputs, excluded: [] }, ruleSets, '/account');
  const brought = read.ok ? { positions: read.value.positions, warnings: read.warnings } : nothing;
  last = { account, inputs, brought };
  return brought;
}
