// The bars of what each position adds to the requirement, with figures by hand.
import { expect, it } from 'vitest';
import { type Contribution, toContributionBars } from '@/charts/contributions';

const others = (count: number) => `${count} others`;

/** A position whose requirement is a rate of its value, unchanged from today. */
function held(name: string, value: number, rate: number): Contribution {
  return { id: name, name, value, requirement: value * rate, requirementToday: value * rate };
}

it('the larger requirement comes first, whatever the size', () => {
  // 8,000 at 100 % is more than 24,000 at 25 %.
  const bars = toContributionBars([held('VTI', 24_000, 0.25), held('TQQQ', 8_000, 1)], others);
  expect(bars.map(({ name, requirement }) => [name, requirement])).toEqual([
    ['TQQQ', 8_000],
    ['VTI', 6_000],
  ]);
});

it('a quarter of the value would take a quarter of the requirement', () => {
  const [first, second] = toContributionBars([held('VTI', 24_000, 0.25), held('TQQQ', 8_000, 1)], others);
  // 14,000 is required; TQQQ is 8,000 of 32,000.
  expect(first?.bySize).toBe(3_500);
  expect(second?.bySize).toBe(10_500);
});

it('twelve stand alone and the other three together', () => {
  const items = Array.from({ length: 15 }, (_, n) => held(`P${n + 1}`, 1_000 * (n + 1), 0.5));
  const bars = toContributionBars(items, others);
  expect(bars).toHaveLength(13);
  expect(bars[0]?.name).toBe('P15');
  // 500 + 1,000 + 1,500.
  expect(bars.at(-1)).toMatchObject({ name: '3 others', ids: ['P3', 'P2', 'P1'], requirement: 3_000 });
});

it('a thirteenth is named rather than called "1 others"', () => {
  const items = Array.from({ length: 13 }, (_, n) => held(`P${n + 1}`, 1_000, 0.5));
  expect(toContributionBars(items, others).map(({ name }) => name)).not.toContain('1 others');
});

it('an account worth nothing divides by nothing', () => {
  expect(toContributionBars([held('VTI', 0, 0.25)], others)[0]?.bySize).toBe(0);
  expect(toContributionBars([], others)).toEqual([]);
});
