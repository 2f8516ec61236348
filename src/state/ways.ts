/**
 * Every single way to end a call, or to have room for a further fall: cash, each sale, each cover, securities moved
 * in. Each in two sizes, just enough and with room, and for each where the next call is then. All seen from the
 * account on show, what-if included. Serves rules of rules.md.
 */
import type { Account, Position } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import { findMarketDistance } from '@/engine/distances';
import type { CallPoints } from '@/engine/excess-curve';
import { finish, type InSteps } from '@/engine/in-steps';
import { evaluateMargin, type MarginResult } from '@/engine/margin';
import { upToCent } from '@/engine/planned-trade';
import { type Bare, bare, least, type Money, money, type Ratio, ratio, type Shares } from '@/engine/quantity';
import { movedIn } from '@/engine/remedies';
import { known } from '@/engine/result';
import { findPracticalReduction, findPracticalSecurities, findRoomCash } from '@/engine/room';
import type { Change } from '@/engine/scenario';
import { marginOf } from '@/state/known-figures';

/** What a way costs and what it leaves. */
export interface Cure {
  /** Dollars and cents; of a trade in shares, what those are worth. */
  readonly amount: Money;
  /** Whole shares, or all of them where a fraction is held; null where shares are unknown. */
  readonly shares: Shares | null;
  /** All of the position goes. */
  readonly isWhole: boolean;
  /** What stays of the position that is sold or covered; null for what comes from outside. */
  readonly left: { readonly shares: Shares | null; readonly value: Money } | null;
  readonly excessAfter: Money;
  /** Where the next call is, as a further move of the market from there. */
  readonly next: CallPoints;
}

/** Why a way does not do. */
export type Hindrance =
  /** Equity is below 0: no trade at market price changes that. */
  | 'negative-equity'
  /** Securities of a rate of 100 % need as much as they bring. */
  | 'full-rate'
  /** Securities that are worth nothing after the fall that there is to be room for. */
  | 'worthless'
  /** All of it is too little. */
  | 'too-small'
  /** Nothing of it is left. */
  | 'nothing-left';

/** One way in both sizes. */
export interface Way {
  readonly kind: 'deposit' | 'sell' | 'buyToCover' | 'moveIn';
  /** What is sold or covered; null for money and securities from outside. */
  readonly position: Position | null;
  /** Its requirement per dollar of value, or that of what is moved in. */
  readonly rate: Ratio | null;
  /** Null where it does not do: then `hindrance` says why, and `most` how far it gets. */
  readonly enough: Cure | null;
  readonly roomy: Cure | null;
  readonly hindrance: Hindrance | null;
  /** What all of it leaves, where that is too little; null otherwise. */
  readonly most: Cure | null;
}

/** Repaying the loan from cash: no way out, but where a smaller loan takes the account out of a concentration rule. */
export interface Repaying {
  /** The most that cash and loan allow; 0 where one of them is 0. */
  readonly most: Money;
  readonly equity: Money;
  readonly requirement: Money;
  /** Whether a smaller loan could take the account out of a rule. */
  readonly isBounded: boolean;
  /** The least that brings the loan below the rule's bound, where that lowers the requirement; null elsewhere. */
  readonly helping: { readonly cure: Cure; readonly bound: Money } | null;
}

const zero = bare(0);
/** Whole shares. */
const whole = bare(1);

/** The rates of securities that may be moved in. */
const rates = ['0.25', '0.3', '0.5', '1'].map((rate) => ratio(rate));

/** At this rate securities need all that they are worth. */
const rateOfAll = ratio(1);

/** So many trades at first, and so many more at a press: each is tried out on the whole account. */
export const tradesAtOnce = 8;

/** The ways of an account, and how many trades were left out. */
export interface Ways {
  readonly ways: readonly Way[];
  readonly moreTrades: number;
  readonly repaying: Repaying;
}

/**
 * The ways of an account, money first, then trades, at most so many of them, then securities. Of the trades those that
 * end the call come first, then the others, each with the highest requirement per dollar first; the one that the verdict
 * names is never left out. `room` is the further fall, 0 to −1.
 */
export function listWays(
  account: Account,
  room: Bare,
  mostTrades: number,
  named: string | null = null,
): Ways {
  return finish(waysInSteps(account, room, mostTrades, named));
}

/** What was asked of an account last, and what came of it. */
interface Asked {
  readonly room: Bare;
  readonly mostTrades: number;
  readonly named: string | null;
  readonly ways: Ways;
}

const asked = new WeakMap<Account, Asked>();

/** As `listWays`, in steps; known when it is asked for once more. */
export function* waysInSteps(
  account: Account,
  room: Bare,
  mostTrades: number,
  named: string | null,
): InSteps<Ways> {
  const last = asked.get(account);
  const isSame = last?.mostTrades === mostTrades && last.named === named && last.room.equals(room);
  if (last !== undefined && isSame) return last.ways;
  const ways = yield* findWays(account, room, mostTrades, named);
  asked.set(account, { room, mostTrades, named, ways });
  return ways;
}

function* findWays(account: Account, room: Bare, mostTrades: number, named: string | null): InSteps<Ways> {
  const margin = marginOf(account);
  const held = margin.positions
    .filter(({ position }) => !position.isClosed && position.marketValue.sign() > 0)
    .map(({ position, requirement }) => ({
      position,
      rate: requirement.per(position.marketValue),
      // All of it frees its own requirement: under tiers an estimate, good for an order.
      isLarge: !requirement.isBelow(margin.excess.negated()),
    }))
    .toSorted((a, b) => Number(b.isLarge) - Number(a.isLarge) || b.rate.compare(a.rate));
  const first = held.slice(0, mostTrades);
  const own = held.slice(mostTrades).find(({ position }) => position.id === named);
  const tried = own === undefined ? first : [...first.slice(0, -1), own];
  const money = yield* depositWay(account, room);
  const trades: Way[] = [];
  for (const { position, rate } of tried) {
    trades.push(yield* reduceWay(account, margin, position, rate, room));
  }
  trades.sort((a, b) => Number(b.enough !== null) - Number(a.enough !== null));
  const securities: Way[] = [];
  for (const rate of rates) securities.push(yield* moveInWay(account, rate, room));
  return {
    ways: [money, ...trades, ...securities],
    moreTrades: held.length - trades.length,
    repaying: repayingOf(account, margin),
  };
}

function repayingOf(account: Account, { equity, requirement }: MarginResult): Repaying {
  const { cash, marginLoan } = account;
  const most = least(cash, marginLoan);
  const bound = account.ruleSet.concentration?.debitAtLeast ?? null;
  const none = { most, equity, requirement, isBounded: false, helping: null };
  if (bound === null || marginLoan.isBelow(bound)) return none;
  const bounded = { ...none, isBounded: true };
  // The bound itself is inside the rule: a cent less is out of it.
  const amount = upToCent(marginLoan.minus(bound).plus(money('0.01')));
  if (amount.isAbove(most)) return bounded;
  const after = { ...account, cash: cash.minus(amount), marginLoan: marginLoan.minus(amount) };
  if (!evaluateMargin(after).requirement.isBelow(requirement)) return bounded;
  return { ...bounded, helping: { cure: cureOf(after, amount, null, false), bound } };
}

function* depositWay(account: Account, room: Bare): InSteps<Way> {
  const cure = (move: Bare) => {
    const amount = upToCent(findRoomCash(account, move));
    return cureOf({ ...account, cash: account.cash.plus(amount) }, amount, null, false);
  };
  const enough = cure(zero);
  yield;
  const roomy = cure(room);
  yield;
  return {
    kind: 'deposit',
    position: null,
    rate: null,
    enough,
    roomy,
    hindrance: null,
    most: null,
  };
}

function* reduceWay(
  account: Account,
  margin: MarginResult,
  position: Position,
  rate: Ratio,
  room: Bare,
): InSteps<Way> {
  const isLong = position.side === 'long';
  const { shares: held, price, marketValue } = position;
  const cure = (move: Bare): Cure | null => {
    const practical = findPracticalReduction(account, position, move, whole);
    if (practical === null) return null;
    const signed = isLong ? practical.negated() : practical;
    if (held === null || price === null) {
      const size = { unit: 'dollars', amount: signed.as<'money'>() } as const;
      const isAll = practical.as<'money'>().equals(marketValue);
      return tradedCure(trade(account, position, size), position, practical.as<'money'>(), null, isAll);
    }
    const size = { unit: 'shares', shares: signed.as<'shares'>() } as const;
    const paid = practical.times(price.as<'bare'>()).as<'money'>();
    const count = practical.as<'shares'>();
    return tradedCure(trade(account, position, size), position, paid, count, count.equals(held));
  };
  const enough = cure(zero);
  yield;
  const roomy = cure(room);
  yield;
  const isShort = enough === null || roomy === null;
  return {
    kind: isLong ? 'sell' : 'buyToCover',
    position,
    rate,
    enough,
    roomy,
    hindrance: !isShort ? null : margin.equity.sign() < 0 ? 'negative-equity' : 'too-small',
    most: isShort ? tradedCure(allOf(account, position), position, marketValue, held, true) : null,
  };
}

function* moveInWay(account: Account, rate: Ratio, room: Bare): InSteps<Way> {
  const cure = (move: Bare): Cure | null => {
    const paid = findPracticalSecurities(account, rate, move);
    if (paid === null) return null;
    return cureOf({ ...account, positions: [...account.positions, movedIn(rate, paid)] }, paid, null, false);
  };
  const enough = cure(zero);
  yield;
  const roomy = cure(room);
  yield;
  return {
    kind: 'moveIn',
    position: null,
    rate,
    enough,
    roomy,
    hindrance: enough !== null && roomy !== null ? null : rate.equals(rateOfAll) ? 'full-rate' : 'worthless',
    most: null,
  };
}

function cureOf(after: Account, amount: Money, shares: Shares | null, isWhole: boolean): Cure {
  const { excess } = evaluateMargin(after);
  return { amount, shares, isWhole, left: null, excessAfter: excess, next: findMarketDistance(after) };
}

function tradedCure(
  after: Account,
  { id }: Position,
  amount: Money,
  shares: Shares | null,
  isWhole: boolean,
): Cure {
  const then = after.positions.find((each) => each.id === id);
  const left = then === undefined ? null : { shares: then.shares, value: then.marketValue };
  return { ...cureOf(after, amount, shares, isWhole), left };
}

function allOf(account: Account, position: Position): Account {
  const isLong = position.side === 'long';
  const { shares, marketValue } = position;
  return shares === null
    ? trade(account, position, { unit: 'dollars', amount: isLong ? marketValue.negated() : marketValue })
    : trade(account, position, { unit: 'shares', shares: isLong ? shares.negated() : shares });
}

type TradeSize = Extract<Change, { type: 'trade' }>['size'];

function trade(account: Account, { id }: Position, size: TradeSize): Account {
  return known(applyChanges(account, [{ change: { type: 'trade', position: id, size }, path: '' }]));
}
