/** Long work in short slices between other things, so that no press and no drag waits for it. */

/** Milliseconds of work in one go: less than a frame. */
const slice = 8;
/** The same in a page that nobody looks at: browsers let it work once a second only. */
const hiddenSlice = 200;
/** Milliseconds after which work that must wait looks again. */
const wait = 100;

/**
 * Does work piece by piece that somebody waits for. Returns what gives it up. Should the work ever fail, `onFailed` lets go
 * of whoever waits before the error goes its way.
 */
export function workInSlices<T>(
  work: Generator<void, T>,
  onDone: (made: T) => void,
  onFailed: () => void,
): () => void {
  return workWhenIdle(failingWith(work, onFailed), onDone, () => false);
}

function* failingWith<T>(work: Generator<void, T>, onFailed: () => void): Generator<void, T> {
  try {
    return yield* work;
  } catch (error) {
    onFailed();
    throw error;
  }
}

/**
 * Does the work piece by piece and hands over what comes out of it. While `isBusy` it waits. Returns what gives it up.
 */
export function workWhenIdle<T>(
  work: Generator<void, T>,
  onDone: (made: T) => void,
  isBusy: () => boolean,
): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const go = () => {
    if (isBusy()) {
      timer = setTimeout(go, wait);
      return;
    }
    const end = performance.now() + (document.hidden ? hiddenSlice : slice);
    do {
      const step = work.next();
      if (step.done === true) return onDone(step.value);
    } while (performance.now() < end);
    timer = setTimeout(go);
  };
  timer = setTimeout(go);
  return () => clearTimeout(timer);
}
