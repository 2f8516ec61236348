/**
 * Turns a published example into an account and a what-if, and finds the figure that a name of its table means.
 * Examples that state only a call and a rate are carried by an account of 1,000,000 that has exactly that call.
 */
import type { ChangeInput } from '@/engine/scenario';
import {
  type AccountFields,
  after,
  before,
  figure,
  long,
  type PositionFields,
  positionOf,
  type ResultFigures,
  reductionOf,
} from './evaluated';
import { type Example, type ExampleHolding, examples } from './worked-examples';

/** An example as an account and the changes that lead to its published figures. */
export interface Carried {
  readonly account: AccountFields;
  readonly changes: readonly ChangeInput[];
}

/** Examples about the leverage rule: the rate is left to it instead of typed. */
const leverageOf: Record<string, string> = { 'ibkr-2x-etf-long': '2', 'ibkr-3x-etf-short': '3' };

/** The example with this id, as an account. */
export function carried(id: string): Carried {
  const example = examples.find((each) => each.id === id);
  if (example === undefined) throw new Error(`no example ${id}`);
  return carry(example);
}

function carry(example: Example): Carried {
  const { id, inputs, what_if: whatIf = {} } = example;
  const { sell, sellToMeet } = whatIf;
  // A call of 100,000 is large enough for the sale of 60,000 to reduce without ending it.
  if (sell !== undefined) {
    return { account: inCall(100_000, sell.maintenanceRate), changes: [sale(String(sell.amount))] };
  }
  if (sellToMeet !== undefined) {
    return { account: inCall(sellToMeet.callAmount, sellToMeet.maintenanceRate), changes: [] };
  }
  return {
    account: {
      cash: String(inputs.cash),
      marginLoan: String(inputs.loan),
      shortCredit: String(inputs.shortCredit),
      positions: inputs.holdings.map((holding) => positionFields(holding, leverageOf[id])),
    },
    changes: [
      ...entries(whatIf.marketValues).map(
        ([position, price]): ChangeInput => ({ type: 'setPrice', position, price }),
      ),
      ...entries(whatIf.prices).map(
        ([position, price]): ChangeInput => ({ type: 'setPrice', position, price }),
      ),
      ...entries(whatIf.maintenanceRates).map(
        ([position, rate]): ChangeInput => ({ type: 'setRequirement', position, rate }),
      ),
    ],
  };
}

function entries(figures: Readonly<Record<string, number>> | undefined): [string, string][] {
  return Object.entries(figures ?? {}).map(([symbol, value]) => [symbol, String(value)]);
}

function positionFields(holding: ExampleHolding, leverage: string | undefined): PositionFields {
  const { symbol, side, shares, price, marketValue, maintenanceRate } = holding;
  const held =
    shares !== null && price !== null
      ? { shares: String(shares), price: String(price) }
      : { marketValue: String(marketValue) };
  const rate =
    leverage !== undefined
      ? { leverage }
      : maintenanceRate === null
        ? {}
        : { maintenanceRate: String(maintenanceRate) };
  return { id: symbol, symbol, side, ...held, ...rate };
}

/** 1,000,000 of stock at a rate, with a loan that makes exactly this call. */
function inCall(call: number, rate: number): AccountFields {
  return {
    marginLoan: String(1_000_000 - 1_000_000 * rate + call),
    positions: [long('1000000', { id: 'POS', maintenanceRate: String(rate) })],
  };
}

const sale = (amount: string): ChangeInput => ({ type: 'trade', position: 'POS', amount: `-${amount}` });

/** Whether a sale of this many dollars ends the call. */
export function isFreeAfterSelling({ account, changes }: Carried, amount: string): boolean {
  return !after(account, ...changes, sale(amount)).inCall;
}

/** Whether securities of this value and of the first position's own rate end the call. */
export function isFreeAfterMovingIn({ account, changes }: Carried, amount: string): boolean {
  const rate = account.positions?.[0]?.maintenanceRate;
  if (rate === undefined) throw new Error('there is no rate');
  // Bought with money paid in, which is the same for equity, requirement and excess.
  const widened = {
    ...account,
    positions: [...(account.positions ?? []), long('0', { id: 'MOVED-IN', maintenanceRate: rate })],
  };
  const bought: ChangeInput = { type: 'trade', position: 'MOVED-IN', amount };
  return !after(widened, ...changes, { type: 'deposit', amount }, bought).inCall;
}

/** The figure that a name of the table means, from the evaluator. Percents in 0 to 100, as published. */
export function figuresOf(example: Example): (name: string) => number | boolean {
  const { account, changes } = carry(example);
  const today = before(account);
  const now = changes.length === 0 ? today : after(account, ...changes);
  return (name) => find(name, { account, changes }, today, now);
}

function find(name: string, example: Carried, today: ResultFigures, now: ResultFigures): number | boolean {
  switch (name) {
    case 'equity':
      return figure(now.equity);
    case 'equityPercent':
      return figure(now.equityRatio) * 100;
    case 'requirement':
      return figure(now.maintenanceRequirement);
    case 'requirementBefore':
      return figure(today.maintenanceRequirement);
    case 'excessEquity':
      return figure(now.excessEquity);
    case 'callAmount':
      return figure(now.marginCall);
    case 'marginCall':
      return now.inCall;
    case 'maintenanceRate':
      return figure(positionOf(now).maintenanceRate);
    case 'sellToMeetCall':
    case 'sellAmount':
      return figure(reductionOf(now).amount);
    case 'sellShares':
      return figure(reductionOf(now).shares);
    case 'sellSharesRounded':
      return figure(reductionOf(now).wholeShares);
    case 'callReduction':
      return figure(today.marginCall) - figure(now.marginCall);
    case 'depositSecuritiesToMeetCall':
      return securitiesAtOwnRate(example, now);
    case 'uniformMarketChangeToTriggerPct':
      return nearestMove(now) * 100;
    default:
      return findTrigger(name, example.account, today);
  }
}

/** Figures about the value at which the call comes; they belong to the account before the what-if. */
function findTrigger(name: string, account: AccountFields, today: ResultFigures): number {
  const position = positionOf(today);
  const point =
    position.callPriceBelow ?? position.callPriceAbove ?? position.curePriceAbove ?? position.curePriceBelow;
  const value = figure(position.marketValue);
  const trigger = figure(point) * figure(position.shares ?? '1');
  switch (name) {
    case 'triggerPrice':
      return figure(point);
    case 'triggerMarketValue':
      return trigger;
    case 'maxDecline':
      return value - trigger;
    case 'dropPercent':
      return (1 - trigger / value) * 100;
    case 'equityAtTrigger': {
      const price = figure(point).toFixed(8);
      return figure(after(account, { type: 'setPrice', position: position.id, price }).equity);
    }
    default:
      throw new Error(`unknown figure ${name}`);
  }
}

function nearestMove({ distance }: ResultFigures): number {
  const { marketFall, marketRise, marketFallToCure, marketRiseToCure } = distance;
  return figure(marketFall ?? marketRise ?? marketFallToCure ?? marketRiseToCure);
}

/** From the evaluator's own list where it has the rate; else the cents at which moving in begins to be enough. */
function securitiesAtOwnRate(example: Carried, now: ResultFigures): number {
  const listed = now.remedies.depositSecurities.find(
    ({ maintenanceRate }) => maintenanceRate === positionOf(now).maintenanceRate,
  );
  if (listed !== undefined) return figure(listed.amount);
  // Below the call it is never enough; more is never worse while no rate changes.
  let [short, enough] = [Math.floor(figure(now.marginCall) * 100), figure(now.longMarketValue) * 100];
  while (enough - short > 1) {
    const middle = Math.floor((short + enough) / 2);
    if (isFreeAfterMovingIn(example, (middle / 100).toFixed(2))) enough = middle;
    else short = middle;
  }
  return enough / 100;
}
