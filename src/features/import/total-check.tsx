// The file's own total against ours, to the cent: the line that says whether the file was read as the broker means it.
import { Check, Info, TriangleAlert } from 'lucide-react';
import type { ImportCheck } from '@/state/import-check';
import { StrongText } from '@/ui/strong-text';
import { wordCheck } from './check-words';
import styles from './total-check.module.css';

const shapes = { same: Check, apart: Info, off: TriangleAlert, none: Info } as const;

/** The sentence, and why they differ. */
export function TotalCheck({ check }: { readonly check: ImportCheck }) {
  const { tone, headline, reasons } = wordCheck(check);
  const Shape = shapes[tone];
  return (
    <section aria-label="Your broker’s total" className={styles.check} data-tone={tone}>
      <Shape aria-hidden="true" size={20} />
      <div>
        <p>
          <StrongText text={headline} />
        </p>
        {reasons.length > 0 && (
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>
                <StrongText text={reason} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
