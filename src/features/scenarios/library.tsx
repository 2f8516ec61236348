// Ready-made what-ifs: each is kept and shown at a press, or says what the account lacks for it.
import { useState } from 'react';
import { type Lack, type ReadyMade, readyMade } from '@/presets/scenarios';
import { isUnnamed } from '@/state/lever-edits';
import { readyFacts } from '@/state/ready-made';
import { addScenario } from '@/state/scenarios';
import { commit, goToField, useDesk } from '@/state/store';
import { nameHolding } from '@/ui/holding-name';
import styles from './scenarios.module.css';

/** All of them, folded below what is kept; where nothing is yet, they are what there is to see. */
export function Library() {
  const isAnyKept = useDesk(({ history }) => history.present.scenarios.some((each) => !isUnnamed(each)));
  const [isOpen, setOpen] = useState(!isAnyKept);
  return (
    <details
      className={styles.readyMade}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>Ready-made what-ifs</summary>
      {isOpen && (
        <ul className={styles.list} aria-label="Ready-made what-ifs">
          {readyMade.map((each) => (
            <ReadyRow key={each.id} ready={each} />
          ))}
        </ul>
      )}
    </details>
  );
}

function ReadyRow({ ready }: { readonly ready: ReadyMade }) {
  const account = useDesk(({ history }) => history.present.account);
  const { positions } = account;
  const [wanted, choose] = useState('');
  const chosen = positions.find(({ id }) => id === wanted) ?? positions[0];
  const facts = readyFacts(account, chosen?.id ?? '');
  const made = facts === null ? null : ready.make(facts);
  const isOf = ready.isOfOne === true && chosen !== undefined;
  const name = isOf
    ? ready.name.replace('one holding', nameHolding(chosen, positions, 'within'))
    : ready.name;
  return (
    <li>
      <div className={styles.ready}>
        <strong>{ready.name}</strong>
        <span className="note">
          {ready.about}
          {ready.source !== undefined && ` Source: ${ready.source}.`}
        </span>
        {isOf && positions.length > 1 && (
          <label className="labeled">
            <span>Which holding</span>
            <select
              className="control"
              value={chosen.id}
              onChange={({ currentTarget }) => choose(currentTarget.value)}
            >
              {positions.map((position) => (
                <option key={position.id} value={position.id}>
                  {nameHolding(position, positions, 'subject')}
                </option>
              ))}
            </select>
          </label>
        )}
        {made?.ok === false && <LackNote lack={made.lack} />}
      </div>
      {made?.ok === true && (
        <button
          type="button"
          className="button"
          aria-label={`Show ${name}`}
          onClick={() => commit(addScenario(name, ready.about, made.changes))}
        >
          Show
        </button>
      )}
    </li>
  );
}

/** What is missing, and the way there where there is a field for it. */
function LackNote({ lack }: { readonly lack: Lack }) {
  const { text, field, way } = lacks[lack];
  return (
    <span className="note">
      {text}
      {field !== undefined && (
        <>
          {' '}
          <button type="button" className="link" onClick={() => goToField(field)}>
            {way}
          </button>
        </>
      )}
    </span>
  );
}

const lacks: Record<Lack, { readonly text: string; readonly field?: string; readonly way?: string }> = {
  holding: { text: 'It needs a holding first.' },
  group: {
    text: 'It needs holdings in a group named Technology: a holding’s group is typed behind “⋯” in its row.',
  },
  loan: { text: 'It needs a loan first.', field: 'loan', way: 'Go to the loan' },
  rate: {
    text: 'It needs to know what the loan costs a year.',
    field: 'interest',
    way: 'Type its yearly rate',
  },
  lowerRate: { text: 'Every holding requires 40\u00A0% or more already.' },
  lowerThanFull: { text: 'It requires 100\u00A0% or more already.' },
};
