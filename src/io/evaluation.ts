/**
 * A document's figures as plain JSON: what the command line prints and what scripts and spreadsheets read.
 * Numbers are decimal texts without exponents; call points round toward today, remedies up.
 */
import type { Account } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import { findDays, findMarketDistance, findPricePoints } from '@/engine/distances';
import type { CallPoint, CallPoints } from '@/engine/excess-curve';
import { evaluateMargin, type PositionMargin } from '@/engine/margin';
import { OneMoverCurves } from '@/engine/one-mover';
import { type Bare, bare, ratio } from '@/engine/quantity';
import { findReduction, findSecuritiesDeposit, type Reduction } from '@/engine/remedies';
import { findRequirementShift } from '@/engine/requirement-shift';
import type { Issue } from '@/engine/result';
import type { RuleSets } from '@/engine/rule-set';
import { findScenarioCallPoints } from '@/engine/scenario-curve';
import { type ReadDocument, readDocumentText } from '@/io/read-document';

/** Plain JSON. */
export type Json = null | boolean | string | readonly Json[] | { readonly [key: string]: Json };

/** One line of output. `isComplete` is false when the document was not read or its scenario is impossible. */
export interface EvaluationLine {
  readonly json: { readonly [key: string]: Json };
  readonly isComplete: boolean;
}

const securitiesRates = ['0.25', '0.3', '0.5', '1'] as const;

/** Reads a document and evaluates it; what cannot be read gives a line with its issues and no figures. */
export function evaluateText(text: string, ruleSets: RuleSets): EvaluationLine {
  const read = readDocumentText(text, ruleSets);
  if (!read.ok) return unreadLine(read.issues);
  return evaluateDocument(read.value, read.warnings);
}

/** The line of a document that could not be read. */
export function unreadLine(issues: readonly Issue[]): EvaluationLine {
  const json = {
    name: null,
    scenario: null,
    before: null,
    after: null,
    fromToday: null,
    issues: issuesJson(issues),
  };
  return { json, isComplete: false };
}

/** The figures of a document: as it is, after the scenario on show, and the distances from today inside it. */
export function evaluateDocument(read: ReadDocument, warnings: readonly Issue[]): EvaluationLine {
  const { account, shown } = read;
  const changed = shown === null ? null : applyChanges(account, shown.changes);
  const after = changed?.ok === true ? changed.value : null;
  const issues = changed?.ok === false ? [...warnings, ...changed.issues] : warnings;
  const points = findScenarioCallPoints(account, shown?.changes ?? []);
  const json = {
    name: read.document.account.name,
    scenario: shown?.input.name ?? null,
    before: resultJson(account),
    after: after === null ? null : resultJson(after),
    fromToday: fromTodayJson(points),
    issues: issuesJson(issues),
  };
  return { json, isComplete: changed?.ok !== false };
}

function issuesJson(issues: readonly Issue[]): Json {
  return issues.map(({ code, path, figures }) => ({ code, path, figures }));
}

function fromTodayJson(points: CallPoints | null): Json {
  if (points === null) return { marketFall: null, marketRise: null };
  const sides = { marketFall: fallText(points.below), marketRise: riseText(points.above) };
  return points.isInCall ? { ...sides, ...curesJson(points) } : sides;
}

function curesJson(points: CallPoints) {
  return { marketFallToCure: fallText(points.cureBelow), marketRiseToCure: riseText(points.cureAbove) };
}

function resultJson(account: Account): Json {
  const margin = evaluateMargin(account);
  const curves = new OneMoverCurves(account, margin);
  const market = findMarketDistance(account);
  const open = margin.positions.filter(({ position }) => !position.isClosed);
  return {
    longMarketValue: margin.longMarketValue.toText(),
    shortMarketValue: margin.shortMarketValue.toText(),
    cash: account.cash.toText(),
    marginLoan: account.marginLoan.toText(),
    shortCredit: account.shortCredit.toText(),
    equity: margin.equity.toText(),
    equityRatio: margin.equityRatio?.toText() ?? null,
    maintenanceRequirement: margin.requirement.toText(),
    excessEquity: margin.excess.toText(),
    marginCall: margin.call.toText('up'),
    inCall: margin.isInCall,
    positions: margin.positions.map((each) => positionJson(curves, each)),
    distance: {
      marketFall: fallText(market.below),
      marketRise: riseText(market.above),
      marketFallToCure: fallText(market.cureBelow),
      marketRiseToCure: riseText(market.cureAbove),
      crossings: market.crossings.map(({ at, kind }) => ({ marketMove: at.toText('towardZero'), kind })),
      requirementShift: findRequirementShift(account, margin)?.toText('down') ?? null,
      days: findDays(account, margin)?.toText() ?? null,
    },
    remedies: {
      depositCash: margin.call.toText('up'),
      reduce: open.map((each) => reductionJson(findReduction(curves, account, margin, each))),
      depositSecurities: securitiesRates.map((rate) => ({
        maintenanceRate: rate,
        amount: findSecuritiesDeposit(curves, margin, ratio(rate)).amount?.toText('up') ?? null,
      })),
    },
  };
}

function positionJson(curves: OneMoverCurves, each: PositionMargin): Json {
  const { position, rate, requirement } = each;
  const points = findPricePoints(curves, each);
  return {
    id: position.id,
    symbol: position.symbol,
    side: position.side,
    shares: position.shares?.toText() ?? null,
    price: position.isClosed ? null : (position.price?.toText() ?? null),
    marketValue: position.marketValue.toText(),
    maintenanceRate: rate.toText(),
    maintenanceRequirement: requirement.toText(),
    callPriceBelow: fallText(points?.below ?? null),
    callPriceAbove: riseText(points?.above ?? null),
    curePriceBelow: fallText(points?.cureBelow ?? null),
    curePriceAbove: riseText(points?.cureAbove ?? null),
  };
}

function reductionJson(reduction: Reduction): Json {
  return {
    position: reduction.position.id,
    action: reduction.action,
    possible: reduction.isPossible,
    shares: reduction.shares?.toText('up') ?? null,
    amount: reduction.amount?.toText('up') ?? null,
    wholeShares: reduction.wholeShares?.toText() ?? null,
    wholeAmount: reduction.wholeAmount?.toText() ?? null,
    excessAfterWhole: reduction.excessAfterWhole?.toText() ?? null,
  };
}

/** Far below every figure that can be typed, far above the 30th digit of what is printed. */
const hair = bare('1e-25');

/** A point below today: rounded up, toward today; one that is itself no longer free is left by a hair. */
export function fallText(point: CallPoint | null): string | null {
  return point === null ? null : inside(point, hair).toText('up');
}

/** A point above today: rounded down, toward today. */
export function riseText(point: CallPoint | null): string | null {
  return point === null ? null : inside(point, hair.negated()).toText('down');
}

function inside(point: CallPoint, towardToday: Bare): Bare {
  return point.isOpen ? point.at.plus(towardToday) : point.at;
}
