/**
 * What is worked out of an account once and then known: its margin, its curve over the market, and how it was
 * read. Many places of the page ask for the same, and with thousands of holdings each of them is a frame's work.
 */
import { type Account, type AccountInput, parseAccountInSteps } from '@/engine/account';
import type { ExcessCurve } from '@/engine/excess-curve';
import { finish, type InSteps } from '@/engine/in-steps';
import { evaluateMargin, type MarginResult } from '@/engine/margin';
import { buildMarketCurveInSteps } from '@/engine/market-curve';
import { type Issue, type Result, success } from '@/engine/result';
import type { ReadDocument } from '@/io/read-document';
import { ruleSets } from '@/presets/rule-sets';

const margins = new WeakMap<Account, MarginResult>();

/** The margin of an account: the same result for the same account. */
export function marginOf(account: Account): MarginResult {
  const known = margins.get(account) ?? evaluateMargin(account);
  margins.set(account, known);
  return known;
}

const curves = new WeakMap<Account, ExcessCurve>();

/** The curve of an account over a move of the market. */
export function marketCurveOf(account: Account): ExcessCurve {
  return finish(marketCurveInSteps(account));
}

/** As `marketCurveOf`, in steps. */
export function* marketCurveInSteps(account: Account): InSteps<ExcessCurve> {
  const known = curves.get(account) ?? (yield* buildMarketCurveInSteps(account));
  curves.set(account, known);
  return known;
}

const read = new WeakMap<AccountInput, Result<Account>>();

/** An account as typed, checked. */
export function readAccount(input: AccountInput): Result<Account> {
  return finish(readAccountInSteps(input));
}

/** As `readAccount`, in steps. */
export function* readAccountInSteps(input: AccountInput): InSteps<Result<Account>> {
  const known = read.get(input) ?? (yield* parseAccountInSteps(input, ruleSets, '/account'));
  read.set(input, known);
  return known;
}

/** Takes over what the one reader of documents has made of an account: it is not read a second time. */
export function knowAccount(
  input: AccountInput,
  { account }: ReadDocument,
  warnings: readonly Issue[],
): void {
  read.set(input, success(account, warnings));
}
