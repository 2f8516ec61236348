// One press, one act: the second press of a double click is not another, also where what was pressed has moved on by then.
import type { MouseEvent } from 'react';

/** A handler that acts on a single press, by pointer or key, and on the first of a double one. */
export function firstPress(act: () => void): (event: MouseEvent) => void {
  return ({ detail }) => {
    if (detail <= 1) act();
  };
}
