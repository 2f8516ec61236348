// What if: the levers beside the market, and the list of everything that differs from today.
import { X } from 'lucide-react';
import { ratio } from '@/engine/quantity';
import type { ChangeInput } from '@/engine/scenario';
import { dropChange, shownChanges } from '@/state/lever-edits';
import { commit, selectDocument, useDesk } from '@/state/store';
import { formatPercent } from '@/ui/format';
import { RequirementLever } from './requirement-lever';
import styles from './what-if.module.css';

/** The panel below the account. */
export function WhatIfPanel() {
  const document = useDesk(selectDocument);
  const changes = shownChanges(document);
  return (
    <section aria-labelledby="what-if-title" className={styles.panel}>
      <h2 id="what-if-title" className="panel-title">
        What if
      </h2>
      <RequirementLever />
      {changes.length > 0 && (
        <ul className={styles.changes} aria-label="What differs from today">
          {changes.map((change, index) => (
            // Changes of one type stand in a fixed order.
            <li key={`${change.type}-${index}`}>
              {describeChange(change)}
              <button
                type="button"
                className={styles.drop}
                aria-label={`Take away: ${describeChange(change)}`}
                onClick={() => commit(dropChange(index))}
              >
                <X aria-hidden="true" size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A change in words; the page itself makes the first two kinds only, the others come with a saved document. */
function describeChange(change: ChangeInput): string {
  if (change.type === 'moveMarket') return `The market moves by ${signed(change.ratio)} %`;
  if (change.type === 'shiftRequirement') {
    return `Every requirement changes by ${signed(change.points)} points`;
  }
  return `Another change: ${change.type}`;
}

function signed(decimal: string): string {
  const text = formatPercent(ratio(decimal), 2).replace(/\.?0*\u00A0%$/, '');
  return decimal.startsWith('-') ? text : `+${text}`;
}
