/**
 * The steps that put another account on show, and under which id the account on either side of each is saved: undo and
 * redo across one of them must go on saving where that account is kept, and nowhere else.
 */
import type { SimulatorDocument } from '@/io/document';
import type { Desk } from '@/state/desk';
import type { Unfinished } from '@/state/saved-copy';

/** Where an account is kept, and what was half-typed for it when it was left. */
export interface Side {
  readonly savedAs: string | null;
  /** Null where it was not left yet. */
  readonly unfinished: Unfinished | null;
}

/** One such step: the document that came of it, and the account before and after. */
export interface Opening {
  readonly document: SimulatorDocument;
  readonly from: Side;
  readonly to: Side;
}

/**
 * Whether the step between two documents opened another account, of the same name perhaps; `later` is the one that came
 * of it. The example that becomes an account of one's own at the first figure is not another.
 */
export function isOpening({ openings }: Pick<Desk, 'openings'>, later: SimulatorDocument): boolean {
  return openings.some(({ document }) => document === later);
}

/** The openings after one more, made by leaving an account half-typed as it is; those that no undo leads to are forgotten. */
export function openingsWith(
  { openings, history, savedAs }: Pick<Desk, 'openings' | 'history' | 'savedAs'>,
  document: SimulatorDocument,
  unfinished: Unfinished,
  to: string | null,
): readonly Opening[] {
  const reachable = openings.filter(
    (each) => each.document === history.present || history.past.includes(each.document),
  );
  return [...reachable, { document, from: { savedAs, unfinished }, to: { savedAs: to, unfinished: null } }];
}

/** Crossing an opening by undo or redo: the side that is come to, and the openings with what was half-typed on the other. */
export function crossOpening(
  { openings }: Pick<Desk, 'openings'>,
  later: SimulatorDocument,
  isBack: boolean,
  unfinished: Unfinished,
): { readonly side: Side; readonly openings: readonly Opening[] } {
  const [here, there] = isBack ? (['to', 'from'] as const) : (['from', 'to'] as const);
  const crossed = openings.find(({ document }) => document === later);
  const side = crossed?.[there] ?? { savedAs: null, unfinished: null };
  const left = (each: Opening): Opening =>
    each === crossed ? { ...each, [here]: { ...each[here], unfinished } } : each;
  return { side, openings: openings.map(left) };
}

/** The openings once the account on show is kept elsewhere than before: as a copy, or no longer. */
export function openingsMoved(
  { openings, history }: Pick<Desk, 'openings' | 'history'>,
  present: SimulatorDocument,
  savedAs: string | null,
): readonly Opening[] {
  const { past, future } = history;
  const began = [...past, history.present].findLast((each) => isOpening({ openings }, each));
  const ends = future.find((each) => isOpening({ openings }, each));
  return openings.map((each) => {
    const { document } = each;
    const next = document === history.present ? { ...each, document: present } : each;
    if (document === began) return { ...next, to: { ...each.to, savedAs } };
    return document === ends ? { ...next, from: { ...each.from, savedAs } } : next;
  });
}
