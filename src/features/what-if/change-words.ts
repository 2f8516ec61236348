/** The words of the levers: each change of a what-if in a sentence, and why one is impossible. */
import type { Account, PositionInput } from '@/engine/account';
import type { MarginResult } from '@/engine/margin';
import { bare, money, ratio } from '@/engine/quantity';
import type { Issue } from '@/engine/result';
import type { ChangeInput } from '@/engine/scenario';
import { ruleSets } from '@/presets/rule-sets';
import type { RateChange } from '@/state/rate-change';
import { groupThousands } from '@/ui/decimal-text';
import { formatMoneyShort, formatMove, formatRate, percentForField } from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';
import { describeMovedIn, describeOpening, describeTrade } from './action-words';

type Positions = readonly PositionInput[];

/** What the words of a change need to know of the account as typed, and of every requirement before and after. */
export interface ChangeContext {
  /** Those of the account, then those that a change brings. */
  readonly positions: Positions;
  readonly today: MarginResult | null;
  readonly rates: RateChange | null;
}

/**
 * A change in words, made on an account where that is known; what was before it stands before an arrow. Behind the
 * market's move a trade's price follows the slider.
 */
export function describeChange(
  change: ChangeInput,
  context: ChangeContext,
  on: Account | null,
  isMoved = false,
): string {
  const { positions } = context;
  switch (change.type) {
    case 'moveMarket':
      return `The market moves by ${move(change.ratio)}`;
    case 'moveGroup':
      return `${change.group} moves by ${move(change.ratio)}`;
    case 'movePrice':
      return `${nameIn(positions, change.position, 'subject')} moves by ${move(change.ratio)}`;
    case 'setPrice':
      return describePrice(change.position, change.price, context);
    case 'switchRuleSet':
      return `The rules of ${rulesName(change.ruleSet)} apply`;
    case 'shiftRequirement':
      return describeShift(change.points, context.rates);
    case 'setRequirement':
      return describeRequirement(change, context);
    case 'deposit':
      return `${dollars(change.amount)} comes in${change.invest === true ? ' and is invested' : ''}`;
    case 'withdraw':
      return `${dollars(change.amount)} goes out${change.sell === true ? ', raised by selling' : ''}`;
    case 'passDays':
      return change.days === 1 ? '1 day passes' : `${change.days} days pass`;
    case 'borrow':
      return `${dollars(change.amount)} is borrowed`;
    case 'repay':
      return `${dollars(change.amount)} of the loan is repaid from cash`;
    case 'depositSecurities':
      return describeMovedIn(change.position, nameIn(positions, change.position.id, 'within'));
    case 'open':
      return describeOpening(change.position, nameIn(positions, change.position.id, 'within'));
    case 'trade':
      return describeTrade(change, nameIn(positions, change.position, 'within'), on, isMoved);
    case 'rebalance':
      return Number(change.cashInvested ?? '0') === 0
        ? 'Holdings are traded to their target shares'
        : `Holdings are traded to their target shares, with ${dollars(change.cashInvested ?? '0')} of cash`;
    case 'removeSlice':
      return `${nameIn(positions, change.position, 'subject')} is sold and the rest bought for it`;
  }
}

function describePrice(id: string, price: string, { positions, today }: ChangeContext): string {
  const held = today?.positions.find(({ position }) => position.id === id)?.position;
  const before =
    held === undefined ? '' : ` from ${formatMoneyShort((held.price ?? held.marketValue).as<'money'>())}`;
  return `${nameIn(positions, id, 'subject')} goes${before} to ${dollars(price)}`;
}

function describeShift(points: string, rates: RateChange | null): string {
  const by = `${signed(points)} points`;
  return rates === null || rates.after === null
    ? `Every requirement changes by ${by}`
    : `Every requirement changes by ${by}: ${formatRate(rates.before)} → ${formatRate(rates.after)}${rates.isAverage ? ' on average' : ''}${rates.capped === 'none' ? '' : ', capped'}`;
}

function describeRequirement(
  { group, position = '', rate }: Extract<ChangeInput, { type: 'setRequirement' }>,
  { positions, today }: ChangeContext,
): string {
  const held = (today?.positions ?? []).filter((each) =>
    group === undefined ? each.position.id === position : each.position.group === group,
  );
  const first = held[0]?.rate;
  const isOne = first !== undefined && held.every((each) => each.rate.equals(first));
  const before = isOne ? `${formatRate(first)} → ` : '';
  return `${group ?? nameIn(positions, position, 'subject')} requires ${before}${formatRate(ratio(rate))}`;
}

/** Why a change is impossible where it stands. */
export function describeRefusal({ code }: Issue): string {
  switch (code) {
    case 'no-interest-rate':
      return 'Not possible yet: type what the loan costs a year.';
    case 'unknown-position':
    case 'unknown-group':
      return 'Not possible: that holding is no longer in the account.';
    case 'trades-more-than-held':
      return 'Not possible: that is more than is held there.';
    case 'repays-more-than-cash':
      return 'Not possible: there is less cash than that.';
    case 'repays-more-than-loan':
      return 'Not possible: the loan is smaller than that.';
    case 'duplicate-id':
      return 'Not possible: that holding is in the account already.';
    case 'no-target-weights':
      return 'Not possible yet: no holding has a target share.';
    case 'weights-not-one':
      return 'Not possible yet: the target shares do not make 100\u00A0%.';
    case 'invests-more-than-cash':
      return 'Not possible: there is less cash than that to invest.';
    case 'withdraws-more-than-held':
      return 'Not possible: cash and holdings are worth less than that.';
    case 'slice-not-long':
      return 'Not possible: only a holding that is owned can be sold into the others.';
    case 'nothing-to-reinvest-in':
      return 'Not possible: there is no other holding to buy for it.';
    case 'dollars-at-price-zero':
      return 'Not possible: at a price of 0 no dollars can be traded.';
    default:
      return 'Not possible on this account.';
  }
}

function nameIn(positions: Positions, id: string, form: 'subject' | 'within'): string {
  const position = positions.find((each) => each.id === id);
  if (position === undefined) return form === 'within' ? 'a holding' : 'A holding';
  return nameHolding(position, positions, form);
}

function rulesName(rules: Extract<ChangeInput, { type: 'switchRuleSet' }>['ruleSet']): string {
  return typeof rules === 'string' ? (ruleSets.get(rules)?.input.name ?? rules) : rules.name;
}

function dollars(decimal: string): string {
  return formatMoneyShort(money(decimal));
}

/** Decimals of a percentage in a sentence; its field has them all. */
const mostDecimals = 4;

/** A move in a sentence: "−10 %", and with more decimals than anyone reads "about −10.0747 %". */
function move(decimal: string): string {
  const exact = percentForField(decimal);
  const decimals = exact.split('.')[1]?.length ?? 0;
  return decimals <= mostDecimals
    ? `${signed(decimal)}\u00A0%`
    : `about ${formatMove(bare(decimal), mostDecimals)}`;
}

function signed(decimal: string): string {
  const text = groupThousands(percentForField(decimal));
  return decimal.startsWith('-') ? text : `+${text}`;
}
