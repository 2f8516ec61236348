// What is read at rest is not read again while a slider is dragged.
import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { type DeskAtRest, useAtRest } from '@/state/at-rest';
import { setMarketMove } from '@/state/lever-edits';
import { drag, keepText, release, startDesk, useDesk } from '@/state/store';

beforeEach(() => {
  useDesk.setState(startDesk(), true);
});

test('three steps of a drag after its first ask nothing; taking hold and letting go do', () => {
  const read = vi.fn<(desk: DeskAtRest) => number>(({ history }) => history.past.length);
  const { result } = renderHook(() => useAtRest(read));
  act(() => drag('market-slider', setMarketMove('-0.1')));
  const asked = read.mock.calls.length;
  for (const move of ['-0.11', '-0.12', '-0.13']) act(() => drag('market-slider', setMarketMove(move)));
  expect(read.mock.calls.length).toBe(asked);
  expect(result.current).toBe(0);
  act(() => release('market-slider'));
  expect(result.current).toBe(1);
});

test('a text refused in mid-drag is there at once', () => {
  const { result } = renderHook(() => useAtRest(({ texts }) => texts.cash));
  act(() => drag('market-slider', setMarketMove('-0.1')));
  act(() => keepText('cash', '12x'));
  expect(result.current).toBe('12x');
});

test('one that is gone is not asked any more', () => {
  const read = vi.fn<() => number>(() => 0);
  const { unmount } = renderHook(() => useAtRest(read));
  unmount();
  const asked = read.mock.calls.length;
  act(() => keepText('cash', '12x'));
  expect(read.mock.calls.length).toBe(asked);
});
