// What tells the answer, or the cover that stands in its place.
import { type ReactNode, useEffect, useRef } from 'react';
import { toggleAnswer } from '@/state/answer';
import { useDesk } from '@/state/store';
import styles from './answer.module.css';

/**
 * Shows its children, or while the answer is hidden nothing of them: they are not drawn at all. With `isCover` the
 * button that shows the answer again stands in their place.
 */
export function Answer({
  children,
  isCover = false,
}: {
  readonly children: ReactNode;
  readonly isCover?: boolean;
}) {
  const isHidden = useDesk((desk) => desk.isAnswerHidden);
  const place = useRef<HTMLDivElement>(null);
  const cover = useRef<HTMLButtonElement>(null);
  const wasHidden = useRef(isHidden);
  useEffect(() => {
    if (wasHidden.current === isHidden) return;
    wasHidden.current = isHidden;
    // What had the focus is gone: it goes to what stands in its place, not to the top of the page.
    if (document.activeElement !== document.body) return;
    (isHidden ? cover : place).current?.focus({ preventScroll: true });
  }, [isHidden]);
  if (isHidden) {
    if (!isCover) return null;
    return (
      <button ref={cover} type="button" className={styles.cover} onClick={toggleAnswer}>
        Answer hidden – press H or here to show
      </button>
    );
  }
  if (!isCover) return children;
  return (
    <div ref={place} tabIndex={-1} className={styles.place}>
      {children}
    </div>
  );
}
