// What stands still: never joined with a value that is gone, not even for one pass of the page.
import { act, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useStill } from '@/ui/still';

/** Every pair of a value and what was said of it, pass by pass. */
const seen: [string, string | null][] = [];

function Probe({ value, isMoving }: { readonly value: string; readonly isMoving: boolean }) {
  seen.push([value, useStill(value, isMoving)]);
  return null;
}

beforeEach(() => {
  seen.length = 0;
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

it('between gestures a new value is joined with itself or with nothing', () => {
  const { rerender } = render(<Probe value="first" isMoving={false} />);
  rerender(<Probe value="second" isMoving={false} />);
  expect(seen).toContainEqual(['second', null]);
  expect(seen.at(-1)).toEqual(['second', 'second']);
  expect(seen.filter(([value, still]) => still !== null && still !== value)).toEqual([]);
});

it('in mid-gesture only after a pause, and then without a gap at the release', () => {
  const { rerender } = render(<Probe value="first" isMoving={false} />);
  rerender(<Probe value="second" isMoving />);
  expect(seen.at(-1)).toEqual(['second', null]);
  act(() => void vi.advanceTimersByTime(120));
  expect(seen.at(-1)).toEqual(['second', 'second']);
  seen.length = 0;
  rerender(<Probe value="second" isMoving={false} />);
  expect(seen.every(([, still]) => still === 'second')).toBe(true);
});
