/** A table wider or longer than its place: it scrolls, by keyboard too, and on a small screen says that it does. */
import type { ReactNode } from 'react';
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
  return (
    <div className={styles.place}>
      <p className={styles.hint} data-screen="">
        The table scrolls sideways.
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard */}
      <div className={styles.region} style={{ maxHeight }} role="region" aria-label={label} tabIndex={0}>
        {children}
      </div>
    </div>
  );
}
