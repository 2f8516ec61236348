// One way out: what it takes in each size and what that leaves, a button that puts it into the what-if, and what of it
// is there already.
import type { Position } from '@/engine/account';
import type { Money } from '@/engine/quantity';
import type { ChangeInput } from '@/engine/scenario';
import type { TakenWay } from '@/state/taken-ways';
import type { Cure, Way } from '@/state/ways';
import { firstPress } from '@/ui/first-press';
import {
  cureAfter,
  cureAmount,
  type From,
  hindranceWords,
  leftWords,
  takenWords,
  wayName,
} from './way-words';
import styles from './ways.module.css';

/** A way in one size, and the changes that carry it out; null where there is nothing to do or it cannot be done. */
export interface Size {
  /** "just enough". */
  readonly name: string;
  readonly cure: Cure | null;
  readonly actions: (() => readonly ChangeInput[]) | null;
}

interface WayRowProps {
  readonly id: string;
  readonly way: Way;
  readonly positions: readonly Position[];
  readonly sizes: readonly Size[];
  /** What is missing now; 0 without a call. */
  readonly missing: Money;
  readonly from: From;
  readonly taken: TakenWay | null;
  readonly onTake: (actions: readonly ChangeInput[]) => void;
  readonly onDrop: (taken: TakenWay) => void;
}

/** The row. */
export function WayRow(props: WayRowProps) {
  const { id, way, positions, sizes, missing, from, taken, onTake, onDrop } = props;
  const name = wayName(way, positions);
  const hindrance = <span className={styles.note}>{hindranceWords(way, missing, from)}</span>;
  return (
    <tr data-way={id}>
      <th scope="row">
        {name}
        {taken !== null && (
          <span className={styles.taken}>
            {takenWords(taken)}{' '}
            <button
              type="button"
              className="link"
              aria-label={`Take out of the what-if: ${name}`}
              onClick={firstPress(() => onDrop(taken))}
            >
              Take out
            </button>
          </span>
        )}
      </th>
      {sizes.length === 0 ? null : sizes.every(({ cure }) => cure === null) ? (
        <td colSpan={sizes.length}>{hindrance}</td>
      ) : (
        sizes.map(({ name: size, cure, actions }) => (
          <td key={size}>
            {cure === null ? (
              hindrance
            ) : (
              <>
                <span>{cureAmount(cure)}</span>
                {cure.left !== null && cure.amount.sign() > 0 && (
                  <span className={styles.note}>{leftWords(cure)}</span>
                )}
                <span className={styles.note}>{cureAfter(cure, from)}</span>
                {actions !== null && (
                  <TakeButton
                    about={`${name}, ${cureAmount(cure)}, ${size}`}
                    onClick={() => onTake(actions())}
                  />
                )}
              </>
            )}
          </td>
        ))
      )}
    </tr>
  );
}

interface TakeButtonProps {
  readonly about: string;
  readonly onClick: () => void;
}

/** Puts a way into the what-if; its name says which and how much. */
export function TakeButton({ about, onClick }: TakeButtonProps) {
  return (
    <button
      type="button"
      className={`link ${styles.take}`}
      data-screen=""
      aria-label={`Put into the what-if: ${about}`}
      onClick={firstPress(onClick)}
    >
      Put into the what-if
    </button>
  );
}
