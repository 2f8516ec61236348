import type { Account, Holding } from './account';
import { accountOf, equityOf, longValue, shortValue, valueOf } from './account';
import { applyAll, moveMarket } from './changes';
import type { Decisions } from './decide';
import type { Crossing, Nearest } from './distances';
import {
  crossingsOf,
  daysToCall,
  marketPieces,
  nearestPrices,
  nearestTo,
  requirementShift,
} from './distances';
import type { ChangeJson, DocumentJson, ScenarioJson } from './document';
import { Fraction, ZERO } from './fraction';
import { piecesOf } from './pieces';
import type { Reduction, SecuritiesDeposit } from './remedies';
import { reductions, securitiesDeposits } from './remedies';
import { excessOf, rateOf, requirementOf, requirementTotal } from './requirement';

/** One row of a result. */
export interface ReferencePosition {
  readonly id: string;
  readonly symbol: string;
  readonly side: 'long' | 'short';
  readonly shares: Fraction | null;
  readonly price: Fraction | null;
  readonly marketValue: Fraction;
  readonly maintenanceRate: Fraction;
  readonly maintenanceRequirement: Fraction;
  readonly callPriceBelow: Fraction | null;
  readonly callPriceAbove: Fraction | null;
  readonly curePriceBelow: Fraction | null;
  readonly curePriceAbove: Fraction | null;
}

/** What is printed of one account, with fractions where decimals are printed. */
export interface ReferenceResult {
  readonly longMarketValue: Fraction;
  readonly shortMarketValue: Fraction;
  readonly cash: Fraction;
  readonly marginLoan: Fraction;
  readonly shortCredit: Fraction;
  readonly equity: Fraction;
  readonly equityRatio: Fraction | null;
  readonly maintenanceRequirement: Fraction;
  readonly excessEquity: Fraction;
  readonly marginCall: Fraction;
  readonly inCall: boolean;
  readonly positions: readonly ReferencePosition[];
  readonly distance: {
    readonly marketFall: Fraction | null;
    readonly marketRise: Fraction | null;
    readonly marketFallToCure: Fraction | null;
    readonly marketRiseToCure: Fraction | null;
    readonly crossings: readonly Crossing[];
    readonly requirementShift: Fraction | null;
    readonly days: Fraction | null;
  };
  readonly remedies: {
    readonly depositCash: Fraction;
    readonly reduce: readonly Reduction[];
    readonly depositSecurities: readonly SecuritiesDeposit[];
  };
}

/** The call points of the scenario itself; the last two stand there only in a call at ratio 0. */
export interface ReferenceFromToday {
  readonly marketFall: Fraction | null;
  readonly marketRise: Fraction | null;
  readonly marketFallToCure?: Fraction | null;
  readonly marketRiseToCure?: Fraction | null;
}

/** Everything printed for one document, warnings and issues apart. */
export interface ReferenceEvaluation {
  readonly name: string;
  readonly scenario: string | null;
  readonly before: ReferenceResult;
  readonly after: ReferenceResult | null;
  readonly fromToday: ReferenceFromToday | 'unchecked';
}

/** Evaluates a valid document from scratch, slowly and exactly. */
export function referenceEvaluate(document: DocumentJson): ReferenceEvaluation {
  const account = accountOf(document);
  const scenario = shownScenario(document);
  const after = scenario === null ? null : applyAll(account, scenario.changes, []);
  return {
    name: document.account.name,
    scenario: scenario?.name ?? null,
    before: resultOf(account),
    after: after === null ? null : resultOf(after),
    fromToday: fromTodayOf(document, account, scenario, after),
  };
}

/** Today's excess of a document, without any scenario. */
export function excessToday(document: DocumentJson): Fraction {
  return excessOf(accountOf(document));
}

/** The excess the shown scenario leads to; null when there is none or it is impossible. */
export function excessAfter(document: DocumentJson): Fraction | null {
  const scenario = shownScenario(document);
  const after = scenario === null ? null : applyAll(accountOf(document), scenario.changes, []);
  return after === null ? null : excessOf(after);
}

/**
 * The excess of the shown scenario (or of today's account) with its market moves replaced by one
 * of `ratio`; null when the scenario is impossible there.
 */
export function excessFromToday(document: DocumentJson, ratio: Fraction): Fraction | null {
  return excessAtMove(accountOf(document), shownScenario(document)?.changes ?? [], ratio, []);
}

function shownScenario(document: DocumentJson): ScenarioJson | null {
  return document.scenarios.find(({ id }) => id === document.shownScenario) ?? null;
}

/** The changes before and after the place at which the one replaced market move stands. */
function aroundMove(changes: readonly ChangeJson[]): [ChangeJson[], ChangeJson[]] {
  const place = Math.max(
    0,
    changes.findIndex(({ type }) => type === 'moveMarket'),
  );
  const others = (part: readonly ChangeJson[]): ChangeJson[] =>
    part.filter(({ type }) => type !== 'moveMarket');
  return [others(changes.slice(0, place)), others(changes.slice(place))];
}

function excessAtMove(
  account: Account,
  changes: readonly ChangeJson[],
  ratio: Fraction,
  decisions: Decisions,
): Fraction | null {
  const [earlier, later] = aroundMove(changes);
  const start = applyAll(account, earlier, decisions);
  if (start === null) return null;
  const after = applyAll(moveMarket(start, ratio, decisions), later, decisions);
  return after === null ? null : excessOf(after, decisions);
}

function fromTodayOf(
  document: DocumentJson,
  account: Account,
  scenario: ScenarioJson | null,
  after: Account | null,
): ReferenceFromToday | 'unchecked' {
  const form = (nearest: Nearest, excess: Fraction): ReferenceFromToday =>
    excess.sign() >= 0
      ? { marketFall: nearest.below, marketRise: nearest.above }
      : {
          marketFall: null,
          marketRise: null,
          marketFallToCure: nearest.cureBelow,
          marketRiseToCure: nearest.cureAbove,
        };
  if (scenario === null) return form(nearestTo(ZERO, marketPieces(account)), excessOf(account));
  const [, later] = aroundMove(scenario.changes);
  const bends = later.some(
    (change) =>
      change.type === 'rebalance' ||
      change.type === 'removeSlice' ||
      (change.type === 'deposit' && change.invest === true) ||
      (change.type === 'withdraw' && change.sell === true) ||
      (change.type === 'trade' && 'amount' in change),
  );
  if (bends || after === null) return 'unchecked';
  const today = excessFromToday(document, ZERO);
  if (today === null) return 'unchecked';
  const pieces = piecesOf(
    (ratio, seen) => excessAtMove(account, scenario.changes, ratio, seen),
    Fraction.of(-1),
    null,
  );
  return form(nearestTo(ZERO, pieces), today);
}

function resultOf(account: Account): ReferenceResult {
  const excess = excessOf(account);
  const gross = longValue(account).add(shortValue(account));
  const marginCall = excess.sign() < 0 ? excess.neg() : ZERO;
  const pieces = marketPieces(account);
  const market = nearestTo(ZERO, pieces);
  return {
    longMarketValue: longValue(account),
    shortMarketValue: shortValue(account),
    cash: account.cash,
    marginLoan: account.loan,
    shortCredit: account.credit,
    equity: equityOf(account),
    equityRatio: gross.isZero() ? null : equityOf(account).div(gross),
    maintenanceRequirement: requirementTotal(account, []),
    excessEquity: excess,
    marginCall,
    inCall: excess.sign() < 0,
    positions: account.holdings.map((holding) => positionOf(account, holding)),
    distance: {
      marketFall: market.below,
      marketRise: market.above,
      marketFallToCure: market.cureBelow,
      marketRiseToCure: market.cureAbove,
      crossings: crossingsOf(pieces),
      requirementShift: requirementShift(account),
      days: daysToCall(account),
    },
    remedies: {
      depositCash: marginCall,
      reduce: reductions(account),
      depositSecurities: securitiesDeposits(account),
    },
  };
}

function positionOf(account: Account, holding: Holding): ReferencePosition {
  const prices = nearestPrices(account, holding);
  return {
    id: holding.id,
    symbol: holding.symbol,
    side: holding.side,
    shares: holding.shares,
    price: holding.closed || holding.shares === null ? null : holding.price,
    marketValue: valueOf(holding),
    maintenanceRate: rateOf(account, holding, []),
    maintenanceRequirement: requirementOf(account, holding, []),
    callPriceBelow: prices.below,
    callPriceAbove: prices.above,
    curePriceBelow: prices.cureBelow,
    curePriceAbove: prices.cureAbove,
  };
}
