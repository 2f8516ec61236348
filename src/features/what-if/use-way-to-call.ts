// The way from a lever to the margin call, worked out only at rest: in mid-gesture it keeps its place and waits.
import { useMemo, useState } from 'react';
import type { SimulatorDocument } from '@/io/document';
import type { Edit } from '@/state/account-edits';
import { selectDocument, useDesk } from '@/state/store';
import { useStill } from '@/ui/still';

/** What the button is called, with its figure, and what it does. */
export interface WayToCall {
  readonly name: string;
  readonly edit: Edit;
}

/** A way, and whether it is one of a moment ago: then it is neither to be seen nor to be pressed. */
export interface ShownWay extends WayToCall {
  readonly isWaiting: boolean;
}

/** The way of the document on show; null for none. `find` must be the same function from pass to pass. */
export function useWayToCall(find: (document: SimulatorDocument) => WayToCall | null): ShownWay | null {
  const still = useStill(
    useDesk(selectDocument),
    useDesk(({ draft }) => draft !== null),
  );
  const found = useMemo(() => (still === null ? null : find(still)), [still, find]);
  const [last, setLast] = useState(found);
  if (still !== null && last !== found) setLast(found);
  const shown = still === null ? last : found;
  return shown === null ? null : { ...shown, isWaiting: still === null };
}
