/**
 * How the requirement of one position comes about: its rate link by link, and what binds. Serves rules
 * and of rules.md.
 */
import { type Account, holdingOf, type Position } from '@/engine/account';
import { concentrationTotal, type PositionMargin } from '@/engine/margin';
import {
  bare,
  greatest,
  least,
  type Money,
  marketValueOf,
  type Price,
  type Ratio,
  ratio,
} from '@/engine/quantity';
import { finraPerShareTable as table } from '@/engine/rule-set';

/** One link of the rate chain; each one's input is the output of the one before. All are ratios. */
export type RateLink =
  | { readonly kind: 'own'; readonly rule: 'R-21'; readonly output: Ratio }
  | { readonly kind: 'rules'; readonly rule: 'R-20'; readonly output: Ratio }
  /** min(1, input × leverage). */
  | {
      readonly kind: 'leverage';
      readonly rule: 'R-22';
      readonly input: Ratio;
      readonly leverage: Ratio;
      readonly output: Ratio;
    }
  /** 'added': min(1, input + points); 'atLeast': min(1, the greater of input and points). */
  | {
      readonly kind: 'added' | 'atLeast';
      readonly rule: 'R-24';
      readonly input: Ratio;
      readonly points: Ratio;
      /** The position's share of the account, and the threshold that it is above. */
      readonly share: Ratio;
      readonly above: Ratio;
      readonly output: Ratio;
    }
  /** The greater of input and 1. */
  | {
      readonly kind: 'notMarginable';
      readonly rule: 'R-23';
      readonly input: Ratio;
      readonly output: Ratio;
    }
  /** points ≥ 0: the greater of input and min(1, input + points); below 0: max(0, input + points). */
  | {
      readonly kind: 'shift';
      readonly rule: 'R-25';
      readonly input: Ratio;
      readonly points: Ratio;
      readonly output: Ratio;
    };

/** What a short's shares need at least, whatever its rate. */
export type ShareFloor =
  | { readonly kind: 'own'; readonly rule: 'R-13'; readonly perShare: Price; readonly output: Money }
  /** perShare = the greater of minimum and ratio × price. */
  | {
      readonly kind: 'table';
      readonly rule: 'R-12';
      readonly minimum: Price;
      readonly ratio: Ratio;
      readonly perShare: Price;
      readonly output: Money;
    };

/** The requirement of one position: the greatest of rate × value and its floors. */
export interface PositionStep {
  readonly rule: 'R-10' | 'R-11' | 'R-12' | 'R-13' | 'R-14';
  readonly position: Position;
  readonly chain: readonly RateLink[];
  readonly rate: Ratio;
  readonly byRate: Money;
  readonly floors: readonly ShareFloor[];
  /** Which of them is the requirement; the rate where they are equal. */
  readonly binds: 'rate' | ShareFloor['kind'];
  readonly output: Money;
}

const zero = ratio(0);
const one = ratio(1);

/** The requirement of one position of an account, taken apart. */
export function explainPosition(account: Account, each: PositionMargin): PositionStep {
  const { position, rate } = each;
  const byRate = position.marketValue.times(rate);
  const floors = listFloors(account, position);
  const floor = floors.reduce<ShareFloor | null>(
    (highest, next) => (highest?.output.isBelow(next.output) === false ? highest : next),
    null,
  );
  const binding = floor?.output.isAbove(byRate) === true ? floor : null;
  return {
    rule: binding?.rule ?? ruleByRate(account, position),
    position,
    chain: explainRate(account, each),
    rate,
    byRate,
    floors,
    binds: binding?.kind ?? 'rate',
    output: each.requirement,
  };
}

function ruleByRate(account: Account, position: Position): PositionStep['rule'] {
  if (position.side === 'long') return 'R-10';
  const hasMinimum = account.ruleSet.hasFinraPerShareTable || position.perShareMinimum !== null;
  return position.shares === null && hasMinimum ? 'R-14' : 'R-11';
}

/** The rate in force, link by link; the last link's output is the rate. */
export function explainRate(account: Account, { position, tier }: PositionMargin): readonly RateLink[] {
  const { ruleSet } = account;
  const links: RateLink[] = [];
  let input: Ratio;
  if (position.ownRate !== null) {
    input = position.ownRate;
    links.push({ kind: 'own', rule: 'R-21', output: input });
  } else {
    input = position.side === 'long' ? ruleSet.longRate : ruleSet.shortRate;
    links.push({ kind: 'rules', rule: 'R-20', output: input });
    const leverage = position.leverage?.absolute() ?? one;
    if (ruleSet.hasLeverageRule && leverage.isAbove(one)) {
      const output = least(one, input.times(leverage));
      links.push({ kind: 'leverage', rule: 'R-22', input, leverage, output });
      input = output;
    }
    const concentrated = position.marginable ? concentrationLink(account, position, tier, input) : null;
    if (concentrated !== null) {
      links.push(concentrated);
      input = concentrated.output;
    }
  }
  if (!position.marginable) {
    const output = greatest(input, one);
    links.push({ kind: 'notMarginable', rule: 'R-23', input, output });
    input = output;
  }
  const points = position.requirementShift;
  if (points.sign() > 0 || (points.sign() < 0 && position.marginable)) {
    const moved = input.plus(points);
    const output = points.sign() > 0 ? greatest(input, least(one, moved)) : greatest(zero, moved);
    links.push({ kind: 'shift', rule: 'R-25', input, points, output });
  }
  return links;
}

function concentrationLink(
  account: Account,
  { side, marketValue }: Position,
  tier: PositionMargin['tier'],
  input: Ratio,
): (RateLink & { readonly kind: 'added' | 'atLeast' }) | null {
  const total = concentrationTotal(account);
  const mode = account.ruleSet.concentration?.mode;
  if (tier === null || total === null || mode === undefined) return null;
  const points = side === 'long' ? tier.long : tier.short;
  if (points.sign() === 0) return null;
  return {
    kind: mode === 'add' ? 'added' : 'atLeast',
    rule: 'R-24',
    input,
    points,
    share: marketValue.per(total),
    above: tier.above,
    output: least(one, mode === 'add' ? input.plus(points) : greatest(input, points)),
  };
}

function listFloors(account: Account, position: Position): readonly ShareFloor[] {
  const { side, perShareMinimum } = position;
  const holding = side === 'short' ? holdingOf(position) : null;
  if (holding === null) return [];
  const { shares, price } = holding;
  const floors: ShareFloor[] = [];
  if (perShareMinimum !== null) {
    floors.push({
      kind: 'own',
      rule: 'R-13',
      perShare: perShareMinimum,
      output: marketValueOf(shares, perShareMinimum),
    });
  }
  if (account.ruleSet.hasFinraPerShareTable) {
    const isLow = price.as<'bare'>().isBelow(table.lowPrice);
    const minimum = (isLow ? table.lowMinimum : table.minimum).as<'price'>();
    const share = (isLow ? bare(1) : table.rate).as<'ratio'>();
    const perShare = greatest(minimum, price.times(share));
    floors.push({
      kind: 'table',
      rule: 'R-12',
      minimum,
      ratio: share,
      perShare,
      output: marketValueOf(shares, perShare),
    });
  }
  return floors;
}
