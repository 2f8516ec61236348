/** Gathers rows into the accounts of a source and adds them up. Every row that is handed in is in one of the accounts. */
import { type Money, money, sum } from '@/engine/quantity';
import type { ImportAccount, ImportRow } from './import-types';
import { productOf } from './position-row';

interface Draft {
  readonly label: string;
  readonly rows: ImportRow[];
  statedTotal: string | null;
}

/** The accounts while a source is read. */
export class AccountBook {
  private readonly drafts = new Map<string, Draft>();
  private current: Draft | null = null;
  /** Rows before the first account is named. */
  private readonly early: ImportRow[] = [];

  /** From here on rows belong to this account; `key` tells accounts apart and is forgotten. */
  open(key: string, label: string): void {
    const known = this.drafts.get(key);
    this.current = known ?? { label, rows: [], statedTotal: null };
    if (known === undefined) this.drafts.set(key, this.current);
  }

  /** True once an account is named. */
  get isOpen(): boolean {
    return this.current !== null;
  }

  /** Adds a row to the account that is open. */
  add(row: ImportRow): void {
    (this.current?.rows ?? this.early).push(row);
  }

  /** Notes the broker's own total of the account that is open. */
  stateTotal(total: string | null): void {
    if (!this.isOpen) this.open('', '');
    if (this.current !== null && total !== null) this.current.statedTotal = total;
  }

  /** The accounts in the order of the source; rows before the first belong to it. */
  accounts(): ImportAccount[] {
    if (this.drafts.size === 0) this.open('', '');
    const drafts = [...this.drafts.values()];
    const labels = new Map<string, number>();
    return drafts.map((draft, index) => {
      const plain = draft.label === '' ? 'Account' : draft.label;
      const count = (labels.get(plain) ?? 0) + 1;
      labels.set(plain, count);
      const rows = index === 0 ? [...this.early, ...draft.rows] : draft.rows;
      return {
        id: String(index + 1),
        label: count === 1 ? plain : `${plain} (${count})`,
        rows,
        ...moneyOf(rows),
        statedTotal: draft.statedTotal,
        readTotal: readTotalOf(rows),
      };
    });
  }
}

function moneyOf(rows: readonly ImportRow[]): Pick<ImportAccount, 'cash' | 'marginLoan' | 'shortCredit'> {
  const of = (kind: ImportRow['money'] | 'all') => {
    const counted = rows.filter((row) => row.fate === 'cash' && (kind === 'all' || row.money === kind));
    return counted.length === 0 ? null : sum(counted.map(({ value }) => money(value ?? '0')));
  };
  return {
    cash: of('all')?.toText() ?? null,
    marginLoan: of('marginLoan')?.negated().toText() ?? null,
    shortCredit: of('shortCredit')?.toText() ?? null,
  };
}

/** Null where a row that may count has no value, or one in another currency. */
function readTotalOf(rows: readonly ImportRow[]): string | null {
  let total: Money = money(0);
  let isAny = false;
  for (const { fate, reason, value, quantity, price } of rows) {
    if (fate === 'notAPosition') continue;
    const worth =
      value !== null ? money(value) : quantity !== null && price !== null ? productOf(quantity, price) : null;
    if (worth === null || fate === 'unread' || reason === 'foreign-currency') return null;
    total = total.plus(worth);
    isAny = true;
  }
  return isAny ? total.toText() : null;
}
