/**
 * What-ifs beside the account as it is: the figures of each, and where among them each figure is highest or lowest. Made
 * of what is kept, never while a finger is on a slider. Serves rules of rules.md.
 */
import type { Account } from '@/engine/account';
import { findDays } from '@/engine/distances';
import type { MarginResult } from '@/engine/margin';
import type { Bare } from '@/engine/quantity';
import { findRequirementShift } from '@/engine/requirement-shift';
import type { Issue } from '@/engine/result';
import type { ChangeInput } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import { selectViewBeside, type View } from '@/state/figures';
import { marginOf } from '@/state/known-figures';
import type { Scene } from '@/state/scene';
import { findIssue } from '@/state/what-if-notes';

/** So many what-ifs are compared at most, beside today. */
export const mostCompared = 4;

/** Everything that is told of one of them. */
export interface ComparedFigures {
  readonly scene: Scene;
  /** The market's move in it. */
  readonly move: Bare;
  readonly account: Account;
  readonly margin: MarginResult;
  /** Points that every rate may rise by before a call; null when none makes one, or in a call. */
  readonly shift: Bare | null;
  /** The first day on which interest has made a call; null for none. */
  readonly days: Bare | null;
}

/** The account as it is, or one what-if. */
export interface Compared {
  /** Null for the account as it is. */
  readonly id: string | null;
  readonly name: string;
  readonly description: string;
  /** Null where its changes are impossible. */
  readonly figures: ComparedFigures | null;
  /** Why they are. */
  readonly refusal: Issue | null;
}

const figured = new WeakMap<View, ComparedFigures | null>();
const noChanges: readonly ChangeInput[] = [];

/** The account as it is, and these of its what-ifs, in their order. */
export function compareScenarios(document: SimulatorDocument, ids: readonly string[]): readonly Compared[] {
  const chosen = document.scenarios.filter(({ id }) => ids.includes(id)).slice(0, mostCompared);
  const today = figuresOf(selectViewBeside(document.account, noChanges));
  return [
    { id: null, name: 'Today', description: '', figures: today, refusal: null },
    ...chosen.map(({ id, name, description = '', changes }): Compared => {
      const figures = figuresOf(selectViewBeside(document.account, changes));
      const refusal =
        figures === null ? (findIssue({ ...document, shownScenario: id })?.issue ?? null) : null;
      return { id, name, description, figures, refusal };
    }),
  ];
}

function figuresOf(view: View): ComparedFigures | null {
  const known = figured.get(view);
  if (known !== undefined) return known;
  const made = makeFigures(view);
  figured.set(view, made);
  return made;
}

function makeFigures(view: View): ComparedFigures | null {
  if (!view.ok || view.scene.points === null) return null;
  const { scene, move } = view;
  const account = scene.accountAt(move);
  if (account === null) return null;
  const margin = marginOf(account);
  return {
    scene,
    move,
    account,
    margin,
    shift: findRequirementShift(account, margin),
    days: findDays(account, margin),
  };
}

/** A figure to be ranked: one that is endless (no move makes a call) is beyond every other; null is not ranked. */
export type Ranked = Bare | 'endless' | null;

/** The highest and the lowest of a row. */
export interface RankedEnds {
  readonly highest: Ranked;
  readonly lowest: Ranked;
}

/** The ends of a row; null where all are alike or fewer than two are known. */
export function findEnds(figures: readonly Ranked[]): RankedEnds | null {
  const known = figures.filter((each) => each !== null);
  const [first] = known;
  if (first === undefined) return null;
  const [lowest, highest] = [known.reduce(lesser, first), known.reduce(greater, first)];
  return isSameRanked(lowest, highest) ? null : { highest, lowest };
}

type Known = Exclude<Ranked, null>;

/** Whether two figures share a place. */
export function isSameRanked(a: Ranked, b: Ranked): boolean {
  return a === b || (a !== null && b !== null && a !== 'endless' && b !== 'endless' && a.equals(b));
}

function lesser(a: Known, b: Known): Known {
  if (a === 'endless') return b;
  return b !== 'endless' && b.isBelow(a) ? b : a;
}

function greater(a: Known, b: Known): Known {
  if (a === 'endless' || b === 'endless') return 'endless';
  return a.isBelow(b) ? b : a;
}
