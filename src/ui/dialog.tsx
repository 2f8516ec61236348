// A window over the page that is open as long as it stands on the page: named by its title, closed by its button, by
// Escape or by a phone's back gesture, and the focus then goes back to what had it. A press beside it closes nothing.
import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type Ref, useId, useLayoutEffect, useRef } from 'react';
import styles from '@/ui/dialog.module.css';

/** What is in the window and what ends it. */
export interface DialogProps {
  readonly title: string;
  /** What the button that closes it is called. */
  readonly closeName?: string;
  /** As wide as a table, and on a phone all of the screen. */
  readonly isWide?: boolean;
  /** It is to be closed: whoever shows it takes it off the page, or asks first. */
  readonly onClose: () => void;
  /** What Escape does where it does not close. */
  readonly onEscape?: () => void;
  /** Its title, to give it the focus. */
  readonly heading?: Ref<HTMLHeadingElement>;
  readonly children: ReactNode;
}

/** The window, with its title and the button that closes it. */
export function Dialog({
  title,
  closeName = 'Close',
  isWide = false,
  onClose,
  onEscape = onClose,
  heading,
  children,
}: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();

  // Shown before it is painted, and closed before it leaves the page: the browser then gives the focus back.
  useLayoutEffect(() => {
    const { current } = box;
    current?.showModal();
    return () => current?.close();
  }, []);

  return (
    <dialog
      ref={box}
      className={styles.dialog}
      data-wide={isWide || undefined}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        // The browser would close it unasked.
        event.preventDefault();
        // The first Escape takes back what is being typed in a field.
        if (!isTyping(event)) onEscape();
      }}
      onCancel={(event) => {
        // A close asked for by other means than the key; that of a file to choose comes by here too.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClose={({ currentTarget }) => {
        // Not asked at all, as the second of two back gestures: it stands until whoever shows it has answered.
        if (currentTarget.open || !currentTarget.isConnected) return;
        currentTarget.showModal();
        onClose();
      }}
    >
      <header className={styles.head}>
        <h2 ref={heading} id={id} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="button square" aria-label={closeName} onClick={onClose}>
          <X aria-hidden="true" size={16} />
        </button>
      </header>
      {children}
    </dialog>
  );
}

/** What is in that part. */
export interface DialogBodyProps {
  readonly ref?: Ref<HTMLDivElement>;
  /** Out of reach while something else has to end first. */
  readonly isInert?: boolean;
  readonly children: ReactNode;
}

/** The part of a window that scrolls, its pieces below each other. */
export function DialogBody({ ref, isInert = false, children }: DialogBodyProps) {
  return (
    <div ref={ref} className={styles.body} inert={isInert}>
      {children}
    </div>
  );
}

/** Whether a field holds another text than it had at rest. */
function isTyping({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLInputElement &&
    target.dataset['rest'] !== undefined &&
    target.value !== target.dataset['rest']
  );
}
