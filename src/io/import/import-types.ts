/**
 * What a reader of a broker's file or of pasted text finds: every row of it with its fate, nothing dropped in silence. Plain
 * JSON, so that a worker can hand it over. Amounts, shares and prices are exact decimal texts with their sign.
 */

/** The layouts that are known. `table` is any table with headings that name a symbol and a quantity or a value. */
export type ImportLayout =
  | 'schwab'
  | 'fidelity'
  | 'ibkr-activity'
  | 'ibkr-flex'
  | 'etrade'
  | 'm1'
  | 'vanguard'
  | 'thinkorswim'
  | 'robinhood-activity'
  | 'table'
  | 'lines';

/** What a column of a table can be read as. */
export type ImportColumn =
  | 'symbol'
  | 'description'
  | 'quantity'
  | 'price'
  | 'value'
  | 'cost'
  | 'side'
  | 'kind'
  | 'account'
  | 'currency'
  // Columns that only Headroom's own table of positions has by itself; a person may name them anywhere.
  | 'rate'
  | 'perShareMinimum'
  | 'beta'
  | 'group'
  | 'leverage'
  | 'marginable'
  | 'targetWeight';

/**
 * What becomes of a row: a holding; cash or the loan; money-market cash (counted only if the person says so); pending activity
 * (not counted unless the person says so); left out of every figure but named; a line that is no position at all (a total, a
 * heading, a disclaimer); or not understood, which the person must mend or leave out.
 */
export type RowFate = 'holding' | 'cash' | 'moneyMarket' | 'pending' | 'excluded' | 'notAPosition' | 'unread';

/**
 * Why a row is left out, is no position or cannot be read: a code for the words of the page. `broken-row`: its cells do not
 * fit the headings, so none of them can be trusted. `unreadable-detail`: a rate, beta or other extra. `left-out`: already left out of
 * the account that the table was written from. Two stand at holdings
 * that are taken over: `value-apart`, where shares times price is not the value beside them (far from it, the row is not
 * understood), and `last-trade-price`, where the price is the one of the last trade in a report of activity.
 */
export type RowReason =
  | 'option'
  | 'bond'
  | 'fund-code'
  | 'future'
  | 'foreign-currency'
  | 'zero'
  | 'total'
  | 'heading'
  | 'note'
  | 'lot'
  | 'duplicate-summary'
  | 'blank'
  | 'unreadable-quantity'
  | 'unreadable-price'
  | 'unreadable-value'
  | 'no-symbol'
  | 'no-worth'
  | 'side-against-sign'
  | 'out-of-range'
  | 'broken-row'
  | 'unreadable-detail'
  | 'left-out'
  | 'transaction'
  | 'last-trade-price'
  | 'sold-more-than-bought'
  | 'value-apart';

/** One row of the source. */
export interface ImportRow {
  /** The row of the source it came from, counted from 1 as a person counts lines of the file. */
  readonly line: number;
  readonly fate: RowFate;
  readonly reason: RowReason | null;
  /** The cells as they stood, account numbers removed. */
  readonly cells: readonly string[];
  readonly symbol: string;
  readonly description: string;
  /** Signed; negative = short. Null where the row has none. */
  readonly quantity: string | null;
  readonly price: string | null;
  /** The price is value ÷ quantity, not in the file. */
  readonly isPriceDerived: boolean;
  /** Signed. Null where the row has none. */
  readonly value: string | null;
  /** Of a whole position, signed; kept for nobody but the preview. */
  readonly cost: string | null;
  /** The contract of an option. */
  readonly option: ImportedOption | null;
  /** What a table says of a holding beyond shares and price; null where it says nothing. */
  readonly extra: ImportExtra | null;
  /** Of a cash row, also of one not understood: which of the account's three amounts it tells. A loan's value is negative. */
  readonly money: ImportMoney | null;
  /** The text of the cell that could not be read. */
  readonly unreadText: string | null;
}

/** Cash as brokers show it (negative = a loan), a loan on a row of its own, or the proceeds of short sales. */
export type ImportMoney = 'cash' | 'marginLoan' | 'shortCredit';

/** What a holding may carry beyond its size, as exact decimals; rates and weights are ratios (0.25 is 25 %). */
export interface ImportExtra {
  readonly maintenanceRate?: string;
  readonly perShareMinimum?: string;
  readonly beta?: string;
  readonly group?: string;
  readonly leverage?: string;
  readonly marginable?: boolean;
  readonly targetWeight?: string;
}

/** What the symbol of an option says. */
export interface ImportedOption {
  readonly underlying: string;
  /** YYYY-MM-DD. */
  readonly expiry: string;
  readonly strike: string;
  readonly right: 'C' | 'P';
  readonly multiplier: string;
}

/** One account of the source. */
export interface ImportAccount {
  /** Apart from the others of the file: 1, 2, 3 … */
  readonly id: string;
  /** What the page calls it: "Account ending 252", never a whole number and never a name. */
  readonly label: string;
  readonly rows: readonly ImportRow[];
  /** Signed sum of the cash rows, a loan and a short credit on rows of their own among them: negative = a margin loan. Null
   * where the source has none. */
  readonly cash: string | null;
  /** Owed, as a row of its own says; 0 or more. Null where there is no such row: then a negative `cash` is the loan. */
  readonly marginLoan: string | null;
  /** Proceeds of short sales, as a row of its own says. Null where there is no such row. */
  readonly shortCredit: string | null;
  /** The broker's own total of the account, or null where the source has none. */
  readonly statedTotal: string | null;
  /** Sum of all signed values and cash as it was read, options and pending activity among them; null where a value is missing. */
  readonly readTotal: string | null;
}

/** A column of the table that was found, for the person to change. */
export interface FoundColumn {
  readonly index: number;
  readonly heading: string;
  readonly role: ImportColumn | null;
}

/** What the source does not say and the page must ask. */
export type ImportQuestion = 'margin-loan' | 'cash' | 'short-credit' | 'as-of';

/** Why a source as a whole gives no positions. */
export type ImportRefusal =
  | 'empty'
  | 'too-large'
  | 'binary'
  | 'activity-only'
  | 'no-header'
  | 'no-rows'
  | 'lots-only'
  | 'is-a-document';

/** What was found. */
export interface ImportFound {
  readonly layout: ImportLayout;
  /** The day of the prices, YYYY-MM-DD, or null where the source does not say. */
  readonly asOf: string | null;
  readonly columns: readonly FoundColumn[];
  readonly accounts: readonly ImportAccount[];
  readonly questions: readonly ImportQuestion[];
}

/** A reader's answer. Never an exception. */
export type ImportReading =
  | { readonly ok: true; readonly found: ImportFound }
  | {
      readonly ok: false;
      readonly refusal: ImportRefusal;
      readonly figures: Readonly<Record<string, string>>;
    };

/** What the person may say against what was found: a column's role by its index. */
export interface ImportWishes {
  readonly columns?: Readonly<Record<number, ImportColumn | null>>;
}
