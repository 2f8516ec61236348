/**
 * The plan that is being made: what it is to leave, what stays, and what was typed by hand; and the changes that put it
 * into the what-if. Kept beside the document and never saved. Serves rules of rules.md.
 */
import type { Account } from '@/engine/account';
import { makePlan, type Plan, tallyPlan } from '@/engine/plan';
import type { PlannedTrade } from '@/engine/planned-trade';
import { bare, type Money, money, type Quantity } from '@/engine/quantity';
import type { ChangeInput } from '@/engine/scenario';

/** How a plan is made: by one of three orders, or by hand. */
export type PlanKind = 'fewestDollars' | 'proportional' | 'listed' | 'hand';

/** A plan by hand as decimal text: dollars paid in; of each holding shares, or dollars where those are unknown, or `all`. */
export interface HandPlan {
  readonly cash: string;
  readonly sizes: Readonly<Record<string, string>>;
}

/** What is wished of a plan. Plain JSON. */
export interface PlanSettings {
  /** The further move that is to make no call, as a signed ratio; null is 10 % to the side that hurts more. */
  readonly room: string | null;
  /** With that room, or just enough; null is just enough in a call and with room otherwise. */
  readonly isRoomy: boolean | null;
  readonly kind: PlanKind;
  readonly isWholeShares: boolean;
  /** The most of new cash, in dollars. */
  readonly cash: string;
  /** Ids of holdings that stay. */
  readonly locked: readonly string[];
  /** Null until something is typed. */
  readonly hand: HandPlan | null;
}

/** The size of a plan by hand that is all of a holding, however many decimals that has. */
export const allOfIt = 'all';

/** How a plan begins. */
export const startPlan: PlanSettings = {
  room: null,
  isRoomy: null,
  kind: 'fewestDollars',
  isWholeShares: true,
  cash: '0',
  locked: [],
  hand: null,
};

/** What of the settings a plan of one kind depends on. */
export type PlanBasis = Pick<PlanSettings, 'isWholeShares' | 'cash' | 'locked' | 'hand'>;

/** The plan of one kind on an account, with room for a move of 0 or a fall; null by hand while nothing is typed. */
export function findPlan(account: Account, kind: PlanKind, room: string, basis: PlanBasis): Plan | null {
  const { isWholeShares, cash, locked, hand } = basis;
  if (kind === 'hand') {
    if (hand === null) return null;
    const sizes = new Map(
      Object.entries(hand.sizes).map(([id, size]) => [id, size === allOfIt ? allOfIt : bare(size)] as const),
    );
    return tallyPlan(account, { cash: money(hand.cash), sizes }, bare(room));
  }
  return makePlan(account, {
    order: kind === 'listed' ? account.positions.map(({ id }) => id) : kind,
    locked: new Set(locked),
    cash: money(cash),
    room: bare(room),
    isWholeShares,
  });
}

/** What a plan does, as one begins to change it by hand. */
export function handOf({ cash, trades }: Plan): HandPlan {
  return {
    cash: plain(cash),
    sizes: Object.fromEntries(
      trades.map((trade) => [trade.position.id, trade.isAll ? allOfIt : plain(sizeOf(trade))]),
    ),
  };
}

/** The same plan with another size of one holding; 0 takes it out. */
export function withSize({ cash, sizes }: HandPlan, id: string, size: string): HandPlan {
  const others = Object.entries(sizes).filter(([each]) => each !== id);
  return { cash, sizes: Object.fromEntries(Number(size) === 0 ? others : [...others, [id, size]]) };
}

/** A plan as changes of the what-if: the deposit, then each trade. */
export function planActions({ cash, trades }: Plan): readonly ChangeInput[] {
  const deposit: readonly ChangeInput[] =
    cash.sign() === 0 ? [] : [{ type: 'deposit', amount: plain(cash), invest: false }];
  return [
    ...deposit,
    ...trades.map((trade): ChangeInput => {
      const sign = trade.action === 'sell' ? '-' : '';
      const { id } = trade.position;
      // A count whose decimals no document holds, as of dollars bought at $3, is traded by its amount.
      return trade.shares === null || (!isWritable(trade.shares) && isWritable(trade.amount))
        ? { type: 'trade', position: id, amount: `${sign}${plain(trade.amount)}` }
        : { type: 'trade', position: id, shares: `${sign}${plain(trade.shares)}` };
    }),
  ];
}

/** The least and the greatest of a row of figures by their places; none where all are equal. */
export interface Extremes {
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
}

/** Which of several figures are the lowest and the highest; null counts as without end. */
export function findExtremes(figures: readonly (Quantity<'bare'> | null)[]): Extremes {
  const compare = (a: Quantity<'bare'> | null, b: Quantity<'bare'> | null) =>
    a === null ? (b === null ? 0 : 1) : b === null ? -1 : a.compare(b);
  const sorted = figures.toSorted(compare);
  const [first = null, last = null] = [sorted[0], sorted.at(-1)];
  if (compare(first, last) === 0) return { lowest: [], highest: [] };
  const placesOf = (sought: Quantity<'bare'> | null) =>
    figures.flatMap((each, index) => (compare(each, sought) === 0 ? [index] : []));
  return { lowest: placesOf(first), highest: placesOf(last) };
}

function sizeOf({ shares, amount }: PlannedTrade): Quantity<'shares'> | Money {
  return shares ?? amount;
}

/** As many decimals as a document's figures may have: what cannot be written with them is cut off. */
const decimals = 18;

function plain(size: Quantity<'shares'> | Money): string {
  const text = size.toFixed(decimals, 'down').replace(/\.?0+$/, '');
  return text === '' ? '0' : text;
}

function isWritable(size: Quantity<'shares'> | Money): boolean {
  return bare(plain(size)).equals(size.as<'bare'>());
}
