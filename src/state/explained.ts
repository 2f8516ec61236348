/**
 * The account before and now, what lies between them and what each part of it did: all that the explanation of a call
 * says is taken from here. Serves rules of rules.md.
 */
import { type Account, type AccountInput, type Position, parseAccount } from '@/engine/account';
import type { Attribution } from '@/engine/attribution';
import { evaluateMargin, type MarginResult } from '@/engine/margin';
import { type Money, money, type Ratio } from '@/engine/quantity';
import {
  attributeSnapshots,
  findExcessWithoutMoveOf,
  findTradeCash,
  hasSameTerms,
  hasTrades,
  matchHoldings,
  type SnapshotPair,
} from '@/engine/snapshots';
import { isSameJson } from '@/io/same-json';
import { ruleSets } from '@/presets/rule-sets';
import { findAdopted } from '@/state/adopt-what-if';
import { isOnShow } from '@/state/aside';
import type { Desk } from '@/state/desk';
import { selectToday } from '@/state/figures';
import { shownChanges } from '@/state/lever-edits';
import { listSaved } from '@/state/saved-accounts';
import { selectAccount } from '@/state/store';
import { accountBefore, isTold, type Story } from '@/state/story';

/** One holding in both accounts, as far as it differs; null where it is not in one of them. */
export interface HoldingChange {
  readonly before: Position | null;
  readonly now: Position | null;
  /** Both rates are null where the terms of its requirement are the same. */
  readonly rateBefore: Ratio | null;
  readonly rateNow: Ratio | null;
  /** The rates that its part of the account makes of the same terms, where they differ; else null. */
  readonly sized: { readonly before: Ratio; readonly now: Ratio } | null;
}

/** One side of a long and short account, for the two are looked at apart. */
export interface SideFigures {
  readonly value: Money;
  readonly requirement: Money;
}

/** Both sides apart: what each was and is, and excess now without the moves of each. */
export type SidesApart = Readonly<
  Record<
    'long' | 'short',
    { readonly before: SideFigures; readonly now: SideFigures; readonly without: Money }
  >
>;

/** An account explained. */
export interface Explained {
  readonly account: Account;
  readonly now: MarginResult;
  /** Null while nothing is told of before. */
  readonly past: Past | null;
}

/** What was before, and what made now of it. */
export interface Past {
  readonly account: Account;
  readonly before: MarginResult;
  readonly moneyIn: Money;
  readonly interest: Money;
  /** What trades brought, below 0 what they cost. */
  readonly tradeCash: Money;
  /** What came in, below 0 went out, that nothing explains; 0 where all is explained. */
  readonly unexplained: Money;
  readonly attribution: Attribution;
  readonly changes: readonly HoldingChange[];
  /** Null but for an account with longs and shorts, before or now. */
  readonly sides: SidesApart | null;
}

interface Known {
  readonly account: AccountInput;
  readonly story: Story;
  readonly explained: Explained | null;
}

let last: Known | null = null;

/** What the desk's account and story come to; null while the account has no figures. */
export function selectExplained(desk: Desk): Explained | null {
  const account = selectAccount(desk);
  const { story } = desk;
  if (last?.account !== account || last.story !== story) {
    last = { account, story, explained: explain(account, story) };
  }
  return last.explained;
}

/** The account as it is, and as it was by a story. */
export function explain(input: AccountInput, story: Story): Explained | null {
  const today = selectToday(input);
  if (today === null) return null;
  const { account, margin } = today;
  return { account, now: margin, past: isTold(story) ? pastOf(account, margin, story) : null };
}

function pastOf(now: Account, margin: MarginResult, story: Story): Past | null {
  const account = story.compared === null ? accountBefore(story, now) : readCompared(story.compared.account);
  if (account === null) return null;
  const isCompared = story.compared !== null;
  const pair: SnapshotPair = {
    // In a story a holding is the same by its id: symbols may be blank or repeated.
    before: isCompared ? account : byId(account),
    now: isCompared ? now : byId(now),
    moneyIn: money(story.moneyIn ?? '0'),
    interest: money(story.interest ?? '0'),
  };
  const before = evaluateMargin(account);
  const tradeCash = findTradeCash(pair);
  return {
    account,
    before,
    moneyIn: pair.moneyIn,
    interest: pair.interest,
    tradeCash,
    unexplained: hasTrades(pair) ? money(0) : tradeCash,
    attribution: attributeSnapshots(pair),
    changes: changesOf(pair, account, before, now, margin),
    sides: sidesOf(pair, before, margin),
  };
}

function readCompared(input: AccountInput): Account | null {
  const read = parseAccount(input, ruleSets, '/account');
  return read.ok ? read.value : null;
}

function byId(account: Account): Account {
  return { ...account, positions: account.positions.map((each) => ({ ...each, symbol: each.id })) };
}

function changesOf(
  pair: SnapshotPair,
  account: Account,
  before: MarginResult,
  now: Account,
  margin: MarginResult,
): readonly HoldingChange[] {
  const held = (positions: readonly Position[], like: Position | null) =>
    positions.find(({ id }) => id === like?.id) ?? null;
  const rateOf = ({ positions }: MarginResult, like: Position | null) =>
    positions.find(({ position }) => position.id === like?.id)?.rate ?? null;
  return matchHoldings(pair).map((match) => {
    const isRated = !hasSameTerms(match, pair);
    const [was, is] = [rateOf(before, match.before), rateOf(margin, match.now)];
    return {
      before: held(account.positions, match.before),
      now: held(now.positions, match.now),
      rateBefore: isRated ? was : null,
      rateNow: isRated ? is : null,
      sized: isRated || was === null || is === null || was.equals(is) ? null : { before: was, now: is },
    };
  });
}

function sidesOf(pair: SnapshotPair, before: MarginResult, now: MarginResult): SidesApart | null {
  const has = (of: 'long' | 'short') =>
    [before, now].some(({ positions }) => positions.some(({ position: { side } }) => side === of));
  if (!has('long') || !has('short')) return null;
  const side = (of: 'long' | 'short') => ({
    before: sideOf(before, of),
    now: sideOf(now, of),
    without: findExcessWithoutMoveOf(of, pair),
  });
  return { long: side('long'), short: side('short') };
}

function sideOf(margin: MarginResult, side: 'long' | 'short'): SideFigures {
  const held = margin.positions.filter(({ position }) => position.side === side);
  return {
    value: side === 'long' ? margin.longMarketValue : margin.shortMarketValue,
    requirement: held.reduce((total, { requirement }) => total.plus(requirement), money(0)),
  };
}

/** Another account that this one can be compared with. */
export type Comparable = NonNullable<Story['compared']>;

/** The accounts to compare with: what was put aside, the saved ones, and what the changes on show make of this one. */
export function listComparables({ aside, history, texts, newRow, savedAs }: Desk): readonly Comparable[] {
  const here = { document: history.present, texts, newRow };
  const works = aside
    .filter((work) => !isOnShow(work, here))
    .map(({ document: { account } }) => ({ name: account.name, account }));
  const saved = listSaved().flatMap((each) =>
    each.ok && each.id !== savedAs ? [each.work.document.account] : [],
  );
  const others = saved
    .filter((account) => works.every((work) => !isSameJson(work.account, account)))
    .map((account) => ({ name: account.name, account }));
  const adopted = shownChanges(history.present).length > 0 ? findAdopted(history.present) : null;
  const changed =
    adopted === null ? [] : [{ name: 'This account with the changes on show', account: adopted.account }];
  return [...works, ...others, ...changed];
}
