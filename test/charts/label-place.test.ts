// Labels keep off the curve: boxes and lines small enough to draw on paper.
import { expect, it } from 'vitest';
import { firstFreeBox } from '@/charts/label-place';

const box = (x: number, y: number) => ({ x, y, width: 10, height: 4 });
const falling = [
  [
    { x: 0, y: 0 },
    { x: 100, y: 100 },
  ],
];

it('a place that the line runs through is passed over', () => {
  expect(firstFreeBox([box(50, 52), box(50, 10)], falling)).toEqual(box(50, 10));
});

it('a line that only passes the corner of a box takes nothing of it', () => {
  // At x = 60 the line is at 60; the box ends there at 54.
  expect(firstFreeBox([box(60, 50)], falling)).toEqual(box(60, 50));
});

it('a gap in the line is room', () => {
  const broken = [
    [
      { x: 0, y: 50 },
      { x: 40, y: 50 },
    ],
    [
      { x: 60, y: 50 },
      { x: 100, y: 50 },
    ],
  ];
  expect(firstFreeBox([box(35, 48), box(45, 48)], broken)).toEqual(box(45, 48));
});

it('a place that another label takes is passed over, and there may be none', () => {
  expect(firstFreeBox([box(0, 80), box(20, 80)], falling, [box(5, 82)])).toEqual(box(20, 80));
  expect(firstFreeBox([box(50, 52)], falling)).toBeNull();
});
