// The bars of a waterfall: each begins where the one before it ended, and the last stands at its own amount.
import { expect, it } from 'vitest';
import { toWaterfallBars } from '@/charts/waterfall';

it('18,000 less 11,440 and 7,120 is 560 below: two totals, and two bars between them', () => {
  const part = (name: string, share: number) => ({ name, share, words: '' });
  const bars = toWaterfallBars(
    { name: 'Before', amount: 18000, words: '' },
    [part('The fall', -11440), part('The requirement', -7120)],
    { name: 'Now', amount: -560, words: '' },
  );
  expect(bars.map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['total', 0, 18000],
    ['took', 18000, 6560],
    ['took', 6560, -560],
    ['total', 0, -560],
  ]);
});

it('a part that adds says so, and thirds that no float holds still end at the last amount', () => {
  const third = { name: 'a', share: 0.1, words: '' };
  const bars = toWaterfallBars({ name: 'Before', amount: 0.2, words: '' }, [third], {
    name: 'Now',
    amount: 0.3,
    words: '',
  });
  expect(bars[1]).toMatchObject({ kind: 'added', from: 0.2, to: 0.3 });
});
