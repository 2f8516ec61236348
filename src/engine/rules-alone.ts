/**
 * An account by a broker's rules alone: what is typed for single holdings and what a what-if changes of requirements are
 * one broker's own and left out. So FINRA's minimum stands beside any broker, and brokers beside each other. Serves
 * rules of rules.md.
 */
import type { Account, Position } from '@/engine/account';
import type { RuleSet } from '@/engine/rule-set';
import { bringsPosition, type PlacedChange } from '@/engine/scenario';

/** An account under these rules: no rates and minimums of its own. */
export function accountByRules(account: Account, ruleSet: RuleSet): Account {
  return { ...account, ruleSet, positions: account.positions.map(withoutOwn) };
}

function withoutOwn(position: Position): Position {
  return { ...position, ownRate: null, perShareMinimum: null };
}

/** What of a what-if any broker's rules see: prices, money and trades, not what one broker asks. */
export function changesByRules(changes: readonly PlacedChange[]): readonly PlacedChange[] {
  return changes
    .filter(({ change }) => !isOfBroker(change.type))
    .map(({ change, path }) => ({
      path,
      change: bringsPosition(change) ? { ...change, position: withoutOwn(change.position) } : change,
    }));
}

/** Whether a kind of change is one broker's own. */
export function isOfBroker(type: PlacedChange['change']['type']): boolean {
  return brokersOwn.has(type);
}

const brokersOwn: ReadonlySet<PlacedChange['change']['type']> = new Set([
  'switchRuleSet',
  'shiftRequirement',
  'setRequirement',
]);
