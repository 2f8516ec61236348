// The way from a lever to the margin call, worked out only at rest: in mid-gesture it keeps its place and waits. It is a
// part of its own, so that a lever is not drawn anew with every step of another.
import { useMemo, useState } from 'react';
import type { SimulatorDocument } from '@/io/document';
import type { Edit } from '@/state/account-edits';
import { commit, selectDocument, useDesk } from '@/state/store';
import { useStill } from '@/ui/still';
import styles from './what-if.module.css';

/** What the button is called, with its figure, and what it does. */
export interface WayToCall {
  readonly name: string;
  readonly edit: Edit;
}

/** Finds the way in a document; null where there is none. It must be the same function from pass to pass. */
export type FindWay = (document: SimulatorDocument) => WayToCall | null;

/** The button; nothing where no way leads to a call. */
export function WayButton({ find }: { readonly find: FindWay }) {
  const still = useStill(
    useDesk(selectDocument),
    useDesk(({ draft }) => draft !== null),
  );
  const found = useMemo(() => (still === null ? null : find(still)), [still, find]);
  const [last, setLast] = useState(found);
  if (still !== null && last !== found) setLast(found);
  const way = still === null ? last : found;
  // One of a moment ago is neither to be seen nor to be pressed.
  const isWaiting = still === null;
  if (way === null) return null;
  return (
    <button
      type="button"
      className={`link ${styles.toCall}`}
      aria-disabled={isWaiting}
      onClick={() => {
        if (!isWaiting) commit(way.edit);
      }}
    >
      {way.name}
    </button>
  );
}
