// The curves of a comparison: where two are one and the same, one line stands for both and says so at its end. They stay
// the same objects while only the market moves in a what-if, so that no chart is drawn again for that.
import type { ComparedLine } from '@/charts/compare-chart';
import type { ComparedPlace } from '@/charts/compare-live';
import { type Axis, type CurveLine, toAxis, toCurveLine, toSampledLine } from '@/charts/series';
import type { Compared } from '@/state/compared';
import type { Scene } from '@/state/scene';

/** The letters of today and of up to four what-ifs, as the table and the chart name them. */
export const letters = ['T', 'A', 'B', 'C', 'D'] as const;

/** As many letters of a name as have room at the end of a line. */
export const mostAtEnd = 15;

/** The scale over which they are drawn: the usual one, and as far as the market is in any of them. */
export function scaleOf(compared: readonly Compared[]): { readonly from: number; readonly to: number } {
  const moves = compared.map(({ figures }) => figures?.move.toNumber() ?? 0);
  const tenths = (move: number) => Math.round(move * 10) / 10;
  return {
    from: Math.max(-1, Math.min(-0.6, tenths(Math.min(...moves) - 0.1))),
    to: Math.max(0.2, tenths(Math.min(10, Math.max(...moves)) + 0.1)),
  };
}

/** How the lines were asked for: what they look like depends on nothing else. */
interface Drawn {
  readonly columns: readonly {
    readonly id: string | null;
    readonly name: string;
    readonly scene: Scene | null;
  }[];
  readonly from: number;
  readonly to: number;
  readonly hasNames: boolean;
}

let last: { readonly drawn: Drawn; readonly lines: readonly ComparedLine[] } | null = null;

/**
 * A line for each; impossible ones have none. `hasNames` puts names at the ends beside the letters. The same list as
 * before where no curve and no name changed: wherever the market is on the curves.
 */
export function listLines(
  compared: readonly Compared[],
  from: number,
  to: number,
  hasNames: boolean,
): readonly ComparedLine[] {
  const columns = compared.map(({ id, name, figures }) => ({ id, name, scene: figures?.scene ?? null }));
  const drawn = { columns, from, to, hasNames };
  if (last === null || !isSameDrawn(last.drawn, drawn)) last = { drawn, lines: makeLines(drawn) };
  return last.lines;
}

function isSameDrawn(a: Drawn, b: Drawn): boolean {
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.hasNames === b.hasNames &&
    a.columns.length === b.columns.length &&
    a.columns.every(({ id, name, scene }, index) => {
      const other = b.columns[index];
      return id === other?.id && name === other.name && scene === other.scene;
    })
  );
}

function makeLines({ columns, from, to, hasNames }: Drawn): readonly ComparedLine[] {
  const drawn = columns.map(({ scene }) => (scene === null ? null : lineOf(scene, from, to)));
  const texts = drawn.map((line) => JSON.stringify(line));
  const nameAt = (index: number) => {
    const { id, name } = columns[index] ?? { id: null, name: '' };
    const letter = letters[index] ?? '';
    if (!hasNames) return letter;
    return id === null ? name : `${letter}: ${shorten(name)}`;
  };
  return columns.map(({ id }, index) => {
    const first = texts.indexOf(texts[index] ?? '');
    const same = texts.flatMap((text, at) => (text === texts[index] ? [at] : []));
    const others = same.filter((at) => at !== first).map((at) => letters[at]);
    const sign = hasNames ? ' = ' : '=';
    const label = [others.length === 0 || first === 0 ? nameAt(first) : letters[first], ...others].join(sign);
    return {
      key: id ?? 'today',
      style: index,
      letter: letters[index] ?? '',
      label,
      line: first === index ? (drawn[index] ?? null) : null,
    };
  });
}

/** Where the market is in each of them; nowhere in an impossible one. */
export function listPlaces(compared: readonly Compared[]): readonly ComparedPlace[] {
  return compared.flatMap(({ id, figures }, index) =>
    figures === null
      ? []
      : [
          {
            key: id ?? 'today',
            style: index,
            letter: letters[index] ?? '',
            here: { x: figures.move.toNumber(), y: figures.margin.excess.toNumber() },
          },
        ],
  );
}

/** The upright axis for the curves and every place on them; the same one as before where the figures along it are. */
export function axisOf(lines: readonly ComparedLine[], places: readonly ComparedPlace[]): Axis {
  const axis = toAxis([...lines.flatMap(({ line }) => line ?? []), places.map(({ here }) => here)]);
  const isSame = lastAxis?.from === axis.from && lastAxis.ticks.join() === axis.ticks.join();
  if (lastAxis === null || !isSame) lastAxis = axis;
  return lastAxis;
}

let lastAxis: Axis | null = null;

const lines = new WeakMap<Scene, Map<string, CurveLine>>();

function lineOf(scene: Scene, from: number, to: number): CurveLine {
  const known = lines.get(scene) ?? new Map<string, CurveLine>();
  lines.set(scene, known);
  const key = `${from} ${to}`;
  const line =
    known.get(key) ??
    (scene.curve === null
      ? toSampledLine((move) => scene.at(move)?.excess ?? null, from, to)
      : toCurveLine(scene.curve, from, to));
  known.set(key, line);
  return line;
}

function shorten(name: string): string {
  return name.length > mostAtEnd ? `${name.slice(0, mostAtEnd - 1).trimEnd()}…` : name;
}
