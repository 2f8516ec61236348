/**
 * Takes account numbers and names of people out of what is read, before anything leaves the reader: accounts are told apart
 * by what they are ("Roth IRA") and the last three digits.
 */
import { headingKey } from './columns';
import type { ImportAccount, ImportRow } from './import-types';
import type { SourceRecord } from './source-records';

/** Words that say what kind of account it is; all others may be a name and are left out. */
const kinds = new Set(
  (
    'individual joint tod wros community property roth traditional rollover inherited beneficiary contributory sep simple ira ' +
    'brokerage brokeragelink margin cash trust custodial utma ugma hsa 401k 403b 457b 401(k) 403(b) retirement investment ' +
    'investments savings health plan self-directed designated limited all-accounts'
  ).split(' '),
);

/** The words of an account's name that say what kind it is. */
export function accountKind(name: string): string {
  const words = name.split(/[\s_/–]+/).map((word) => word.replaceAll(/^[-,.]+|[-,.]+$/g, ''));
  return words.filter((word) => kinds.has(word.toLowerCase())).join(' ');
}

/** What the page calls an account: "Roth IRA ending 321", "Account ending 678", "Account". */
export function accountLabel(number: string, name: string): string {
  const kind = accountKind(name) || 'Account';
  const digits = number.replaceAll(/\D/g, '').slice(-3);
  return digits.length < 3 ? kind : `${kind} ending ${digits}`;
}

/** A text without numbers of five digits and more: of each only the last three stay. Plain figures stay. */
export function maskNumbers(text: string): string {
  if (isAmount(text)) return text;
  return text.replaceAll(/[A-Za-z]{0,3}(?:\d{4}-\d{4,}|\d{5,})/g, (number) => `…${number.slice(-3)}`);
}

/** A sign, a dollar or decimals: no number of an account is written so. */
function isAmount(text: string): boolean {
  return /^[-+(]*\$?[-+]?[\d,]*\.\d+\)?%?$/.test(text) || /^(?:[-+]|[-+]?\$)[\d,]+$/.test(text);
}

/** Knows which columns name accounts and people, and takes what they said out of all rows. */
export interface AccountNames {
  /** The label of the account that a cell names. */
  labelOf(account: string, record: SourceRecord): string;
  /** The accounts without numbers and names. */
  cleaned(accounts: readonly ImportAccount[]): ImportAccount[];
}

/** For a table with these headings. */
export function namesOf(heading: SourceRecord): AccountNames {
  const keys = heading.cells.map(headingKey);
  const isPrivate = keys.map(
    (key) => /account|client|alias|owner|holder|^acct/.test(key) && !/percent|%|ofacc/.test(key),
  );
  const nameIndex = keys.findIndex((key) => key === 'accountname' || key === 'accountalias');
  const secrets = new Set<string>();
  return {
    labelOf(account, { cells }) {
      if (!isAmount(account))
        for (const number of account.match(/[A-Za-z]{0,3}[\d-]{5,}/g) ?? []) secrets.add(number);
      return accountLabel(account, nameIndex < 0 ? account : (cells[nameIndex] ?? ''));
    },
    cleaned(accounts) {
      return accounts.map((account) => ({
        ...account,
        rows: account.rows.map((row) => cleanedRow(row, isPrivate, [...secrets])),
      }));
    },
  };
}

function cleanedRow(row: ImportRow, isPrivate: readonly boolean[], secrets: readonly string[]): ImportRow {
  // Titles, disclaimers and lists of transactions may name an account anywhere.
  const isProse = row.fate === 'notAPosition' && row.value === null;
  const hidden = (text: string) => {
    let kept = text;
    for (const secret of secrets)
      if (kept.includes(secret))
        kept = isAmount(kept) ? kept : kept.replaceAll(secret, `…${secret.slice(-3)}`);
    return isProse ? maskNumbers(kept) : kept;
  };
  const isTabular = row.reason !== 'heading' && row.cells.length >= 3;
  const cells = row.cells.map((cell, index) =>
    isTabular && isPrivate[index] === true && cell !== '' && cell !== row.symbol
      ? privateCell(cell)
      : hidden(cell),
  );
  // In a row that is shifted the number of an account may stand where a figure is read.
  const isSecret = (figure: string | null) => figure !== null && secrets.includes(figure);
  const figure = (read: string | null) => (isSecret(read) ? null : read);
  return {
    ...row,
    quantity: figure(row.quantity),
    price: figure(row.price),
    value: figure(row.value),
    cost: figure(row.cost),
    cells,
    symbol: hidden(row.symbol),
    description: hidden(row.description),
    unreadText: row.unreadText === null ? null : hidden(row.unreadText),
  };
}

/** What may be shown of a cell that names an account or a person. */
function privateCell(cell: string): string {
  if (isAmount(cell)) return cell;
  const kind = accountKind(cell);
  const digits = cell.replaceAll(/\D/g, '');
  return (
    [kind, digits.length < 3 ? '' : `…${digits.slice(-3)}`].filter((part) => part !== '').join(' ') || '…'
  );
}
