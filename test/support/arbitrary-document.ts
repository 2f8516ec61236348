import fc from 'fast-check';
import type { Arb } from '../reference/arbitrary-figures';
import {
  amount,
  beta,
  longPrice,
  maybe,
  money,
  pick,
  pointed,
  present,
  rate,
  ratio,
  ruleSet,
  shortPrice,
  size,
  within,
} from '../reference/arbitrary-figures';
import type { AccountJson, ChangeJson, DocumentJson, PositionJson, RuleSetId } from '../reference/document';
import { Fraction } from '../reference/fraction';
import { excessAfter, excessToday } from '../reference/reference';

const SYMBOLS = ['VTI', 'AAPL', 'TSLA', 'GME', 'BND', 'SPY', 'TQQQ', 'MSFT'];
const GROUPS = ['Technology', 'Energy', 'Bonds'];

function position(index: number, name = `p${index + 1}`): Arb<PositionJson> {
  const fixed = { id: name, symbol: SYMBOLS[index] ?? `S${index}` };
  const shared = {
    maintenanceRate: maybe(rate, 2),
    beta: maybe(beta, 2),
    group: maybe(pick(...GROUPS), 2),
    leverage: maybe(pick('2', '-2', '3', '-3', '1', '-1', '1.5', '0.5'), 6),
    marginable: maybe(
      fc.oneof({ weight: 1, arbitrary: fc.constant(true) }, { weight: 2, arbitrary: fc.constant(false) }),
      6,
    ),
  };
  const long = fc
    .tuple(size(longPrice), fc.record(shared))
    .map(([held, rest]): PositionJson => ({ ...fixed, side: 'long', ...held, ...present(rest) }));
  const minimum = maybe(pick('2.5', '3', '5', '7.5', '12', '0'), 4);
  const short = fc
    .tuple(size(shortPrice), fc.record({ ...shared, perShareMinimum: minimum }))
    .map(([held, rest]): PositionJson => ({ ...fixed, side: 'short', ...held, ...present(rest) }));
  return fc.oneof({ weight: 3, arbitrary: long }, { weight: 2, arbitrary: short });
}

/** Percentages in the order of `parts`, the last taking what is left of 100. */
function percentages(parts: number[], count: number): number[] {
  let left = 100;
  return Array.from({ length: count }, (_, index) => {
    const share = index === count - 1 ? left : Math.min(left, parts[index] ?? 0);
    left -= share;
    return share;
  });
}

/** Target weights for the longs: they make 1 when sound, and mostly do not otherwise. */
function weighted(positions: PositionJson[], parts: number[], sound: boolean): PositionJson[] {
  const longs = positions.filter(({ side }) => side === 'long');
  const shares = sound ? percentages(parts, longs.length) : parts;
  return positions.map((held) => {
    const index = longs.indexOf(held);
    return index < 0 ? held : { ...held, targetWeight: pointed(shares[index] ?? 0, 2) };
  });
}

/** The same positions cut to parts of 100,000 without rates of their own: they meet tiers exactly. */
function onTiers(positions: PositionJson[], parts: number[]): PositionJson[] {
  const shares = percentages(parts, positions.length);
  return positions.map(({ shares: _shares, price: _price, maintenanceRate: _rate, ...rest }, index) => ({
    ...rest,
    marketValue: `${Math.max(1, shares[index] ?? 0)}000`,
  }));
}

const positionList: Arb<PositionJson[]> = fc
  .record({
    all: fc.tuple(...Array.from({ length: 8 }, (_, index) => position(index))),
    count: fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) },
      { weight: 1, arbitrary: fc.integer({ min: 5, max: 8 }) },
    ),
    parts: fc.array(fc.constantFrom(0, 10, 20, 25, 30, 50), { minLength: 8, maxLength: 8 }),
    layout: fc.constantFrom('free', 'free', 'free', 'on tiers'),
    weighting: fc.constantFrom('none', 'sound', 'sound', 'sound', 'loose'),
  })
  .map(({ all, count, parts, layout, weighting }) => {
    const free = all.slice(0, count);
    const positions = layout === 'free' ? free : onTiers(free, parts);
    return weighting === 'none' ? positions : weighted(positions, parts, weighting === 'sound');
  });

function change(positions: PositionJson[]): Arb<ChangeJson> {
  const held = fc.constantFrom(...positions);
  const counted = positions.filter(({ shares }) => shares !== undefined);
  // Trading shares of a mere value is impossible: now and then is enough.
  const tradable = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...(counted.length > 0 ? counted : positions)) },
    { weight: 1, arbitrary: held },
  );
  const tradableId = tradable.map((one) => one.id);
  const id = held.map((one) => one.id);
  const group = fc.oneof(
    { weight: 9, arbitrary: pick(...GROUPS) },
    { weight: 1, arbitrary: fc.constant('Nowhere') },
  );
  const signed = (figure: Arb<string>): Arb<string> =>
    fc.tuple(figure, fc.boolean()).map(([text, negative]) => (negative ? `-${text}` : text));
  const closing = held.map((one): ChangeJson => {
    const sign = one.side === 'long' ? '-' : '';
    if (one.shares !== undefined) return { type: 'trade', position: one.id, shares: `${sign}${one.shares}` };
    return { type: 'trade', position: one.id, amount: `${sign}${one.marketValue ?? '1'}` };
  });
  const tag = <T extends ChangeJson['type']>(type: T) => fc.constant(type);
  const cheap = fc.oneof(
    { weight: 2, arbitrary: fc.constant('0') },
    { weight: 1, arbitrary: pick('100', '1000') },
  );
  const newcomer = position(8, NEWCOMER);
  const owned = newcomer.filter(({ side }) => side === 'long');
  return fc.oneof(
    // One that cannot be owned outright, or whose id is taken, now and then.
    { weight: 2, arbitrary: fc.record({ type: tag('depositSecurities'), position: owned }) },
    {
      weight: 3,
      arbitrary: fc.record({
        type: tag('open'),
        position: fc.oneof({ weight: 9, arbitrary: newcomer }, { weight: 1, arbitrary: held }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ type: tag('depositSecurities'), position: newcomer }) },
    { weight: 6, arbitrary: fc.record({ type: tag('moveMarket'), ratio }) },
    { weight: 2, arbitrary: fc.record({ type: tag('moveGroup'), group, ratio }) },
    { weight: 2, arbitrary: fc.record({ type: tag('movePrice'), position: id, ratio }) },
    {
      weight: 2,
      arbitrary: fc.record({ type: tag('setPrice'), position: id, price: fc.oneof(longPrice, shortPrice) }),
    },
    { weight: 1, arbitrary: fc.record({ type: tag('switchRuleSet'), ruleSet }) },
    {
      weight: 2,
      arbitrary: fc.record({
        type: tag('shiftRequirement'),
        points: pick('0.05', '0.1', '-0.05', '0.5', '-0.3', '0.013'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ type: tag('setRequirement'), position: id, rate }) },
    { weight: 1, arbitrary: fc.record({ type: tag('setRequirement'), group, rate }) },
    { weight: 2, arbitrary: fc.record({ type: tag('deposit'), amount }) },
    { weight: 2, arbitrary: fc.record({ type: tag('withdraw'), amount }) },
    { weight: 1, arbitrary: fc.record({ type: tag('borrow'), amount }) },
    { weight: 1, arbitrary: fc.record({ type: tag('repay'), amount }) },
    {
      weight: 2,
      arbitrary: fc.record({
        type: tag('trade'),
        position: tradableId,
        shares: signed(pick('1', '5', '10', '20', '100', '0.5')),
      }),
    },
    { weight: 2, arbitrary: fc.record({ type: tag('trade'), position: id, amount: signed(amount) }) },
    { weight: 1, arbitrary: closing },
    { weight: 1, arbitrary: fc.record({ type: tag('rebalance'), cashInvested: cheap }) },
    { weight: 1, arbitrary: fc.record({ type: tag('deposit'), amount, invest: fc.constant(true) }) },
    { weight: 1, arbitrary: fc.record({ type: tag('withdraw'), amount, sell: fc.constant(true) }) },
    { weight: 1, arbitrary: fc.record({ type: tag('removeSlice'), position: id }) },
    {
      weight: 2,
      arbitrary: fc.record({ type: tag('passDays'), days: fc.constantFrom(1, 30, 90, 365, 1000) }),
    },
  );
}

/** The id of a position that only a change brings. */
const NEWCOMER = 'n1';

/** Lets some changes after one that brings a position be about that position. */
function aboutNewcomer(changes: ChangeJson[], isAbout: boolean[]): ChangeJson[] {
  const came = changes.findIndex(({ type }) => type === 'depositSecurities' || type === 'open');
  return changes.map((change, index) => {
    const isOfOne =
      change.type === 'movePrice' ||
      change.type === 'setPrice' ||
      change.type === 'trade' ||
      (change.type === 'setRequirement' && 'position' in change);
    return came >= 0 && index > came && isOfOne && isAbout[index] === true
      ? { ...change, position: NEWCOMER }
      : change;
  });
}

type Placing = 'none' | 'today' | 'after' | 'called' | 'free' | 'barely' | 'large';
const placing: Arb<Placing> = fc.constantFrom(
  'none',
  'today',
  'today',
  'after',
  'called',
  'free',
  'barely',
  'large',
);

/** Chooses the loan so that a call is exactly at hand, just made, near or far. */
function placed(document: DocumentJson, how: Placing, by: string): DocumentJson {
  if (how === 'none') return document;
  if (how === 'large')
    return withMoney(document, { marginLoan: pointed(9_999_900 + Number.parseInt(by, 10), 2) });
  const room = (how === 'after' ? excessAfter(document) : null) ?? excessToday(document);
  const away = { none: '0', today: '0', after: '0', barely: '-0.01', free: `-${by}`, called: by, large: '0' }[
    how
  ];
  const loan = room.add(Fraction.parse(away));
  // At most 18 decimals can be typed: what does not end by then is cut, and stands just beside the line.
  if (loan.sign() >= 0)
    return withMoney(document, { marginLoan: loan.toDecimal(18).replace(/(\.\d{18})\d+$/, '$1') });
  const cash = Fraction.parse(document.account.cash).sub(loan);
  return withMoney(document, { cash: cash.toDecimal(18).replace(/(\.\d{18})\d+$/, '$1') });
}

function withMoney(document: DocumentJson, figures: Partial<AccountJson>): DocumentJson {
  return { ...document, account: { ...document.account, ...figures } };
}

function assembled(account: AccountJson, changes: ChangeJson[] | undefined, hidden: boolean): DocumentJson {
  const scenarios = changes === undefined ? [] : [{ id: 's1', name: 'A bad week', description: '', changes }];
  const shown = changes === undefined || hidden ? null : 's1';
  return { app: 'headroom', schemaVersion: 1, account, scenarios, shownScenario: shown };
}

/** Valid documents of every kind of position and rule set, often exactly on the line of a call. */
export const anyDocument: Arb<DocumentJson> = positionList.chain((positions) =>
  fc
    .record({
      ruleSet,
      cash: fc.oneof({ weight: 3, arbitrary: fc.constant('0') }, { weight: 2, arbitrary: money }),
      // Half again the value is what a new short brings; nothing is what a forgotten one does.
      shortCredit: positions.some(({ side }) => side === 'short')
        ? fc.oneof({ weight: 1, arbitrary: fc.constant('0') }, { weight: 4, arbitrary: money })
        : fc.oneof({ weight: 9, arbitrary: fc.constant('0') }, { weight: 1, arbitrary: money }),
      minimumCash: maybe(pick('0', '100', '1000'), 6),
      loanInterestRate: maybe(pick('0.0725', '0.08', '0.1', '0.36', '0', '0.0681234567'), 1),
      dayCount: maybe(fc.constantFrom(360 as const, 365 as const), 1),
      changes: fc.option(
        fc
          .tuple(
            fc.array(change(positions), { maxLength: 4 }),
            fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
          )
          .map(([list, isAbout]) => aboutNewcomer(list, isAbout)),
        { nil: undefined },
      ),
      hidden: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      how: placing,
      by: pick('1', '100', '5000', '0.5'),
    })
    .map(({ changes, hidden, how, by, ...figures }) => {
      const account = { name: 'My account', marginLoan: '0', positions, excluded: [], ...present(figures) };
      return placed(assembled(account, changes, hidden), how, by);
    }),
);

/** Longs only, no concentration, no leverage, every beta 1: what the closed forms speak of. */
export const plainLongDocument: Arb<DocumentJson> = fc
  .record({
    ruleSet: fc.constantFrom<RuleSetId>('finra-minimum', 'm1', 'merrill', 'sofi', 'interactive-brokers'),
    cash: fc.oneof(fc.constant('0'), money),
    held: fc.array(fc.tuple(size(longPrice), maybe(within(0, 100, 2), 1)), { minLength: 1, maxLength: 8 }),
    how: placing,
    by: pick('1', '100', '5000'),
  })
  .map(({ ruleSet: rules, cash, held, how, by }) => {
    const positions = held.map(
      ([figures, maintenanceRate], index): PositionJson => ({
        id: `p${index + 1}`,
        symbol: SYMBOLS[index] ?? `S${index}`,
        side: 'long',
        ...figures,
        ...present({ maintenanceRate }),
      }),
    );
    const base = {
      name: 'My account',
      ruleSet: rules,
      cash,
      marginLoan: '0',
      shortCredit: '0',
      positions,
      excluded: [],
    };
    return placed(assembled(base, undefined, false), how, by);
  });
