/** What is wished of a plan: its order, what stays, new cash, room and sizes. Serves rules of rules.md. */
import type { Bare, Money } from '@/engine/quantity';

/** In what order positions are sold or covered: by a rule, or these ids one after the other and no others. */
export type PlanOrder =
  /**
   * What helps most per dollar first: with room for no move, the highest requirement per dollar of value. It ends with
   * what needs the fewest dollars in sizes that can be traded.
   */
  | 'fewestDollars'
  /** The same to the end: its last step too is of what helps most per dollar. */
  | 'dearestFirst'
  /** The same share of each. */
  | 'proportional'
  | readonly string[];

/** What a plan may and may not do. */
export interface PlanWishes {
  readonly order: PlanOrder;
  /** Ids of positions that stay as they are. */
  readonly locked: ReadonlySet<string>;
  /** The most of new cash; it is paid in first. */
  readonly cash: Money;
  /** The further move of the market that is to make no call; 0 for just enough. */
  readonly room: Bare;
  readonly isWholeShares: boolean;
}
