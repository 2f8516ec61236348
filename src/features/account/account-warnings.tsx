// What the account as typed makes worth knowing: nothing of it stops the figures.
import type { Account } from '@/engine/account';
import type { MarginResult } from '@/engine/margin';
import { isBelowMinimumEquity } from '@/engine/minimum-equity';
import type { Issue } from '@/engine/result';
import { isExample } from '@/state/account-edits';
import { selectBrought } from '@/state/brought';
import { selectBelowExchange } from '@/state/exchange-floor';
import { type AccountToday, selectToday } from '@/state/figures';
import { selectAccount, useDesk } from '@/state/store';
import { selectUnfinishedRow } from '@/state/unfinished-row';
import { withTrueMinus } from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';
import styles from './account.module.css';

/** A list of sentences; nothing where there is none. */
export function AccountWarnings() {
  const account = useDesk(selectAccount);
  const unfinished = useDesk(selectUnfinishedRow);
  const today = isExample({ account }) ? null : selectToday(account);
  // As it is kept: a rate in mid-typing passes through small ones.
  const kept = useDesk(({ history }) => history.present.account);
  const keptToday = isExample({ account: kept }) ? null : selectToday(kept);
  const cautions = [
    ...(today === null ? [] : creditMissing(today.account)),
    ...(keptToday === null ? [] : tooLittle(keptToday)),
  ];
  // What the what-if brings counts in the figures on show as what is typed does.
  const brought = useDesk(selectBrought);
  const typed = today?.account.positions ?? [];
  const isByShare = today !== null && today.account.ruleSet.concentration !== null;
  const notes =
    today === null
      ? []
      : [
          ...today.warnings.flatMap((warning) => describeWarning(warning, typed, typed, isByShare)),
          ...belowMinimum(today.account, today.margin),
        ];
  notes.push(
    ...brought.warnings.flatMap((warning) =>
      describeWarning(warning, brought.positions, [...typed, ...brought.positions], isByShare),
    ),
  );
  if (unfinished !== null)
    notes.unshift(`Row ${unfinished} is not counted yet: its figures are not complete.`);
  if (cautions.length + notes.length === 0) return null;
  return (
    <ul className={styles.warnings}>
      {cautions.map((sentence) => (
        <li key={sentence} className={styles.caution}>
          {sentence}
        </li>
      ))}
      {[...new Set(notes)].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** Shorts whose proceeds are missing make an account look far worse than it is. */
function creditMissing({ positions, shortCredit }: Account): string[] {
  const hasShort = positions.some(({ side }) => side === 'short');
  return hasShort && shortCredit.sign() === 0
    ? ['Credit from short sales is counted as $0: the proceeds of the short sales belong there.']
    : [];
}

/** Rates that no broker may ask put the call further away than it is. */
function tooLittle(today: AccountToday): string[] {
  const below = selectBelowExchange(today);
  if (below.size === 0) return [];
  const { positions } = today.account;
  const names = positions
    .filter(({ id }) => below.has(id))
    .map((position) => nameHolding(position, positions, 'within'));
  const isOne = positions.length === 1;
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  const whose = isOne ? '' : ` for ${names.slice(0, 3).join(', ')}${more}`;
  return [
    `The requirement typed${whose} is below FINRA’s minimum, which no broker may go below: a call can come earlier than these figures say.`,
  ];
}

function belowMinimum(account: Account, { equity }: MarginResult): string[] {
  if (!isBelowMinimumEquity(account, equity)) return [];
  return [
    'Equity is below $2,000: brokers may not lend more then (FINRA 4210(b)). After a fall of the market that alone is no call.',
  ];
}

/** A warning of one of these holdings, named by its place among all; `isByShare` = a holding's share of the account counts. */
function describeWarning(
  { code, path, figures }: Issue,
  positions: Account['positions'],
  all: Account['positions'],
  isByShare: boolean,
): string[] {
  const index = Number(/\/positions\/(\d+)/.exec(path)?.[1] ?? -1);
  const position = positions[index];
  const name = figures['symbol'] ?? (position === undefined ? '' : nameHolding(position, all, 'subject'));
  switch (code) {
    case 'repeated-symbol':
      return [
        isByShare
          ? `${name} stands in more than one row: these rules ask more of a holding that is a large part of the account, and see each row by itself. In one row the requirement can be higher.`
          : `${name} stands in more than one row.`,
      ];
    case 'leverage-without-beta':
      return [
        `${name} is leveraged ${withTrueMinus(figures['leverage'] ?? '')} times, but counted as moving 1\u00A0% for each 1\u00A0% of the market.`,
      ];
    case 'long-rate-above-one':
      return ['A requirement above 100\u00A0% means that a rise can cause a margin call too.'];
    case 'per-share-minimum-not-applied':
      return [
        'Sold-short holdings known by value only: the minimums of $2.50 and $5 a share are not applied.',
      ];
    default:
      return [];
  }
}
