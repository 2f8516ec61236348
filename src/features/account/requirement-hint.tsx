// What stands below the requirement of one number: how it was read, the other way to say it, and what of it is kept.
import { isDollarRate, isExample } from '@/state/account-edits';
import { selectBelowExchange } from '@/state/exchange-floor';
import { selectToday } from '@/state/figures';
import { selectAccount, useDesk } from '@/state/store';
import { formatMoneyText, formatRate } from '@/ui/format';
import { readRequirement } from '@/ui/typed-figures';
import styles from './account.module.css';
import { belowExchangeWords } from './requirement-words';

/** The hint; `typed` is the text in mid-typing, null at rest. */
export function RequirementHint({ typed }: { readonly typed: string | null }) {
  const account = useDesk(selectAccount);
  const today = selectToday(account);
  const position = account.positions[0];
  const readAs = typed === null ? '' : highRateWords(typed);
  if (today === null || isExample({ account }) || position === undefined) return readAs;
  const held = today.margin.positions[0];
  if (held === undefined || held.position.marketValue.sign() === 0) return readAs;
  const rate = formatRate(held.rate);
  if (position.maintenanceRate === undefined) {
    return held.tier === null ? `${rate} assumed: ${today.account.ruleSet.name}` : null;
  }
  // A rate in mid-typing passes through small ones.
  const least = typed === null ? selectBelowExchange(today).get(position.id) : undefined;
  const keeps = `When prices move, the ${rate} is kept; when you retype the holdings, the dollars are.`;
  const says = !isDollarRate(position)
    ? `${readAs}= ${withoutCents(held.requirement.toFixed(2, 'nearest'))}`
    : typed !== null && !typed.includes('$')
      ? `Read as dollars, as it is above 300\u00A0%: ${rate} of the holdings. ${keeps}`
      : `= ${rate}. ${keeps}`;
  return (
    <>
      {says}
      {least !== undefined && <strong className={styles.below}>{belowExchangeWords(least)}</strong>}
    </>
  );
}

/** A bare figure above 100 could be meant as dollars. */
function highRateWords(typed: string): string {
  const read = readRequirement(typed);
  const isHigh = read.ok && read.value.kind === 'rate' && Number(read.value.ratio) > 1;
  return isHigh && !typed.includes('%') ? `Read as ${typed.trim()}\u00A0%. ` : '';
}

/** Dollars and cents, the cents only where there are any. */
export function withoutCents(dollars: string): string {
  return formatMoneyText(dollars.replace(/\.00$/, ''));
}
