// What I have: the account as a person types it. Fields appear when the account needs them.
import { type ReactNode, useMemo, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { money } from '@/engine/quantity';
import { type GlossaryEntry, glossary } from '@/presets/glossary';
import { isExample } from '@/state/account-edits';
import { blankRow } from '@/state/aside';
import { rowField } from '@/state/holding-edits';
import {
  findLump,
  findOneNumber,
  selectOneHoldingRate,
  splitIntoHoldings,
  toOneNumber,
} from '@/state/one-number';
import { startAgain } from '@/state/open-account';
import { commit, keepTexts, selectAccount, setListing, setNewRow, useDesk } from '@/state/store';
import { daysBetween, localDay } from '@/state/today';
import { useSought } from '@/state/use-sought';
import { formatDayAndYear } from '@/ui/day';
import { formatMoneyShort } from '@/ui/format';
import { WordsAsked } from '@/ui/words-asked';
import styles from './account.module.css';
import { AccountDetails, isDetail } from './account-details';
import { AccountWarnings } from './account-warnings';
import { BalanceField, LoanField } from './balance-fields';
import { HoldingsTable } from './holdings-table';
import type { RawTexts } from './raw-texts';
import { RuleSetField } from './rule-set-field';
import { StartAgain } from './start-again';
import { Targets } from './targets';
import { ThreeNumbers } from './three-numbers';

/** The panel at the left. `door` leads from an empty account to another way in. */
export function AccountPanel({ door }: { readonly door?: ReactNode }) {
  const account = useDesk(selectAccount);
  const wantsList = useDesk(({ isListing }) => isListing);
  const form = useForm<RawTexts>({ shouldUnregister: true });
  // Counts how often the fields were exchanged for others: the new ones take the focus, those of a fresh page do not.
  const [round, setRound] = useState(0);
  const exchange = (change: () => void) => {
    change();
    setRound(round + 1);
  };
  const split = () =>
    exchange(() => {
      commit(splitIntoHoldings);
      openList();
    });
  const isOwn = !isExample({ account });
  const positions = isOwn ? account.positions : [];
  const lump = findLump(account);
  const isListing = wantsList || (positions.length > 0 && lump === null);
  const hasShort = positions.some(({ side }) => side === 'short');
  const isDetailSought = useDesk(({ sought }) => isDetail(sought));
  const [wantsDetails, setWantsDetails] = useState(false);
  if (isDetailSought && !wantsDetails) setWantsDetails(true);
  useSought('account');

  return (
    <FormProvider {...form}>
      <section aria-labelledby="account-title" className={styles.panel}>
        <div className={styles.heading}>
          <h2 id="account-title" className="panel-title">
            What I have
          </h2>
          {isOwn && <StartAgain onStart={() => exchange(startAgain)} />}
        </div>
        {isListing ? (
          <HoldingsTable key={round} startsTyping={round > 0} />
        ) : (
          <ThreeNumbers key={round} startsTyping={round > 0} onSplit={split} />
        )}
        <div className={styles.doors}>
          {!isListing && <ListDoor onSplit={split} onList={() => exchange(openList)} />}
          {door}
        </div>
        <div className={styles.others}>
          {isListing && <LoanField />}
          <BalanceField field="cash" label="Cash in the account" />
          {hasShort && <BalanceField field="shortCredit" label="Credit from short sales" />}
          <RuleSetField />
        </div>
        <AccountWarnings />
        {isListing && positions.some(({ side }) => side === 'long') && <Targets />}
        {isListing && <OneNumberDoor onUse={exchange} />}
        {(isOwn || wantsDetails) && <AccountDetails />}
        <Age />
        {isOwn && <WordsAsked entries={wordsOf(hasShort)} />}
      </section>
    </FormProvider>
  );
}

/** The words of the panel's own labels. */
function wordsOf(hasShort: boolean): readonly GlossaryEntry[] {
  const { loan, cash, rate, requirement, alone, heldLong, soldShort, shortCredit } = glossary;
  return hasShort
    ? [loan, cash, heldLong, soldShort, shortCredit, rate, requirement, alone]
    : [loan, cash, rate, requirement, alone];
}

/** What is refused in fields that go out of sight is taken back: nothing hidden is said to be unread. */
function openList() {
  keepTexts({ holdings: null, requirement: null });
  setListing(true);
}

function closeList() {
  const fields = Object.keys(useDesk.getState().texts).filter((field) => rowField.test(field));
  keepTexts(Object.fromEntries(fields.map((field) => [field, null])));
  setNewRow(blankRow);
  setListing(false);
}

/** The way to the table: with a number typed, what it is worth is kept. */
function ListDoor({ onSplit, onList }: { readonly onSplit: () => void; readonly onList: () => void }) {
  const lump = useDesk((desk) => findLump(selectAccount(desk)));
  // Where one number counts as one large holding, the split is offered at the field.
  const isOffered = useDesk((desk) => selectOneHoldingRate(desk) !== null);
  if (isOffered) return null;
  const isWorthSplitting = lump !== null && Number(lump.marketValue ?? 0) > 0;
  return (
    <button type="button" className="button" onClick={isWorthSplitting ? onSplit : onList}>
      {isWorthSplitting ? 'Split into holdings' : 'Type holdings one by one'}
    </button>
  );
}

/** The way back to one number, with what it does; closed where one number would not do the same. */
function OneNumberDoor({ onUse }: { readonly onUse: (change: () => void) => void }) {
  const account = useDesk(({ history }) => history.present.account);
  const isEmpty = isExample({ account }) || account.positions.length === 0;
  const sum = useMemo(() => (isEmpty ? null : findOneNumber(account)), [isEmpty, account]);
  if (!isEmpty && sum === null) return null;
  const use = () => {
    if (sum !== null) commit(toOneNumber);
    closeList();
  };
  return (
    <div className={styles.door} data-screen="">
      <button type="button" className="button plain" onClick={() => onUse(use)}>
        Use one number for all holdings
      </button>
      {sum !== null && account.positions.length > 1 && (
        <p className="note">
          Adds the {account.positions.length.toLocaleString('en-US')} holdings up to{' '}
          {formatMoneyShort(money(sum.marketValue ?? '0'))}
          {sum.maintenanceRate !== undefined && ', with the requirement of all of them'}. Undo brings them
          back.
        </p>
      )}
    </div>
  );
}

/** Prices as they were typed grow old: the day is always said, the age once it is more than a week. */
function Age() {
  const account = useDesk(selectAccount);
  if (isExample({ account }) || account.enteredOn === undefined) return null;
  const days = daysBetween(account.enteredOn, localDay());
  return (
    <p className="note">
      Entered on <time dateTime={account.enteredOn}>{formatDayAndYear(account.enteredOn)}</time>
      {days > 7 && `: the figures are ${days} days old`}
    </p>
  );
}
