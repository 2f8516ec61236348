/**
 * The requirement frontier: excess over the market's move and the points added to every requirement together, and the exact
 * line between them where a call begins; all else of the what-if kept. Made once, whatever the two sliders do. Serves rules
 * of rules.md.
 */
import { type Bare, bare } from '@/engine/quantity';
import { findLastFreeShift, withShift } from '@/state/requirement-room';
import { type Figures, Scene } from '@/state/scene';

/** One point of the line: the last shift that is free of a call at a move of the market, both signed ratios. */
export interface FrontierPoint {
  readonly move: Bare;
  /** Null where no shift makes a call, or none avoids one. */
  readonly lastFreeShift: Bare | null;
}

/** Cells a side: an odd number, so that today is the middle of a cell. */
const cells = 41;
/** Points of the line for each cell: it bends, and is drawn from one to the next. */
const pointsPerCell = 2;

/** Ranges of the market's move in percent, in steps that meet today: the first that holds the nearest calls is taken. */
const marketRanges = [
  { from: -60, step: 2 },
  { from: -40, step: 2 },
  { from: -90, step: 3 },
  { from: -80, step: 4 },
  { from: -100, step: 10 },
] as const;
/** Points added to every requirement. */
const shiftRange = { from: -20, step: 2 } as const;
/** The row at which no points are added. */
const todayRow = -shiftRange.from / shiftRange.step;

/** Excess over both levers, figures worked out when they are asked for. */
export class Frontier {
  /** Columns, rising: moves of the market as signed ratios. */
  readonly moves: readonly Bare[];
  /** Rows, rising: points added to every requirement as signed ratios. */
  readonly shifts: readonly Bare[] = scale(shiftRange);
  private readonly rows: (Scene | undefined)[] = [];
  private line: readonly FrontierPoint[] | undefined;
  private ends: readonly [Scene, Scene] | undefined;

  constructor(readonly scene: Scene) {
    // By the calls at today's requirements: the same grid wherever the requirement lever stands.
    this.moves = scale(rangeFor(this.rowAt(todayRow) ?? scene));
  }

  /** The figures in the middle of a cell; null where the what-if is impossible. */
  at(column: number, row: number): Figures | null {
    const move = this.moves[column];
    return move === undefined ? null : (this.rowAt(row)?.at(move) ?? null);
  }

  /** The figures at a move of the market and today's requirements; null where the what-if is impossible. */
  atToday(move: Bare): Figures | null {
    return this.rowAt(todayRow)?.at(move) ?? null;
  }

  /** The line at each column and between them, the market rising. */
  get boundary(): readonly FrontierPoint[] {
    this.line ??= between(this.moves).map((move) => ({
      move,
      lastFreeShift: this.lastFreeShift(move),
    }));
    return this.line;
  }

  /** The last shift free of a call at a move of the market; null where no shift makes a call, or none avoids one. */
  lastFreeShift(move: Bare): Bare | null {
    return findLastFreeShift(this.scene, move);
  }

  /**
   * The same as far as the grid reaches: a shift within it, or on which side of it the line lies. Null where the
   * what-if is impossible. Most moves are told from the two ends alone.
   */
  lineWithin(move: Bare): Bare | 'above' | 'below' | null {
    this.ends ??= [this.sceneWith(edges.low), this.sceneWith(edges.high)];
    const [low, high] = this.ends.map((scene) => scene.at(move));
    if (low === null || low === undefined || high === null || high === undefined) return null;
    if (low.excess.sign() < 0) return 'below';
    if (high.excess.sign() >= 0) return 'above';
    return this.lastFreeShift(move) ?? 'below';
  }

  private rowAt(row: number): Scene | undefined {
    const points = this.shifts[row];
    if (points === undefined) return undefined;
    this.rows[row] ??= this.sceneWith(points);
    return this.rows[row];
  }

  private sceneWith(points: Bare): Scene {
    return new Scene(this.scene.account, withShift(this.scene.changes, points.as<'ratio'>()));
  }
}

/** Half a cell beyond the outer rows: where the grid's outer cells end. */
const edges = {
  low: bare(shiftRange.from - shiftRange.step / 2).over(bare(100)),
  high: bare(shiftRange.from + shiftRange.step * (cells - 0.5)).over(bare(100)),
};

interface Range {
  readonly from: number;
  readonly step: number;
}

function scale({ from, step }: Range): readonly Bare[] {
  return Array.from({ length: cells }, (_, index) => bare(from + step * index).over(bare(100)));
}

function between(moves: readonly Bare[]): readonly Bare[] {
  return moves.flatMap((move, index) => {
    const next = moves[index + 1];
    if (next === undefined) return [move];
    const part = next.minus(move).over(bare(pointsPerCell));
    return Array.from({ length: pointsPerCell }, (_, at) => move.plus(part.times(bare(at))).reduced());
  });
}

/** The first range in which the nearest calls of the what-if lie, or the widest. */
function rangeFor({ points }: Scene): Range {
  const nearest = [points?.below, points?.above, points?.cureBelow, points?.cureAbove].flatMap((point) =>
    point === null || point === undefined ? [] : [point.at.toNumber() * 100],
  );
  const holds = ({ from, step }: Range) => nearest.every((at) => at > from && at < from + step * (cells - 1));
  return marketRanges.find(holds) ?? { from: -100, step: 10 };
}

const known = new WeakMap<Scene, Frontier>();

/** The frontier of a scene, made once for each. */
export function frontierOf(scene: Scene): Frontier {
  const made = known.get(scene);
  if (made !== undefined) return made;
  const frontier = new Frontier(scene);
  known.set(scene, frontier);
  return frontier;
}
