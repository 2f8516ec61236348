// Whose rules set the rates that are not typed, how old they are, where the broker shows the real ones, and the way to
// rules of one's own.
import { useEffect, useRef, useState } from 'react';
import { rateHints, ruleSetInputs, ruleSets } from '@/presets/rule-sets';
import { blankAccount, isExample } from '@/state/account-edits';
import { adoptRules } from '@/state/adopt-rules';
import { selectToday } from '@/state/figures';
import { commit, selectAccount, useDesk } from '@/state/store';
import { daysBetween, localDay } from '@/state/today';
import { formatDayAndYear } from '@/ui/day';
import { formatRate } from '@/ui/format';
import styles from './account.module.css';
import { CustomRules } from './custom-rules';
import { BelowMinimum } from './custom-rules-outlook';
import { draftPlaceWords, selectDraftPlace } from './custom-rules-place';

/** The broker's rules and what they say. */
export function RuleSetField() {
  const account = useDesk(selectAccount);
  const example = isExample({ account });
  const { ruleSet } = example ? blankAccount : account;
  const isOwn = typeof ruleSet !== 'string';
  const rules = isOwn ? (selectToday(account)?.account.ruleSet ?? null) : (ruleSets.get(ruleSet) ?? null);
  const isAssumed =
    !example && account.positions.some(({ maintenanceRate }) => maintenanceRate === undefined);
  // Another account has another draft.
  const opened = useDesk((desk) => desk.opened);
  const hasShorts = account.positions.some(({ side }) => side === 'short');
  return (
    <>
      <div className="labeled">
        <label htmlFor="rule-set">Broker’s rules</label>
        <select
          className="control"
          id="rule-set"
          value={isOwn ? 'custom' : ruleSet}
          onChange={({ currentTarget: { value } }) => commit(adoptRules(value))}
        >
          {ruleSetInputs.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {isOwn && <option value="custom">{ruleSet.name}</option>}
        </select>
      </div>
      <div className={styles.rulesNotes}>
        {rules !== null && (
          <span className="note">
            {formatRate(rules.longRate)} unless typed
            {rules.concentration !== null && ', more for large holdings'}
            <AsOf day={rules.input.asOf} />
          </span>
        )}
        {rules !== null && isOwn && <BelowMinimum rules={rules} isBothSides={hasShorts} />}
        {rules !== null && isAssumed && (
          <span className="note" title={rateHints.get(rules.id)?.source}>
            {rateHints.get(rules.id)?.sentence ??
              'The broker can require more of a holding: where it prints the rate, type it.'}
          </span>
        )}
        {rules !== null && !example && <EditorDoor key={opened} base={rules.input} hasShorts={hasShorts} />}
      </div>
    </>
  );
}

/** Opens the editor in its place; the focus comes back to it. */
function EditorDoor(props: Pick<Parameters<typeof CustomRules>[0], 'base' | 'hasShorts'>) {
  const [isOpen, setOpen] = useState(false);
  const place = useDesk(selectDraftPlace);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (!isOpen && wasOpen.current) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (isOpen) return <CustomRules {...props} onClose={() => setOpen(false)} />;
  const words =
    place !== null
      ? 'Go on editing rules of my own'
      : props.base.id === 'custom'
        ? 'Edit these rules'
        : 'Copy and edit these rules';
  return (
    <div data-screen="">
      <button ref={opener} type="button" className="link" onClick={() => setOpen(true)}>
        {words}
      </button>
      {place !== null && <span className="note"> {draftPlaceWords[place]}</span>}
    </div>
  );
}

function AsOf({ day }: { readonly day: string | undefined }) {
  if (day === undefined) return null;
  return (
    <>
      {' · as of '}
      <time dateTime={day}>{formatDayAndYear(day)}</time>
      {daysBetween(day, localDay()) > 365 && ', more than a year ago'}
    </>
  );
}
