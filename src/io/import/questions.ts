/** What a source does not tell and the page asks: by the layout, and by what was found. */
import { money } from '@/engine/quantity';
import type { ImportFound, ImportLayout, ImportQuestion } from './import-types';

/** These never carry the loan. */
const silentOnLoan: ReadonlySet<ImportLayout> = new Set(['fidelity', 'm1', 'vanguard']);

/** The questions in the order in which they are asked. */
export function questionsOf({
  layout,
  accounts,
  asOf,
}: Pick<ImportFound, 'layout' | 'accounts' | 'asOf'>): ImportQuestion[] {
  const isTold = accounts.some(({ marginLoan, cash }) => marginLoan !== null || isMinus(cash));
  const hasCash = accounts.some(({ cash }) => cash !== null);
  const hasSweep = accounts.some(({ rows }) => rows.some(({ fate }) => fate === 'moneyMarket'));
  const asks: Record<ImportQuestion, boolean> = {
    'margin-loan': !isTold && (!hasCash || silentOnLoan.has(layout) || isLoanMissing(layout, accounts)),
    cash: !hasCash && !(layout === 'vanguard' && hasSweep),
    'short-credit': accounts.some(
      ({ rows, cash, shortCredit }) =>
        shortCredit === null &&
        isMinus(cash) &&
        rows.some(({ fate, quantity, value }) => fate === 'holding' && isMinus(quantity ?? value)),
    ),
    'as-of': asOf === null,
  };
  return (Object.keys(asks) as ImportQuestion[]).filter((question) => asks[question]);
}

function isMinus(decimal: string | null): boolean {
  return decimal?.startsWith('-') === true;
}

/** E*TRADE may leave a debit out of its cash: then its own total is not what its rows give. */
function isLoanMissing(layout: ImportLayout, accounts: ImportFound['accounts']): boolean {
  return (
    layout === 'etrade' &&
    accounts.some(
      ({ statedTotal, readTotal }) =>
        statedTotal !== null && readTotal !== null && !money(statedTotal).equals(money(readTotal)),
    )
  );
}
