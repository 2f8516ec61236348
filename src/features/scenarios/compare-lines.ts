// The curves of a comparison: where two are one and the same, one line stands for both and says so at its end.
import type { ComparedLine } from '@/charts/compare-chart';
import { type CurveLine, toCurveLine, toSampledLine } from '@/charts/series';
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

/** A line for each; impossible ones have none. `hasNames` puts names at the ends beside the letters. */
export function listLines(
  compared: readonly Compared[],
  from: number,
  to: number,
  hasNames: boolean,
): readonly ComparedLine[] {
  const drawn = compared.map(({ figures }) => (figures === null ? null : lineOf(figures.scene, from, to)));
  const texts = drawn.map((line) => JSON.stringify(line));
  const nameAt = (index: number) => {
    const { id, name } = compared[index] ?? { id: null, name: '' };
    const letter = letters[index] ?? '';
    if (!hasNames) return letter;
    return id === null ? name : `${letter}: ${shorten(name)}`;
  };
  return compared.map(({ id, figures }, index) => {
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
      here: figures === null ? null : { x: figures.move.toNumber(), y: figures.margin.excess.toNumber() },
    };
  });
}

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
