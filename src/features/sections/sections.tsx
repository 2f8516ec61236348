// The account and the what-if on a small screen: one open at a time from a bar at the bottom, for the answer is what one
// comes for. What stands in them is handed in.
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { isExample } from '@/state/account-edits';
import { type Section, sectionOf } from '@/state/field-places';
import { selectAccount, useDesk } from '@/state/store';
import { usePrinting } from '@/ui/media';
import styles from '@/ui/page.module.css';

/** What stands in the sections, above them and below them. */
export interface SectionsProps {
  readonly note: ReactNode;
  readonly account: ReactNode;
  /** Null where a call is explained: there is no what-if beside it. */
  readonly whatIf: ReactNode;
  /** Stands where the account is not open. */
  readonly door: ReactNode;
}

const sections: readonly (readonly [Section, string])[] = [
  ['account', 'Account'],
  ['what-if', 'What if'],
];

/** The open section and the bar. On paper both stand. */
export function Sections({ note, account, whatIf, door }: SectionsProps) {
  const [open, setOpen] = useState<Section | null>(null);
  const isPrinting = usePrinting();
  const isFirst = useDesk((desk) => isExample({ account: selectAccount(desk) }));
  const box = useRef<HTMLDivElement>(null);
  const focusFirst = useRef(false);
  const sought = useDesk((desk) => desk.sought);
  const wanted = sought === null ? open : sectionOf(sought);
  if (wanted !== open) setOpen(wanted);
  // Before the section's own effects: what a link leads to scrolls itself into sight and must stay there.
  useLayoutEffect(() => {
    if (open === null || useDesk.getState().sought !== null) return;
    box.current?.scrollIntoView({ block: 'start' });
    if (focusFirst.current) box.current?.querySelector('input')?.focus();
    focusFirst.current = false;
  }, [open]);

  return (
    <>
      <div ref={box} className={styles.sheet}>
        {note}
        {(open === 'account' || isPrinting) && account}
        {(open === 'what-if' || isPrinting) && whatIf}
        {open !== 'account' && door}
      </div>
      <nav className={styles.tabs} aria-label="Sections">
        {sections
          .filter(([id]) => whatIf !== null || id === 'account')
          .map(([id, name]) => (
            <button
              key={id}
              type="button"
              aria-expanded={open === id}
              className={isFirst && id === 'account' && open === null ? styles.door : undefined}
              onClick={() => {
                focusFirst.current = isFirst && id === 'account';
                setOpen(open === id ? null : id);
              }}
            >
              {isFirst && whatIf !== null && id === 'account' ? 'Enter my three numbers' : name}
            </button>
          ))}
      </nav>
    </>
  );
}
