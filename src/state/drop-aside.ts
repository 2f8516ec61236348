/** Takes work out of what is put aside for good, and puts it back where that was a mistake. */
import type { Work } from '@/state/saved-copy';
import { useDesk } from '@/state/store';

/** What was dropped, and at which place it stood. */
export interface DroppedWork {
  readonly work: Work;
  readonly place: number;
}

/** Drops one piece of work that is put aside; null where it is there no longer. */
export function dropAside(work: Work): DroppedWork | null {
  const { aside } = useDesk.getState();
  const place = aside.indexOf(work);
  if (place < 0) return null;
  useDesk.setState({ aside: aside.toSpliced(place, 1) });
  return { work, place };
}

/** Puts it back at its place. */
export function putAsideBack({ work, place }: DroppedWork): void {
  useDesk.setState(({ aside }) => ({ aside: aside.toSpliced(place, 0, work) }));
}
