/**
 * Why excess is no longer what it was: what each cause adds or takes, counted so that the shares make exactly the whole
 * change, and what there would be without each. Serves rules of rules.md.
 */
import type { Account } from '@/engine/account';
import { applyChanges } from '@/engine/apply-scenario';
import { itemAt } from '@/engine/item-at';
import { evaluateMargin } from '@/engine/margin';
import { bare, type Money, money } from '@/engine/quantity';
import { failure, type Issue, issue, known, type Result, success } from '@/engine/result';
import type { PlacedChange } from '@/engine/scenario';

/** What one cause did; several together where one of them cannot be without the other. Dollars. */
export interface CauseShare {
  readonly causes: readonly string[];
  /** What it adds to excess, below 0 what it takes: the average over every order in which the causes could come. */
  readonly share: Money;
  /** Excess with every cause but this one. */
  readonly without: Money;
  /** Excess with this cause alone. */
  readonly alone: Money;
}

/** A change in excess, split among its causes. */
export interface Attribution {
  readonly before: Money;
  readonly after: Money;
  /** In the order in which the causes first appear in the list; their shares make after − before exactly. */
  readonly shares: readonly CauseShare[];
}

/** More causes would take too long: every set of them is tried. */
export const mostCauses = 10;

/**
 * Splits the change in excess that a list of changes makes. `causeOf` names the cause of each change; causes beyond
 * `mostCauses` are refused with `too-many-causes`, an impossible list with its own issue.
 */
export function attributeExcess(
  account: Account,
  changes: readonly PlacedChange[],
  causeOf: (change: PlacedChange, index: number) => string,
): Result<Attribution> {
  const named = changes.map((change, index) => ({ change, cause: causeOf(change, index) }));
  const all = applyChanges(account, changes);
  if (!all.ok) return all;
  let groups: readonly (readonly string[])[] = [...new Set(named.map(({ cause }) => cause))].map((cause) => [
    cause,
  ]);
  if (groups.length > mostCauses) {
    const figures = { most: String(mostCauses), causes: String(groups.length) };
    return failure([issue('too-many-causes', '', figures)]);
  }
  for (;;) {
    const tried = new Tried(account, named, groups);
    const refused = tried.findRefused();
    if (refused === null) return success(split(groups, (set) => tried.excess(set)));
    groups = joined(groups, tried.partnersOf(refused));
  }
}

interface NamedChange {
  readonly change: PlacedChange;
  readonly cause: string;
}

/**
 * Splits a change in excess among causes of any kind: `excessWith` gives excess when only the causes that it is asked
 * about are there, for every set of them.
 */
export function splitExcess<Cause extends string>(
  causes: readonly Cause[],
  excessWith: (includes: (cause: Cause) => boolean) => Money,
): Attribution {
  const tried = Array.from({ length: 2 ** causes.length }, (_, set) =>
    excessWith((cause) => has(set, causes.indexOf(cause))),
  );
  return split(
    causes.map((cause) => [cause]),
    (set) => itemAt(tried, set),
  );
}

/** A set of causes as the bits of a number, the first cause the lowest. */
type CauseSet = number;

interface Refused {
  readonly set: CauseSet;
  readonly issue: Issue;
}

/** The account after the changes of any set of causes, each worked out once. */
class Tried {
  readonly #results: readonly Result<Money>[];

  constructor(
    account: Account,
    private readonly named: readonly NamedChange[],
    private readonly groups: readonly (readonly string[])[],
  ) {
    this.#results = Array.from({ length: 2 ** groups.length }, (_, set) => {
      const after = applyChanges(account, this.#changesOf(set));
      return after.ok ? success(evaluateMargin(after.value).excess) : after;
    });
  }

  #changesOf(set: CauseSet): readonly PlacedChange[] {
    return this.named.filter(({ cause }) => has(set, this.#groupOf(cause))).map(({ change }) => change);
  }

  #groupOf(cause: string): number {
    return this.groups.findIndex((group) => group.includes(cause));
  }

  /** A set of causes that cannot be without another, and where it fails; null where every set can be. */
  findRefused(): Refused | null {
    for (const [set, result] of this.#results.entries()) {
      if (!result.ok) return { set, issue: itemAt(result.issues, 0) };
    }
    return null;
  }

  /** The cause that fails in a set, and the fewest others with which it gets on: none of them can be spared. */
  partnersOf({ set, issue: refusal }: Refused): readonly number[] {
    const placeOf = ({ path }: Issue) =>
      this.named.findIndex(({ change }) => `${path}/`.startsWith(`${change.path}/`));
    const place = placeOf(refusal);
    const getsOn = (others: readonly number[]) => {
      const result = itemAt(this.#results, set | setOf(others));
      return result.ok || placeOf(itemAt(result.issues, 0)) > place;
    };
    let needed = this.groups.flatMap((_, group) => (has(set, group) ? [] : [group]));
    for (const each of needed) {
      const rest = needed.filter((group) => group !== each);
      if (getsOn(rest)) needed = rest;
    }
    return [this.#groupOf(itemAt(this.named, place).cause), ...needed];
  }

  excess(set: CauseSet): Money {
    return known(itemAt(this.#results, set));
  }
}

function has(set: CauseSet, cause: number): boolean {
  return (set & (1 << cause)) !== 0;
}

function setOf(causes: readonly number[]): CauseSet {
  return causes.reduce((set, cause) => set | (1 << cause), 0);
}

/** The causes with some of them made one, in the place of the first. */
function joined(
  groups: readonly (readonly string[])[],
  partners: readonly number[],
): readonly (readonly string[])[] {
  const first = Math.min(...partners);
  const together = groups.filter((_, group) => partners.includes(group)).flat();
  return groups.flatMap((group, index) =>
    index === first ? [together] : partners.includes(index) ? [] : [group],
  );
}

/** Each cause's share: what it changes when it comes after a set of others, averaged over every order. */
function split(groups: readonly (readonly string[])[], excess: (set: CauseSet) => Money): Attribution {
  const count = groups.length;
  const full: CauseSet = 2 ** count - 1;
  const orders = factorial(count);
  const shares = groups.map((causes, cause): CauseShare => {
    let total = money(0);
    for (let set: CauseSet = 0; set <= full; set += 1) {
      if (has(set, cause)) continue;
      const size = sizeOf(set);
      const weight = bare(factorial(size) * factorial(count - size - 1));
      const step = excess(set | (1 << cause)).minus(excess(set));
      total = total.plus(step.times(weight));
    }
    return {
      causes,
      share: total.over(bare(orders)),
      without: excess(full & ~(1 << cause)),
      alone: excess(1 << cause),
    };
  });
  return { before: excess(0), after: excess(full), shares };
}

function sizeOf(set: CauseSet): number {
  let size = 0;
  for (let rest = set; rest !== 0; rest >>= 1) size += rest & 1;
  return size;
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}
