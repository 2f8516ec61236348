/**
 * Undo and redo over any value: one gesture is one step. Two laws hold it: undo after record gives back what was
 * there, and redo after undo gives back what was undone.
 */

/** What was, what is, and what was undone, nearest to the present last and first. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
}

const mostSteps = 200;

/** A history of one value. */
export function startHistory<T>(present: T): History<T> {
  return { past: [], present, future: [] };
}

/** A new present; what was undone is gone. The present again is no step. */
export function record<T>({ past, present, future }: History<T>, next: T): History<T> {
  if (next === present) return { past, present, future };
  return { past: [...past, present].slice(-mostSteps), present: next, future: [] };
}

/** A new present that takes in the last so many steps: together they are one. Back where they began is no step. */
export function recordOver<T>({ past, present }: History<T>, steps: number, next: T): History<T> {
  const from = Math.max(0, past.length - steps);
  const [base = present] = past.slice(from);
  return record({ past: past.slice(0, from), present: base, future: [] }, next);
}

/** One step back, or the same history when there is none. */
export function undo<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  return past.length === 0
    ? history
    : { past: past.slice(0, -1), present: past[past.length - 1] as T, future: [present, ...future] };
}

/** One step forward, or the same history when there is none. */
export function redo<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  return future.length === 0
    ? history
    : { past: [...past, present], present: future[0] as T, future: future.slice(1) };
}
