// Money through a pie, worked out dollar pile by dollar pile and slowly: rules.
import type { Account, Holding } from './account';
import { longValue, valueOf, withHolding } from './account';
import type { Decisions } from './decide';
import { decide } from './decide';
import { type Fraction, ONE, ZERO } from './fraction';

const weightOf = (holding: Holding): Fraction => holding.targetWeight ?? ZERO;
const totalOf = (parts: readonly Fraction[]): Fraction =>
  parts.reduce((total, part) => total.add(part), ZERO);

function longsOf(account: Account): readonly Holding[] {
  return account.holdings.filter((holding) => holding.side === 'long');
}

/** The account with a long worth something else; null where dollars of nothing would be traded. */
function revalued(account: Account, id: string, value: Fraction): Account | null {
  const holding = account.holdings.find((each) => each.id === id);
  if (holding === undefined) return null;
  const closed = value.isZero();
  if (holding.shares === null) return withHolding(account, { ...holding, price: value, closed });
  if (holding.price.isZero()) return null;
  return withHolding(account, { ...holding, shares: value.div(holding.price), closed });
}

/**
 * Moves `flow` (above 0 bought, below 0 sold): again and again to those farthest on the wrong side of their share of the
 * total before, as far as each may go.
 */
function move(account: Account, flow: Fraction, decisions: Decisions): Account | null {
  const longs = longsOf(account);
  if (!totalOf(longs.map(weightOf)).equals(ONE)) return null;
  const before = longValue(account);
  const after = before.add(flow);
  if (decide(after, decisions) < 0) return null;
  const isBuying = flow.sign() > 0;
  const size = (signed: Fraction): Fraction => (isBuying ? signed : signed.neg());
  let waiting = longs
    .map((holding) => ({
      id: holding.id,
      value: valueOf(holding),
      gap: size(before.mul(weightOf(holding)).sub(valueOf(holding))),
      room: size(after.mul(weightOf(holding)).sub(valueOf(holding))),
    }))
    .filter(({ room }) => decide(room, decisions) > 0);
  let left = size(flow);
  let now: Account | null = account;
  while (waiting.length > 0 && left.sign() > 0 && now !== null) {
    const widest = waiting.reduce(
      (most, { gap }) => (decide(gap.sub(most), decisions) > 0 ? gap : most),
      ZERO.sub(before).sub(after),
    );
    const turn = waiting.filter(({ gap }) => gap.equals(widest));
    waiting = waiting.filter(({ gap }) => !gap.equals(widest));
    const room = totalOf(turn.map((each) => each.room));
    const used = decide(left.sub(room), decisions) < 0 ? left : room;
    for (const each of turn) {
      const part: Fraction = used.mul(each.room).div(room);
      now =
        now === null ? null : revalued(now, each.id, isBuying ? each.value.add(part) : each.value.sub(part));
    }
    left = left.sub(used);
  }
  return now;
}

/** A deposit, and what the minimum cash leaves of it bought into the underweight. */
export function invest(account: Account, amount: Fraction, decisions: Decisions): Account | null {
  const richer = { ...account, cash: account.cash.add(amount) };
  const missing = account.minimumCash.sub(account.cash);
  const bought = decide(missing, decisions) > 0 ? amount.sub(missing) : amount;
  if (decide(bought, decisions) <= 0) return richer;
  const after = move(richer, bought, decisions);
  return after === null ? null : { ...after, cash: after.cash.sub(bought) };
}

/** A withdrawal: cash above the minimum first, the rest sold out of the overweight. */
export function raise(account: Account, amount: Fraction, decisions: Decisions): Account | null {
  const above = account.cash.sub(account.minimumCash);
  const spare = decide(above, decisions) > 0 ? above : ZERO;
  const sold = amount.sub(spare);
  if (decide(sold, decisions) <= 0) return { ...account, cash: account.cash.sub(amount) };
  const after = move(account, sold.neg(), decisions);
  return after === null ? null : { ...after, cash: after.cash.sub(spare) };
}

/** One long sold whole, the others bought with it: by weight, or by value where none of them has one. */
export function removeSlice(account: Account, id: string): Account | null {
  const gone = account.holdings.find((holding) => holding.id === id);
  if (gone === undefined || gone.side === 'short') return null;
  const others = longsOf(account).filter((holding) => holding.id !== id);
  const weights = totalOf(others.map(weightOf));
  const measure = weights.sign() > 0 ? weightOf : valueOf;
  const whole = totalOf(others.map(measure));
  const value = valueOf(gone);
  if (!value.isZero() && whole.isZero()) return null;
  const shares = gone.shares === null ? null : ZERO;
  const price = gone.shares === null ? ZERO : gone.price;
  let now: Account | null = withHolding(account, {
    ...gone,
    shares,
    price,
    closed: true,
    targetWeight: null,
  });
  for (const other of others) {
    if (now === null) return null;
    const part: Fraction = value.isZero() ? ZERO : value.mul(measure(other)).div(whole);
    if (!part.isZero()) now = revalued(now, other.id, valueOf(other).add(part));
  }
  if (now === null || weights.isZero()) return now;
  const scale = weights.add(weightOf(gone)).div(weights);
  const holdings = now.holdings.map((holding) =>
    holding.targetWeight === null || !others.some((other) => other.id === holding.id)
      ? holding
      : { ...holding, targetWeight: holding.targetWeight.mul(scale) },
  );
  return { ...now, holdings };
}
