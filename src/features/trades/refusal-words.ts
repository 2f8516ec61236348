// Why a trade is impossible, with the figures that make it so.
import type { Position } from '@/engine/account';
import { money } from '@/engine/quantity';
import type { Tried } from '@/state/trades';
import { groupThousands, trimZeros } from '@/ui/decimal-text';
import { formatMoneyShort } from '@/ui/format';

/** What stands in the way of an amount is said at its field; of the rest, below the fields. */
const aboutSize: ReadonlySet<string> = new Set([
  'trades-more-than-held',
  'dollars-at-price-zero',
  'shares-unknown',
  'invests-more-than-cash',
  'withdraws-more-than-held',
  'repays-more-than-cash',
  'repays-more-than-loan',
]);

/** Whether a refusal is about the amount that is typed. */
export function isAboutSize(tried: Refused): boolean {
  return !tried.isOther && aboutSize.has(tried.issue.code);
}

type Refused = Extract<Tried, { ok: false }>;

/** One sentence. `traded` is the holding that is traded, where it is one. */
export function wordRefusal({ issue, isOther }: Refused, traded: Position | undefined): string {
  if (isOther) {
    return 'Not possible: money comes in and goes out first, and then another change of this what-if could not be made.';
  }
  const { code, figures } = issue;
  switch (code) {
    case 'trades-more-than-held':
      return `Not possible: ${heldWords(traded)}.`;
    case 'dollars-at-price-zero':
      return 'Not possible: at a price of 0 no dollars can be traded.';
    case 'shares-unknown':
      return 'Not possible: only its value is known, so it trades by dollars.';
    case 'no-target-weights':
      return 'Not possible yet: no holding has a target share.';
    case 'weights-not-one':
      return `Not possible yet: the target shares make ${percent(figures.sum ?? '0')}\u00A0%, not 100\u00A0%.`;
    case 'invests-more-than-cash':
      return Number(figures.available) === 0
        ? 'Not possible: there is no cash that can be invested.'
        : `Not possible: ${dollars(figures.available)} of cash can be invested.`;
    case 'withdraws-more-than-held':
      return `Not possible: cash and holdings are worth ${dollars(figures.available)}, and nothing is borrowed.`;
    case 'repays-more-than-cash':
      return `Not possible: there is ${dollars(figures.cash)} of cash.`;
    case 'repays-more-than-loan':
      return `Not possible: the loan is ${dollars(figures.marginLoan)}.`;
    case 'nothing-to-reinvest-in':
      return 'Not possible: there is no other holding to buy for it.';
    case 'slice-not-long':
      return 'Not possible: only a holding that is owned can be sold into the others.';
    default:
      return 'Not possible on this account.';
  }
}

function heldWords(traded: Position | undefined): string {
  if (traded === undefined) return 'less than that is held';
  const { shares, marketValue } = traded;
  const worth = formatMoneyShort(marketValue, 'down');
  return shares === null
    ? `only ${worth} of it is held`
    : `only ${groupThousands(trimZeros(shares.toFixed(4, 'down')))} shares (${worth}) are held`;
}

function dollars(amount: string | undefined): string {
  return formatMoneyShort(money(amount ?? '0'), 'down');
}

function percent(ratio: string): string {
  return money(ratio).times(money(100).as<'bare'>()).toText();
}
