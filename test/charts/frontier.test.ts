/** The frontier as floats: a line that is followed round its bends and jumps, and shades of the cells. */
import { describe, expect, it } from 'vitest';
import { placeRound, placeWords, toShades, traceLine } from '@/charts/frontier';

const span = { left: -1, right: 1, low: -0.2, high: 0.6 };

/** Does all of the work at once. */
function trace(heightAt: (x: number) => number | null, moves: readonly number[]) {
  const work = traceLine(heightAt, moves, span);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

describe('the line', () => {
  it('a straight line is asked for at the moves and once between each two', () => {
    const [line] = trace((x) => x / 8, [-1, 0, 1]);
    expect(line).toEqual([
      { x: -1, y: -0.125 },
      { x: -0.5, y: -0.0625 },
      { x: 0, y: 0 },
      { x: 0.5, y: 0.0625 },
      { x: 1, y: 0.125 },
    ]);
  });

  it('a jump between two moves is met to a sixty-fourth of the way, and stands upright', () => {
    const [line = []] = trace((x) => (x < 0.3 ? 0 : 0.4), [0, 1]);
    const before = line.findLast(({ y }) => y === 0)?.x ?? 0;
    const after = line.find(({ y }) => y === 0.4)?.x ?? 0;
    expect(before).toBeLessThan(0.3);
    expect(after).toBeGreaterThanOrEqual(0.3);
    expect(after - before).toBeLessThanOrEqual(1 / 64);
  });

  it('where no requirement avoids a call the line leaves the drawing there, not halfway to the next move', () => {
    const [line = []] = trace((x) => (x < -0.25 ? Number.NEGATIVE_INFINITY : 0.1), [-1, 0]);
    const left = line.findLast(({ y }) => y < 0)?.x ?? 0;
    expect(Math.abs(left + 0.25)).toBeLessThanOrEqual(1 / 64);
  });

  it('an impossible stretch is a gap', () => {
    const lines = trace((x) => (Math.abs(x) < 0.2 ? null : 0.1), [-1, 0, 1]);
    expect(lines.length).toBe(2);
    expect(lines[0]?.at(-1)?.x).toBeLessThanOrEqual(-0.2);
    expect(lines[1]?.[0]?.x).toBeGreaterThanOrEqual(0.2);
  });
});

it('shades: three quarters of the cells within five round steps, the sign kept, what is beyond in the last', () => {
  // Sizes 0, 100, 400, 900, 1,000, 9,000: the fourth of the six is 900; five steps of 200 hold it.
  const { step, rows } = toShades([
    [0, -100, 400],
    [900, -1_000, null],
    [-9_000, null, null],
  ]);
  expect(step).toBe(200);
  expect(rows).toEqual([
    [1, -1, 3],
    [5, -5, null],
    [-5, null, null],
  ]);
});

it('round places: the finest steps of which there are few enough', () => {
  expect(placeRound(-0.61, 0.21, [0.1, 0.2, 0.5], 9).map((each) => Math.round(each * 100))).toEqual([
    -60, -50, -40, -30, -20, -10, 0, 10, 20,
  ]);
  expect(placeRound(-0.61, 0.21, [0.1, 0.2, 0.5], 5).map((each) => Math.round(each * 100))).toEqual([
    -60, -40, -20, 0, 20,
  ]);
});

it('words stand on their side of the line, or nowhere where there is no room', () => {
  const flat = [
    [
      { x: -1, y: 0.5 },
      { x: 1, y: 0.5 },
    ],
  ];
  const size = { width: 0.5, height: 0.2 };
  expect(placeWords(flat, span, 'above', size)).toBeNull();
  expect(placeWords(flat, span, 'below', size)?.y).toBeCloseTo(0.15, 12);
});

it('words leave today free, where one mostly stands, if there is room above or below it', () => {
  const at = (height: number) => [
    [
      { x: -1, y: height },
      { x: 1, y: height },
    ],
  ];
  // As wide as the drawing, so today is among the places; 0.2 below the row of today to 0.22 above it.
  const wide = { width: span.right - span.left, height: 0.1 };
  const place = placeWords(at(0.22), { ...span, low: -0.2 }, 'below', wide);
  expect(place?.y).toBeCloseTo(0.11, 12);
  // Without room beside it the middle has to do.
  expect(placeWords(at(0.06), { ...span, low: -0.06 }, 'below', wide)?.y).toBeCloseTo(0, 12);
});
