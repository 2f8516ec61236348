/** Work between other things: it waits while one is busy, goes on where it was, and is given up whole. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { workInSlices, workWhenIdle } from '@/ui/idle-work';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Three pieces of work that each count, and what comes of them. */
function countTo3(done: number[]) {
  return (function* () {
    for (const piece of [1, 2, 3]) {
      done.push(piece);
      yield;
    }
    return 'all';
  })();
}

it('nothing is done at once; then all of it, handed over once', () => {
  const [done, onDone] = [[] as number[], vi.fn<(made: string) => void>()];
  workWhenIdle(countTo3(done), onDone, () => false);
  expect(done).toEqual([]);
  vi.runAllTimers();
  expect(done).toEqual([1, 2, 3]);
  expect(onDone.mock.calls).toEqual([['all']]);
});

it('while one is busy it waits, and starts when that is over', () => {
  const [done, onDone] = [[] as number[], vi.fn<(made: string) => void>()];
  let isBusy = true;
  workWhenIdle(countTo3(done), onDone, () => isBusy);
  vi.advanceTimersByTime(5000);
  expect(done).toEqual([]);
  isBusy = false;
  vi.runAllTimers();
  expect(onDone).toHaveBeenCalledOnce();
});

it('a slice ends after 8 milliseconds, and what is given up between two hands nothing over', () => {
  const [done, onDone] = [[] as number[], vi.fn<() => void>()];
  const slow = (function* () {
    for (const piece of [1, 2, 3]) {
      done.push(piece);
      yield;
    }
  })();
  // Each piece takes 10 milliseconds: one a slice.
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => done.length * 10);
  const giveUp = workWhenIdle(slow, onDone, () => false);
  vi.advanceTimersToNextTimer();
  expect(done).toEqual([1]);
  vi.advanceTimersToNextTimer();
  expect(done).toEqual([1, 2]);
  giveUp();
  vi.runAllTimers();
  expect(done).toEqual([1, 2]);
  expect(onDone).not.toHaveBeenCalled();
  clock.mockRestore();
});

it('in a page that nobody looks at a slice is as long as 200 milliseconds: it comes once a second there', () => {
  const done: number[] = [];
  // Each piece takes 70 milliseconds: three a slice, and the page is seen again after the first.
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => done.length * 70);
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const work = (function* () {
    for (let piece = 1; piece <= 5; piece += 1) {
      done.push(piece);
      yield;
    }
  })();
  workWhenIdle(
    work,
    () => {},
    () => false,
  );
  vi.advanceTimersToNextTimer();
  expect(done).toEqual([1, 2, 3]);
  hidden.mockReturnValue(false);
  vi.advanceTimersToNextTimer();
  expect(done).toEqual([1, 2, 3, 4]);
  for (const spy of [clock, hidden]) spy.mockRestore();
});

it('work that fails lets go of whoever waits for it, hands nothing over, and its error is not swallowed', () => {
  const [onDone, onFailed] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const failing = (function* (): Generator<void, void> {
    yield;
    throw new Error('no figure');
  })();
  workInSlices(failing, onDone, onFailed);
  expect(() => vi.runAllTimers()).toThrow('no figure');
  expect(onFailed).toHaveBeenCalledOnce();
  expect(onDone).not.toHaveBeenCalled();
});

it('work given up in the middle has not failed', () => {
  const [onDone, onFailed] = [vi.fn<(made: string) => void>(), vi.fn<() => void>()];
  const giveUp = workInSlices(countTo3([]), onDone, onFailed);
  giveUp();
  vi.runAllTimers();
  expect(onFailed).not.toHaveBeenCalled();
  expect(onDone).not.toHaveBeenCalled();
});
