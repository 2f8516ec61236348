// A quiet row that unfolds a lever: what is folded away is not there at all. A row that differs from today is open and
// marked, until one folds it oneself; once something in it is touched it stays, also when it no longer differs.
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { setLeverOpen, useDesk } from '@/state/store';
import { Arrows } from './arrows';
import styles from './what-if.module.css';

/** One row; its lever below it once opened. */
export function LeverRow(props: {
  readonly name: string;
  readonly title: string;
  /** What it says now, folded or not: "25 % → 30 %". */
  readonly state?: ReactNode;
  readonly isChanged: boolean;
  /** Whether a link leads to a field in it. */
  readonly isSought?: boolean;
  readonly children: () => ReactNode;
}) {
  const { name, title, state, isChanged } = props;
  const wasSet = useDesk(({ openLevers }) => openLevers[name]);
  const isOpen = props.isSought === true || (wasSet ?? isChanged);
  // A field must not vanish under the hand that types the figure of today into it.
  const pin = () => {
    if (useDesk.getState().openLevers[name] !== true) setLeverOpen(name, true);
  };
  return (
    <details
      className={styles.disclosure}
      data-changed={isChanged || undefined}
      open={isOpen}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== isOpen) setLeverOpen(name, currentTarget.open);
      }}
    >
      <summary>
        <ChevronRight aria-hidden="true" size={16} />
        <span>
          {title}
          {isChanged && <span className="visually-hidden">, changed</span>}
        </span>
        {state !== undefined && (
          <span className={styles.state}>{typeof state === 'string' ? <Arrows text={state} /> : state}</span>
        )}
      </summary>
      {isOpen && (
        <div className={styles.unfolded} onFocusCapture={pin} onPointerDownCapture={pin}>
          {props.children()}
        </div>
      )}
    </details>
  );
}
