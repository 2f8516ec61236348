/** What a source is silent about: which amounts the page asks for, and which of them it must have. */
import type { ImportAnswers } from '@/state/import-choices';

/** What the chosen account says of its money, and what not. */
export interface Silence {
  readonly asksLoan: boolean;
  readonly asksCash: boolean;
  readonly hasShort: boolean;
  /** Whether the loan stands on a row of its own, and so not in the cash. */
  readonly isLoanApart: boolean;
  readonly isCreditTold: boolean;
}

/** Whether the credit from short sales is asked for. */
export function asksCredit({ hasShort, isCreditTold }: Silence): boolean {
  return hasShort && !isCreditTold;
}

/** Whether the proceeds of short sales are inside the source's cash: equity is then right without naming them. */
export function isCreditInCash({ asksLoan, asksCash, isLoanApart }: Silence): boolean {
  return !asksLoan && !asksCash && !isLoanApart;
}

/**
 * What must be answered before the account can be opened. Without loan and cash equity is not known; a credit that is in
 * the cash leaves it as it is, but one typed later beside the account would raise it.
 */
export function mustAnswer(silence: Silence): readonly (keyof ImportAnswers)[] {
  return [
    ...(silence.asksLoan ? (['loan'] as const) : []),
    ...(silence.asksCash ? (['cash'] as const) : []),
    ...(asksCredit(silence) ? (['credit'] as const) : []),
  ];
}
