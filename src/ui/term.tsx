// A word with its meaning in place: dotted, and a press opens what it means below it. The browser's own popover closes it
// by Escape or a click elsewhere and gives the focus back.
import { useEffect, useId, useRef, useState } from 'react';
import styles from '@/ui/term.module.css';

/** A term of the glossary. */
export interface TermEntry {
  readonly name: string;
  readonly meaning: string;
  readonly source: string;
}

/** Pixels between the meaning and the edges of the window. */
const margin = 8;

/** The word, `text` where it stands there under another name, and its meaning on demand. */
export function Term({ entry, text = entry.name }: { readonly entry: TermEntry; readonly text?: string }) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const [word, box] = [button.current, popup.current];
    if (!isOpen || word === null || box === null) return;
    // It is about to be shown: placed as soon as it has a size, and before it is painted.
    const frame = requestAnimationFrame(() => {
      place(box, word.getBoundingClientRect());
      box.focus({ preventScroll: true });
    });
    const close = () => box.hidePopover();
    // It stands in the window and not on the page, so it follows its word, and out of sight it would belong to nothing.
    const follow = () => {
      const at = word.getBoundingClientRect();
      if (at.bottom > 0 && at.top < window.innerHeight) place(box, at);
      else close();
    };
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null && relatedTarget !== word) close();
    };
    window.addEventListener('scroll', follow, { passive: true });
    box.addEventListener('focusout', leave);
    return () => {
      box.removeEventListener('focusout', leave);
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', follow);
    };
  }, [isOpen]);
  return (
    <>
      <button ref={button} type="button" className={styles.term} popoverTarget={id}>
        {text}
      </button>
      <span
        ref={popup}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={`What ${entry.name} means`}
        tabIndex={-1}
        className={styles.meaning}
        onBeforeToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {isOpen && (
          <>
            <strong>{entry.name}</strong>
            <span>{entry.meaning}</span>
            <span className={styles.source}>{entry.source}</span>
          </>
        )}
      </span>
    </>
  );
}

/** Below the word, or above it where there is no room, and never beyond the window. */
function place(box: HTMLElement, word: DOMRect) {
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(margin, Math.min(word.left, document.documentElement.clientWidth - width - margin));
  const isBelow = word.bottom + height + margin <= window.innerHeight || word.top < height + margin;
  box.style.left = `${left}px`;
  box.style.top = `${isBelow ? word.bottom + 4 : word.top - height - 4}px`;
}
