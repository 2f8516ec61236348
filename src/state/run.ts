/**
 * Which quick presses of one control are one step to undo, and which clicks a double click takes in.
 */

/** Steps that one control made shortly after each other. */
export interface Run {
  readonly gesture: string;
  /** When the last of them was made, in milliseconds. */
  readonly at: number;
  /** Made by pressing a key or a button, not by dragging. */
  readonly isPressed: boolean;
  readonly steps: number;
}

/** How a gesture ends: when, how, and how many earlier steps become one with it. */
export interface Ending {
  readonly at: number;
  readonly isPressed: boolean;
  readonly takesIn?: number;
}

/** Milliseconds within which presses, and the two clicks of a double click, belong together. */
const together = { presses: 1000, clicks: 500 } as const;

/** Whether something done by a control at a time still belongs to the latest steps. */
export function isRecent(run: Run, gesture: string, at: number): boolean {
  return run.gesture === gesture && at - run.at <= (run.isPressed ? together.presses : together.clicks);
}

/** The latest steps once a gesture has ended. */
export function runAfter(run: Run | null, { at, isPressed, takesIn = 0 }: Ending, gesture: string): Run {
  const isClick = takesIn === 0 && run?.isPressed === false && !isPressed && isRecent(run, gesture, at);
  return { gesture, at, isPressed, steps: isClick ? run.steps + 1 : 1 };
}
