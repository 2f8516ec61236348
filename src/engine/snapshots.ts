/**
 * Two snapshots of one account, before and now, and what lies between them: prices, requirements, trades, money in and
 * out, interest, borrowing and repaying. Serves rules of rules.md.
 */
import type { Account, Position } from '@/engine/account';
import { type Attribution, splitExcess } from '@/engine/attribution';
import { evaluateMargin } from '@/engine/margin';
import { greatest, type Money, marketValueOf, money } from '@/engine/quantity';
import type { RuleSet } from '@/engine/rule-set';

/** What may lie between two snapshots, in the order in which it is told. */
export const snapshotCauses = ['prices', 'requirements', 'trades', 'money', 'interest', 'loan'] as const;

/** One of them. */
export type SnapshotCause = (typeof snapshotCauses)[number];

/** Two snapshots, and the flows between them that neither shows. Dollars. */
export interface SnapshotPair {
  readonly before: Account;
  readonly now: Account;
  /** Money that was paid in; below 0 what was taken out. */
  readonly moneyIn: Money;
  /** Interest that was added to the loan, never below 0. */
  readonly interest: Money;
}

const nothing = money(0);

/**
 * The cash that trades brought, below 0 what they cost: what of the change in money is neither paid in nor interest.
 * Where no holding changed it is a flow that was not told.
 */
export function findTradeCash({ before, now, moneyIn, interest }: SnapshotPair): Money {
  return moneyOf(now).minus(moneyOf(before)).minus(moneyIn).plus(interest);
}

/** Whether a holding was bought, sold, opened or closed between the snapshots. */
export function hasTrades(pair: SnapshotPair): boolean {
  return matchHoldings(pair).some(({ before, now }) => {
    if (before === null || now === null) return true;
    if (before.shares === null || now.shares === null) return false;
    return !before.shares.equals(now.shares);
  });
}

/** Splits the change in excess between two snapshots among what lies between them; what does not differ is left out. */
export function attributeSnapshots(pair: SnapshotPair): Attribution {
  const matches = matchHoldings(pair);
  const flows = { trades: findTradeCash(pair), money: pair.moneyIn, interest: pair.interest.negated() };
  const causes = snapshotCauses.filter((cause) => isDifferent(cause, pair, matches, flows));
  const excessWith = (includes: Includes) =>
    evaluateMargin(hybridOf(pair, matches, flows, causes, includes)).excess;
  const isSpared =
    causes.includes('requirements') &&
    !isAnyRateOther(matches, pair) &&
    isWithoutEffect('requirements', causes, excessWith);
  return splitExcess(isSpared ? causes.filter((cause) => cause !== 'requirements') : causes, excessWith);
}

/** Whether any holding of both snapshots had another rate before, whatever made it. */
function isAnyRateOther(matches: readonly HoldingMatch[], { before, now }: SnapshotPair): boolean {
  const [was, is] = [before, now].map((account) => evaluateMargin(account).positions);
  const rateOf = (found: typeof was, position: Position) =>
    found?.find((each) => each.position === position)?.rate.toText();
  return matches.some(
    (match) =>
      match.before !== null && match.now !== null && rateOf(was, match.before) !== rateOf(is, match.now),
  );
}

/**
 * Whether a cause changes excess beside no set of the others: the same requirement told in another way, or rules that
 * say the same of what is held, are none that changed.
 */
function isWithoutEffect(
  cause: SnapshotCause,
  causes: readonly SnapshotCause[],
  excessWith: (includes: Includes) => Money,
): boolean {
  const others = causes.filter((each) => each !== cause);
  return Array.from({ length: 2 ** others.length }, (_, set) =>
    others.filter((__, index) => (set & (1 << index)) !== 0),
  ).every((some) =>
    excessWith((each) => some.some((one) => one === each)).equals(
      excessWith((each) => each === cause || some.some((one) => one === each)),
    ),
  );
}

/**
 * Excess now if the holdings of one side had the prices of before, and all else were as it is: the two sides of an
 * account apart, rule R-94.
 */
export function findExcessWithoutMoveOf(
  side: 'long' | 'short',
  pair: Pick<SnapshotPair, 'before' | 'now'>,
): Money {
  const positions = matchHoldings(pair).flatMap(({ before, now }) => {
    if (now === null) return [];
    if (now.side !== side || before === null) return [now];
    const { price, marketValue } = before;
    if (now.shares === null || now.price === null || price === null) {
      return [now.shares === null && before.shares === null ? { ...now, marketValue } : now];
    }
    return [{ ...now, price, marketValue: marketValueOf(now.shares, price) }];
  });
  return evaluateMargin({ ...pair.now, positions }).excess;
}

/** One holding in both snapshots; null where it is not in one of them. */
export interface HoldingMatch {
  readonly before: Position | null;
  readonly now: Position | null;
}

type Flows = Readonly<Record<'trades' | 'money' | 'interest', Money>>;

type Includes = (cause: SnapshotCause) => boolean;

/** Holdings of one side and symbol are the same, the first of several with the first; those now first. */
export function matchHoldings({
  before,
  now,
}: Pick<SnapshotPair, 'before' | 'now'>): readonly HoldingMatch[] {
  const left = before.positions.filter(({ isClosed }) => !isClosed);
  const kept = now.positions
    .filter(({ isClosed }) => !isClosed)
    .map((position): HoldingMatch => {
      const index = left.findIndex(
        ({ side, symbol }) => side === position.side && symbol === position.symbol,
      );
      return { before: left.splice(index, index < 0 ? 0 : 1)[0] ?? null, now: position };
    });
  return [...kept, ...left.map((position): HoldingMatch => ({ before: position, now: null }))];
}

function isDifferent(
  cause: SnapshotCause,
  pair: SnapshotPair,
  matches: readonly HoldingMatch[],
  flows: Flows,
): boolean {
  switch (cause) {
    case 'prices':
      return matches.some(({ before, now }) => before !== null && now !== null && !hasSamePrice(before, now));
    case 'requirements':
      return (
        !hasSameRules(pair.before.ruleSet, pair.now.ruleSet) ||
        matches.some((match) => !hasSameTerms(match, pair))
      );
    case 'trades':
      return hasTrades(pair) || flows.trades.sign() !== 0;
    case 'money':
    case 'interest':
      return flows[cause].sign() !== 0;
    case 'loan':
      return isSplitFelt(pair.before, pair.now, flows);
  }
}

/**
 * Whether cash and loan stand otherwise than the flows make them, and that counts: a loan repaid from cash can leave a rule
 * that holds from some loan on, and nothing else.
 */
function isSplitFelt(before: Account, now: Account, flows: Flows): boolean {
  const flowed = flowedMoney(before, flows, flowKinds);
  return !evaluateMargin({ ...now, ...flowed }).excess.equals(evaluateMargin(now).excess);
}

/** A custom set is read anew with each snapshot: what it says counts. */
function hasSameRules(before: RuleSet, now: RuleSet): boolean {
  return before === now || JSON.stringify(before.input) === JSON.stringify(now.input);
}

function hasSamePrice(before: Position, now: Position): boolean {
  if (before.price === null || now.price === null) return before.marketValue.equals(now.marketValue);
  return before.price.equals(now.price);
}

/** Whether a holding is under the same requirement in both snapshots, whatever its size makes of it. */
export function hasSameTerms(
  { before, now }: HoldingMatch,
  pair: Pick<SnapshotPair, 'before' | 'now'>,
): boolean {
  if (before === null || now === null) return true;
  return hasSameRules(pair.before.ruleSet, pair.now.ruleSet) && hasSameRates(before, now);
}

function hasSameRates(before: Position, now: Position): boolean {
  const texts = ({ ownRate, perShareMinimum, leverage, marginable, requirementShift }: Position) =>
    [
      ownRate?.toText(),
      perShareMinimum?.toText(),
      leverage?.toText(),
      marginable,
      requirementShift.toText(),
    ].join();
  return texts(before) === texts(now);
}

/** The account with only some of the causes: of everything else it has what was before. */
function hybridOf(
  { before, now }: SnapshotPair,
  matches: readonly HoldingMatch[],
  flows: Flows,
  causes: readonly SnapshotCause[],
  includes: Includes,
): Account {
  const rated = includes('requirements') ? now : before;
  const positions = matches.flatMap((match) => hybridPosition(match, includes));
  const { cash, marginLoan, shortCredit } = hybridMoney(before, now, flows, causes, includes);
  return { ...rated, cash, marginLoan, shortCredit, positions };
}

function hybridPosition({ before, now }: HoldingMatch, includes: Includes): readonly Position[] {
  if (now === null) return includes('trades') || before === null ? [] : [before];
  if (before === null) return includes('trades') ? [now] : [];
  const { ownRate, perShareMinimum, leverage, marginable, requirementShift } = includes('requirements')
    ? now
    : before;
  const rates = { ownRate, perShareMinimum, leverage, marginable, requirementShift };
  const priced = includes('prices') ? now : before;
  const { shares } = includes('trades') ? now : before;
  // Where shares are not known on both sides, all of a change in value is one of prices.
  if (shares === null || priced.price === null || before.price === null || now.price === null)
    return [{ ...priced, ...rates }];
  return [{ ...priced, ...rates, shares, marketValue: marketValueOf(shares, priced.price) }];
}

type Balances = Pick<Account, 'cash' | 'marginLoan' | 'shortCredit'>;

const flowKinds = ['trades', 'money', 'interest'] as const;

/** Money with some of the flows; once nothing is left out, as it stands now. */
function hybridMoney(
  before: Account,
  now: Account,
  flows: Flows,
  causes: readonly SnapshotCause[],
  includes: Includes,
): Balances {
  const kinds = flowKinds.filter((kind) => causes.includes(kind));
  const there = kinds.filter((kind) => includes(kind));
  const isAll = there.length === kinds.length;
  const flowed = flowedMoney(before, flows, there);
  if (!causes.includes('loan')) return isAll && kinds.length > 0 ? now : flowed;
  if (!includes('loan')) return flowed;
  return isAll ? now : shuffled(flowed, flowedMoney(before, flows, kinds), now);
}

/** Money after flows: in goes to cash, out comes from cash and then the loan, interest goes to the loan. */
function flowedMoney(
  { cash, marginLoan, shortCredit }: Account,
  flows: Flows,
  kinds: readonly (keyof Flows)[],
): Balances {
  const interest = kinds.includes('interest') ? flows.interest.negated() : nothing;
  const flow = kinds
    .filter((kind) => kind !== 'interest')
    .reduce((total, kind) => total.plus(flows[kind]), nothing);
  return settled({ cash: cash.plus(flow), marginLoan: marginLoan.plus(interest), shortCredit });
}

/** Money after what turns one split of it into another; below 0 neither cash nor loan can be. */
function shuffled(money: Balances, from: Balances, to: Balances): Balances {
  return settled({
    cash: money.cash.plus(to.cash).minus(from.cash),
    marginLoan: money.marginLoan.plus(to.marginLoan).minus(from.marginLoan),
    shortCredit: money.shortCredit.plus(to.shortCredit).minus(from.shortCredit),
  });
}

/** What is missing in cash is borrowed; a loan below 0 is cash. */
function settled({ cash, marginLoan, shortCredit }: Balances): Balances {
  const borrowed = greatest(nothing, cash.negated());
  const over = greatest(nothing, marginLoan.plus(borrowed).negated());
  return {
    cash: greatest(nothing, cash).plus(over),
    marginLoan: greatest(nothing, marginLoan.plus(borrowed)),
    shortCredit,
  };
}

function moneyOf({ cash, marginLoan, shortCredit }: Account): Money {
  return cash.plus(shortCredit).minus(marginLoan);
}
