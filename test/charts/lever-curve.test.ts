/** The picture behind a slider, in a box of 100 by 100. */
import { expect, it } from 'vitest';
import { toLeverCurve } from '@/charts/lever-curve';

it('from 300 above to 100 below over four steps: 0 lies three quarters across and three quarters down', () => {
  const curve = toLeverCurve([300, 200, 100, 0, -100]);
  expect(curve?.zero).toBe(75);
  expect(curve?.crossings).toEqual([75]);
  expect(curve?.above.startsWith('M0,75V0L25,25V75Z')).toBe(true);
  expect(curve?.below).toBe('M75,75V75L100,100V75Z');
});

it('between two samples the crossing divides them as their sizes do', () => {
  // 30 above and 10 below: three quarters of the way.
  expect(toLeverCurve([30, -10])?.crossings).toEqual([75]);
});

it('exactly 0 at the last place is no crossing: there is no call there', () => {
  expect(toLeverCurve([20, 10, 0])?.crossings).toEqual([]);
});

it('nothing to see: no figures, or the same everywhere; a gap where the what-if is impossible', () => {
  expect(toLeverCurve([null, null, null])).toBeNull();
  expect(toLeverCurve([5, 5, 5])).toBeNull();
  expect(toLeverCurve([null, 10, 20])?.above).toBe('M50,100V50L100,0V100Z');
});
