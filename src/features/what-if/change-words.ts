/** The words of the levers: each change of a what-if in a sentence, and why one is impossible. */
import type { PositionInput } from '@/engine/account';
import { money, ratio } from '@/engine/quantity';
import type { Issue } from '@/engine/result';
import type { ChangeInput } from '@/engine/scenario';
import { ruleSets } from '@/presets/rule-sets';
import { formatMoneyShort, formatPercent, formatRate } from '@/ui/format';

type Positions = readonly PositionInput[];

/** A change in words. */
export function describeChange(change: ChangeInput, positions: Positions): string {
  switch (change.type) {
    case 'moveMarket':
      return `The market moves by ${signed(change.ratio)} %`;
    case 'moveGroup':
      return `${change.group} moves by ${signed(change.ratio)} %`;
    case 'movePrice':
      return `${holdingName(positions, change.position)} moves by ${signed(change.ratio)} %`;
    case 'setPrice':
      return `${holdingName(positions, change.position)} goes to ${dollars(change.price)}`;
    case 'switchRuleSet':
      return `The rules of ${rulesName(change.ruleSet)} apply`;
    case 'shiftRequirement':
      return `Every requirement changes by ${signed(change.points)} points`;
    case 'setRequirement':
      return `${change.group ?? holdingName(positions, change.position ?? '')} requires ${formatRate(ratio(change.rate))}`;
    case 'deposit':
      return `${dollars(change.amount)} comes in`;
    case 'withdraw':
      return `${dollars(change.amount)} goes out`;
    case 'passDays':
      return change.days === 1 ? '1 day passes' : `${change.days} days pass`;
    case 'borrow':
    case 'repay':
    case 'depositSecurities':
    case 'open':
    case 'trade':
    case 'rebalance':
    case 'removeSlice':
      return `Another change: ${change.type}`;
  }
}

/** Why a change is impossible where it stands. */
export function describeRefusal({ code }: Issue): string {
  switch (code) {
    case 'no-interest-rate':
      return 'Not possible yet: type what the loan costs a year.';
    case 'unknown-position':
    case 'unknown-group':
      return 'Not possible: that holding is no longer in the account.';
    default:
      return 'Not possible on this account.';
  }
}

/** What a holding is called: its symbol, or its place among the holdings. */
export function holdingName(positions: Positions, id: string): string {
  const index = positions.findIndex((position) => position.id === id);
  const symbol = positions[index]?.symbol.trim() ?? '';
  if (symbol !== '') return symbol;
  return index < 0 ? 'A holding' : `Holding ${index + 1}`;
}

function rulesName(rules: Extract<ChangeInput, { type: 'switchRuleSet' }>['ruleSet']): string {
  return typeof rules === 'string' ? (ruleSets.get(rules)?.input.name ?? rules) : rules.name;
}

function dollars(decimal: string): string {
  return formatMoneyShort(money(decimal));
}

function signed(decimal: string): string {
  const text = formatPercent(ratio(decimal), 2).replace(/\.?0*\u00A0%$/, '');
  return decimal.startsWith('-') ? text : `+${text}`;
}
