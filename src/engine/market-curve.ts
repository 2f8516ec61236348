/**
 * The curve of a whole account over a move of the market: as it stands, or inside a what-if whose market move is
 * replaced. Serves rules of rules.md.
 */
import { type Account, moneyBeside } from '@/engine/account';
import type { Domain } from '@/engine/coordinates';
import { type Mover, partOf, proportionalMover, sumPartsInSteps } from '@/engine/curve-parts';
import { type ExcessCurve, flatLine, type Line } from '@/engine/excess-curve';
import { finish, type InSteps, mapInSteps } from '@/engine/in-steps';
import { PerShareCatalog } from '@/engine/per-share-catalog';
import { bare } from '@/engine/quantity';
import { type Activity, activityOf, TotalAlong, timelineFor } from '@/engine/tier-timeline';

/** A move of the market ranges from −100 % without end. */
export const marketDomain: Domain = { from: bare(-1), to: null };

/** How an account moves along a coordinate: each position's value and price, the money beside them, and the loan. */
export interface AccountPath {
  readonly account: Account;
  readonly domain: Domain;
  readonly movers: readonly Mover[];
  /** cash + short credit − margin loan. */
  readonly base: Line;
  readonly marginLoan: Line;
}

/** The path of an account under a move of the whole market, everything else fixed. */
export function marketPath(account: Account): AccountPath {
  const movers = account.positions.map((position) => proportionalMover(position, position.beta));
  return {
    account,
    domain: marketDomain,
    movers,
    base: flatLine(moneyBeside(account).as<'bare'>()),
    marginLoan: flatLine(account.marginLoan.as<'bare'>()),
  };
}

/** The curve of an account under a move of the whole market. */
export function buildMarketCurve(account: Account): ExcessCurve {
  return finish(buildMarketCurveInSteps(account));
}

/** As `buildMarketCurve`, in steps. */
export function buildMarketCurveInSteps(account: Account): InSteps<ExcessCurve> {
  return buildCurveInSteps(marketPath(account));
}

/** The curve along any path on which all positions may move at once. */
export function buildCurve(path: AccountPath): ExcessCurve {
  return finish(buildCurveInSteps(path));
}

/** As `buildCurve`, in steps. */
export function* buildCurveInSteps(path: AccountPath): InSteps<ExcessCurve> {
  const { account, domain, movers } = path;
  const total = totalAlong(path);
  const catalog = new PerShareCatalog(account.ruleSet.hasFinraPerShareTable);
  const parts = yield* mapInSteps(movers, (mover) => {
    const timeline = timelineFor(mover.position, mover.value, total, account.ruleSet);
    return partOf(mover, timeline, domain, catalog);
  });
  return yield* sumPartsInSteps(domain, path.base, parts, {
    long: bare(0),
    short: bare(0),
    requirement: bare(0),
  });
}

function totalAlong({ account, domain, movers, marginLoan }: AccountPath): TotalAlong | null {
  const rule = account.ruleSet.concentration;
  if (rule === null) return null;
  const activity: Activity | null | 'never' =
    rule.debitAtLeast === null ? null : activityOf(rule.debitAtLeast, marginLoan, domain);
  if (activity === 'never') return null;
  const values = movers.flatMap(({ position, value }) =>
    rule.of === 'gross' || position.marginable ? [value] : [],
  );
  return TotalAlong.of(rule, account.ruleSet, domain, values, activity);
}
