/**
 * The exchange's minimum for an account, whatever its broker asks: what is typed and shifted is the broker's and left
 * out. Serves rule R-67 of rules.md.
 */
import type { Account, Position } from '@/engine/account';
import type { RuleSet } from '@/engine/rule-set';
import { bringsPosition, type PlacedChange } from '@/engine/scenario';

/** An account under the exchange's minimum: no rates and minimums of its own. */
export function exchangeAccount(account: Account, minimum: RuleSet): Account {
  return { ...account, ruleSet: minimum, positions: account.positions.map(withoutOwn) };
}

function withoutOwn(position: Position): Position {
  return { ...position, ownRate: null, perShareMinimum: null };
}

/** What of a what-if reaches the exchange's minimum: prices, money and trades, not what a broker asks. */
export function exchangeChanges(changes: readonly PlacedChange[]): readonly PlacedChange[] {
  return changes
    .filter(({ change }) => !brokersOwn.has(change.type))
    .map(({ change, path }) => ({
      path,
      change: bringsPosition(change) ? { ...change, position: withoutOwn(change.position) } : change,
    }));
}

const brokersOwn: ReadonlySet<PlacedChange['change']['type']> = new Set([
  'switchRuleSet',
  'shiftRequirement',
  'setRequirement',
]);
