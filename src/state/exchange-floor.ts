/**
 * Holdings whose typed rate asks less than the exchange's minimum, which no broker may. The figures keep what was
 * typed; the page says so. Serves rules of rules.md.
 */
import type { Account } from '@/engine/account';
import { evaluateMargin } from '@/engine/margin';
import type { Ratio } from '@/engine/quantity';
import { accountByRules } from '@/engine/rules-alone';
import { ruleSets } from '@/presets/rule-sets';
import type { AccountToday } from '@/state/figures';

const found = new WeakMap<Account, ReadonlyMap<string, Ratio>>();

/** By the id of each such holding, the least rate that the exchange asks of it. */
export function selectBelowExchange({ account, margin }: AccountToday): ReadonlyMap<string, Ratio> {
  const known = found.get(account);
  if (known !== undefined) return known;
  const below = findBelow({ account, margin });
  found.set(account, below);
  return below;
}

function findBelow({
  account,
  margin,
}: Pick<AccountToday, 'account' | 'margin'>): ReadonlyMap<string, Ratio> {
  const minimum = ruleSets.get('finra-minimum');
  const typed = margin.positions.filter(
    ({ position }) => position.ownRate !== null && position.marketValue.sign() > 0,
  );
  if (minimum === undefined || typed.length === 0) return new Map();
  const charged = new Map(typed.map(({ position, requirement }) => [position.id, requirement]));
  const positions = typed.map(({ position }) => position);
  const floor = evaluateMargin(accountByRules({ ...account, positions }, minimum));
  return new Map(
    floor.positions
      .filter(({ position, requirement }) => charged.get(position.id)?.isBelow(requirement) === true)
      .map(({ position, requirement }) => [position.id, requirement.per(position.marketValue)]),
  );
}
