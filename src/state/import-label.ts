/**
 * How a row that is in no figure is named in the document: by what it holds, never by text of the file that could be a
 * person's name or an account's number. The words are kept as they are, so that a link or a file says them too.
 */
import type { ImportRow } from '@/io/import/import-types';
import type { OutReason } from '@/state/import-row';

const longest = 60;

/** The row's name: an option by its contract, else its symbol, else its description; an unread row by its line. */
export function labelOf({ option, symbol, description, line, fate }: ImportRow): string {
  if (option !== null) {
    const [year, month, day] = option.expiry.split('-');
    return `${option.underlying} ${month}/${day}/${year} ${trimZeros(option.strike)} ${option.right}`;
  }
  if (symbol !== '') return symbol.slice(0, longest);
  if (fate === 'pending') return 'Pending activity';
  // What was not understood can be anything.
  return fate === 'unread' || description === '' ? `Line ${line}` : description.slice(0, longest);
}

/** Why it is in no figure, in a word or two. */
export function wordReason(reason: OutReason): string {
  switch (reason) {
    case 'option':
    case 'bond':
    case 'future':
      return reason;
    case 'fund-code':
      return 'fund without a ticker';
    case 'foreign-currency':
      return 'not in dollars';
    case 'pending':
      return 'not settled';
    case 'money-market':
      return 'money-market fund, not counted';
    case 'by-choice':
      return 'left out by choice';
    case 'left-out':
      return 'left out before';
    case 'zero':
      return 'worth nothing';
    case 'side-against-sign':
      return 'side unclear';
    case 'no-worth':
      return 'no value in the file';
    case 'lot':
    case 'duplicate-summary':
      return 'counted in another row';
    case 'sold-more-than-bought':
      return 'sold more than bought';
    case 'not-understood':
    case 'total':
    case 'heading':
    case 'note':
    case 'blank':
    case 'unreadable-quantity':
    case 'unreadable-price':
    case 'unreadable-value':
    case 'no-symbol':
    case 'out-of-range':
    case 'broken-row':
    case 'unreadable-detail':
    case 'transaction':
    case 'value-apart':
    case 'last-trade-price':
      return 'not understood';
  }
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
