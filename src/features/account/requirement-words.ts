// What is required of a holding, in words: the rate in force where none is typed, what raises it for shorts of a low
// price, and what no broker may require. Serves rules of rules.md.
import type { PositionMargin } from '@/engine/margin';
import type { Ratio } from '@/engine/quantity';
import { finraPerShareTable } from '@/engine/rule-set';
import { formatMoney, formatRate } from '@/ui/format';

const rates = new WeakMap<PositionMargin, string>();

/** What is charged in fact, as a rate of the value. */
export function chargedRate(charged: PositionMargin): string {
  const { position, rate, requirement } = charged;
  const words =
    rates.get(charged) ??
    formatRate(position.marketValue.sign() > 0 ? requirement.per(position.marketValue) : rate);
  rates.set(charged, words);
  return words;
}

/** What a share sold short needs at least, where that is more than the rate asks; null elsewhere. */
export function chargedNote({ position, rate, requirement }: PositionMargin): string | null {
  const { side, price: at, perShareMinimum, shares, marketValue } = position;
  if (side === 'long' || shares === null || at === null) return null;
  if (!requirement.isAbove(marketValue.times(rate))) return null;
  const { lowPrice, lowMinimum, minimum } = finraPerShareTable;
  const needed = requirement.per(shares.as<'money'>()).as<'price'>();
  const aShare = `${formatMoney(needed.as<'money'>())} a share is required:`;
  if (perShareMinimum?.equals(needed) === true) return `${aShare} the least that is typed for it.`;
  const isLow = at.isBelow(lowPrice.as<'price'>());
  if (isLow && needed.equals(lowMinimum.as<'price'>()))
    return `${aShare} FINRA’s minimum for shorts below $5.`;
  if (isLow) return `100\u00A0% is required: FINRA’s minimum for shorts below $5.`;
  if (needed.equals(minimum.as<'price'>())) return `${aShare} FINRA’s minimum for shorts.`;
  return `${formatRate(requirement.per(marketValue))} is required: FINRA’s minimum for shorts.`;
}

/** What is said beside a typed rate below the exchange's minimum. */
export function belowExchangeWords(least: Ratio): string {
  return `FINRA’s minimum is ${formatRate(least)}; a broker may not require less.`;
}
