// What tells the answer, or the cover that stands in its place.
import { type ReactNode, useEffect, useRef } from 'react';
import { toggleAnswer, useDesk } from '@/state/store';
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
  // The button that was pressed is gone: the focus goes to what it uncovered, not to the top of the page.
  const wasPressed = useRef(false);
  useEffect(() => {
    if (!isHidden && wasPressed.current) place.current?.focus();
    wasPressed.current = false;
  }, [isHidden]);
  if (isHidden) {
    if (!isCover) return null;
    const show = () => {
      wasPressed.current = true;
      toggleAnswer();
    };
    return (
      <button type="button" className={styles.cover} onClick={show}>
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
