// One of a list by its name, to be put on show: its name, a tag while it is on show, and words about it below.
import type { ComponentProps, ReactNode } from 'react';
import styles from '@/ui/list-entry.module.css';

/** What the entry says, and what a press does. */
export interface ListEntryProps
  extends Pick<ComponentProps<'button'>, 'aria-current' | 'aria-pressed' | 'className' | 'onClick'> {
  readonly name: string;
  readonly isOnShow: boolean;
  readonly children?: ReactNode;
}

/** The button. */
export function ListEntry({ name, isOnShow, className = '', children, ...button }: ListEntryProps) {
  return (
    <button {...button} type="button" className={`${styles.entry} ${className}`}>
      <span className={styles.name}>
        {name}
        {isOnShow && <span className={styles.tag}>on show</span>}
      </span>
      {children}
    </button>
  );
}
