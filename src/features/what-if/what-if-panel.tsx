// What if: the levers beside the market, and the list of everything that differs from today.
import { X } from 'lucide-react';
import { dropChange, shownChanges } from '@/state/lever-edits';
import { commit, selectDocument, useDesk } from '@/state/store';
import { findRefusal } from '@/state/what-if-notes';
import { AdoptButton } from './adopt-button';
import { describeChange, describeRefusal } from './change-words';
import { DaysLever } from './days-lever';
import { Disclosure } from './disclosure';
import { canMoveHolding, HoldingLever } from './holding-lever';
import { MoneyLever } from './money-lever';
import { RequirementLever } from './requirement-lever';
import { RulesLever } from './rules-lever';
import styles from './what-if.module.css';

/** The panel below the account. */
export function WhatIfPanel() {
  const document = useDesk(selectDocument);
  const { account } = document;
  const changes = shownChanges(document);
  return (
    <section aria-labelledby="what-if-title" className={styles.panel}>
      <h2 id="what-if-title" className="panel-title">
        What if
      </h2>
      <RequirementLever />
      {account.positions.length > 0 && (
        <div>
          {canMoveHolding(account) && (
            <Disclosure title="One holding moves">{() => <HoldingLever />}</Disclosure>
          )}
          <Disclosure title="Money in or out">{() => <MoneyLever />}</Disclosure>
          <Disclosure title="Time and interest">{() => <DaysLever />}</Disclosure>
          <Disclosure title="Another broker’s rules">{() => <RulesLever />}</Disclosure>
        </div>
      )}
      {changes.length > 0 && <Changes />}
    </section>
  );
}

function Changes() {
  const document = useDesk(selectDocument);
  const { positions } = document.account;
  const refusal = findRefusal(document);
  return (
    <>
      <ul className={styles.changes} aria-label="What differs from today">
        {shownChanges(document).map((change, index) => {
          const words = describeChange(change, positions);
          return (
            // Changes of one type stand in a fixed order.
            <li key={`${change.type}-${index}`}>
              <span>
                {words}
                {refusal?.index === index && (
                  <span className={styles.refusal}>{describeRefusal(refusal.issue)}</span>
                )}
              </span>
              <button
                type="button"
                className={styles.drop}
                aria-label={`Take away: ${words}`}
                onClick={() => commit(dropChange(index))}
              >
                <X aria-hidden="true" size={14} />
              </button>
            </li>
          );
        })}
      </ul>
      <AdoptButton />
    </>
  );
}
