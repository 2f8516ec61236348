/**
 * Long work in steps: whoever runs it may do other things in between, or give it up. There is no clock in here: how many
 * steps are made in one go is decided outside.
 */

/** Work that pauses after each step and gives its result at the end. */
export type InSteps<T> = Generator<void, T>;

/** So many items of a list are one step. */
const perStep = 250;

/** The result of work, all its steps made at once. */
export function finish<T>(work: InSteps<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** What is made of each item of a list, in steps. */
export function* mapInSteps<T, R>(items: readonly T[], make: (item: T, index: number) => R): InSteps<R[]> {
  const made: R[] = [];
  for (const [index, item] of items.entries()) {
    if (isStep(index)) yield;
    made.push(make(item, index));
  }
  return made;
}

/** Whether a step ends before the item at a place of a list. */
export function isStep(index: number): boolean {
  return index > 0 && index % perStep === 0;
}
