// The last buttons of the preview; while thousands of rows are being opened, how to leave everything as it is instead.
import { useLayoutEffect, useRef } from 'react';
import styles from './import.module.css';

interface ApplyButtonsProps {
  /** What the first button does, and the same while it is being done. */
  readonly words: { readonly press: string; readonly doing: string };
  readonly isNothing: boolean;
  readonly isOpening: boolean;
  readonly onApply: () => void;
  readonly onBack: () => void;
  readonly onCancel: () => void;
}

/** Apply and back; or progress and cancel, which then has the focus. */
export function ApplyButtons({ words, isNothing, isOpening, onApply, onBack, onCancel }: ApplyButtonsProps) {
  const first = useRef<HTMLButtonElement>(null);
  const wasOpening = useRef(isOpening);
  useLayoutEffect(() => {
    if (wasOpening.current === isOpening) return;
    wasOpening.current = isOpening;
    first.current?.focus();
  }, [isOpening]);
  if (isOpening) {
    return (
      <div className={styles.buttons} data-opening="">
        <label id="import-doing" htmlFor="import-opening">
          {words.doing}
        </label>
        <progress id="import-opening" />
        <button
          key="cancel"
          ref={first}
          type="button"
          className="button"
          aria-describedby="import-doing"
          onClick={onCancel}
        >
          Cancel
        </button>
      </div>
    );
  }
  return (
    <div className={styles.buttons}>
      <button
        key="apply"
        ref={first}
        type="button"
        className={`button ${styles.primary}`}
        disabled={isNothing}
        onClick={onApply}
      >
        {words.press}
      </button>
      <button type="button" className="button" onClick={onBack}>
        Back
      </button>
    </div>
  );
}
