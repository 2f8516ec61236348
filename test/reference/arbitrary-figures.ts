import fc from 'fast-check';
import type { ConcentrationJson, CustomRuleSetJson, PositionJson, RuleSetId } from './document';
import { Fraction } from './fraction';

/** Shorter, as most lines of this file and of its one user name it. */
export type Arb<T> = fc.Arbitrary<T>;

/** An integer as a decimal string with its point moved `places` to the left. */
export function pointed(digits: number | bigint, places: number): string {
  return Fraction.of(BigInt(digits), 10n ** BigInt(places)).toDecimal();
}

export function pick(...values: string[]): Arb<string> {
  return fc.constantFrom(...values);
}

export function within(min: number, max: number, places: number): Arb<string> {
  return fc.integer({ min, max }).map((digits) => pointed(digits, places));
}

/** Left out as often as `weight` says, against once given. */
export function maybe<T>(value: Arb<T>, weight: number): Arb<T | undefined> {
  return fc.oneof({ weight, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
}

/** The record without the keys that are left out. */
export function present<T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(record).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** Mostly round, so that shares of the whole meet tiers exactly; sometimes with many decimals. */
export const money: Arb<string> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 16 }).map((n) => `${n * 5_000}`) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 300 }).map((n) => `${n * 100}`) },
  { weight: 2, arbitrary: within(1, 20_000_000, 2) },
  { weight: 1, arbitrary: fc.bigInt({ min: 1n, max: 10n ** 22n }).map((digits) => pointed(digits, 18)) },
);

export const amount: Arb<string> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 100 }).map((n) => `${n * 100}`) },
  { weight: 2, arbitrary: within(1, 1_000_000, 2) },
  { weight: 1, arbitrary: money },
);

export const rate: Arb<string> = fc.oneof(
  { weight: 5, arbitrary: pick('0.25', '0.3', '0.4', '0.5', '0.75', '1') },
  { weight: 3, arbitrary: within(25, 100, 2) },
  { weight: 1, arbitrary: pick('0', '0.1', '1.5', '2', '3') },
  { weight: 1, arbitrary: within(0, 3_000_000, 6) },
);

export const longPrice: Arb<string> = fc.oneof(
  { weight: 5, arbitrary: pick('1', '5', '10', '20', '25', '50', '100', '200', '245') },
  { weight: 3, arbitrary: within(1, 50_000, 2) },
  { weight: 1, arbitrary: pick('0', '33.333333333333333333', '0.0001') },
);

/** Around the bends of FINRA's table: $2.50, $5, and 5 ÷ rate. */
export const shortPrice: Arb<string> = fc.oneof(
  {
    weight: 5,
    arbitrary: pick('1', '2.4', '2.5', '2.6', '4.99', '5', '5.01', '10', '12.5', '16.66', '16.67', '20'),
  },
  { weight: 2, arbitrary: within(1, 2_500, 2) },
  { weight: 1, arbitrary: longPrice },
);

const shareCount: Arb<string> = fc.oneof(
  { weight: 6, arbitrary: pick('1', '7', '10', '50', '100', '200', '500', '1000', '2000') },
  { weight: 2, arbitrary: within(1, 500_000, 3) },
  { weight: 1, arbitrary: pick('0.5', '33.333333333333333333', '3') },
);

export const size = (price: Arb<string>): Arb<Partial<PositionJson>> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ shares: shareCount, price }) },
    { weight: 2, arbitrary: fc.record({ marketValue: money }) },
  );

export const beta: Arb<string> = fc.oneof(
  { weight: 4, arbitrary: pick('1', '0.5', '1.5', '2', '3', '0', '-1', '-0.5', '-2') },
  { weight: 1, arbitrary: within(-300, 300, 2) },
);

export const ratio: Arb<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: pick('-0.05', '-0.07', '-0.1', '-0.13', '-0.2', '-0.25', '-0.5', '0.1', '0.25', '0.5', '1'),
  },
  { weight: 2, arbitrary: within(-10_000, 15_000, 4) },
  { weight: 1, arbitrary: pick('-1', '0', '0.333333333333333333333333333333') },
);

/** Thresholds that rise and figures that never fall. */
function tiers(mode: ConcentrationJson['mode']): Arb<ConcentrationJson['tiers']> {
  const start = mode === 'add' ? 0 : 25;
  const step = fc.constantFrom(0, 5, 10, 20);
  return fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(5, 10, 20, 25, 30, 40, 50, 60, 75), { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(step, step), { minLength: 4, maxLength: 4 }),
    )
    .map(([thresholds, steps]) => {
      let [long, short] = [start, start];
      return thresholds
        .sort((a, b) => a - b)
        .map((above, index) => {
          long = Math.min(100, long + (steps[index]?.[0] ?? 0));
          short = Math.min(100, short + (steps[index]?.[1] ?? 0));
          return { above: pointed(above, 2), long: pointed(long, 2), short: pointed(short, 2) };
        });
    });
}

const concentration: Arb<ConcentrationJson> = fc
  .constantFrom('add' as const, 'atLeast' as const)
  .chain((mode) =>
    fc
      .record({
        mode: fc.constant(mode),
        of: fc.constantFrom('gross' as const, 'marginable' as const),
        debitAtLeast: maybe(pick('100000', '50000', '10000', '0'), 1),
        tiers: tiers(mode),
      })
      .map((figures) => present(figures)),
  );

const customRuleSet: Arb<CustomRuleSetJson> = fc
  .record({
    id: fc.constant('custom' as const),
    name: fc.constant('My rules'),
    longRate: pick('0.25', '0.3', '0.35', '0.5'),
    shortRate: pick('0.3', '0.4', '0.25', '1'),
    shortPerShareMinimum: fc.constantFrom('none' as const, 'finra' as const),
    leverageRule: fc.boolean(),
    concentration: maybe(concentration, 1),
  })
  .map((figures) => present(figures));

const brokers: RuleSetId[] = [
  'finra-minimum',
  'm1',
  'merrill',
  'sofi',
  'fidelity',
  'firstrade',
  'interactive-brokers',
];
export const ruleSet: Arb<RuleSetId | CustomRuleSetJson> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...brokers) },
  { weight: 2, arbitrary: fc.constantFrom('fidelity' as const, 'firstrade' as const) },
  { weight: 3, arbitrary: customRuleSet },
);
