/** A table wider or longer than its place: it scrolls, by keyboard too, and on a small screen says that it does. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from '@/ui/scroll-region.module.css';

/** The region's name for those who cannot see it, and the table. */
export interface ScrollRegionProps {
  readonly label: string;
  /** A CSS length beyond which it scrolls downwards as well. */
  readonly maxHeight?: string;
  readonly children: ReactNode;
}

/** The hint, and the region around a table. */
export function ScrollRegion({ label, maxHeight, children }: ScrollRegionProps) {
  const region = useRef<HTMLDivElement>(null);
  const [isWider, setWider] = useState(false);
  // Its place or the table in it may change: letters of another size, a window turned, other figures.
  useEffect(() => {
    const box = region.current;
    if (box === null) return;
    const sizes = new ResizeObserver(() => setWider(box.scrollWidth > box.clientWidth));
    for (const part of [box, ...box.children]) sizes.observe(part);
    return () => sizes.disconnect();
  }, []);
  return (
    <div className={styles.place}>
      {isWider && (
        <p className={styles.hint} data-screen="">
          The table scrolls sideways.
        </p>
      )}
      <div
        ref={region}
        className={styles.region}
        style={{ maxHeight }}
        role="region"
        aria-label={label}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {children}
      </div>
    </div>
  );
}
