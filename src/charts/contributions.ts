/**
 * What each position adds to the requirement, as bars: the largest first, the small ones together. Floats for drawing
 * only; the words beside the bars are made from exact figures elsewhere.
 */

/** One position's part, in dollars. */
export interface Contribution {
  readonly id: string;
  readonly name: string;
  /** What it adds to the requirement; 0 or more. */
  readonly requirement: number;
  /** What it is worth, also where it is short; 0 or more. */
  readonly value: number;
  /** What it adds in the account as typed. */
  readonly requirementToday: number;
}

/** One bar: a position, or several small ones together. */
export interface ContributionBar {
  readonly ids: readonly string[];
  readonly name: string;
  readonly requirement: number;
  readonly requirementToday: number;
  /** What it would add if the whole requirement were spread by value: a longer bar takes more than its size. */
  readonly bySize: number;
}

const mostBars = 12;

/** Bars by requirement, the largest first; beyond twelve the rest are one bar. One that stays alone is shown by name. */
export function toContributionBars(
  items: readonly Contribution[],
  nameOthers: (count: number) => string,
): readonly ContributionBar[] {
  const total = sumOf(items, 'requirement');
  const worth = sumOf(items, 'value');
  const bar = (name: string, parts: readonly Contribution[]): ContributionBar => ({
    ids: parts.map(({ id }) => id),
    name,
    requirement: sumOf(parts, 'requirement'),
    requirementToday: sumOf(parts, 'requirementToday'),
    bySize: worth === 0 ? 0 : (total * sumOf(parts, 'value')) / worth,
  });
  const sorted = items.toSorted((a, b) => b.requirement - a.requirement || b.value - a.value);
  const isAllShown = sorted.length <= mostBars + 1;
  const named = isAllShown ? sorted : sorted.slice(0, mostBars);
  const others = isAllShown ? [] : sorted.slice(mostBars);
  return [
    ...named.map((item) => bar(item.name, [item])),
    ...(others.length === 0 ? [] : [bar(nameOthers(others.length), others)]),
  ];
}

function sumOf(items: readonly Contribution[], key: 'requirement' | 'value' | 'requirementToday'): number {
  return items.reduce((sum, item) => sum + item[key], 0);
}
