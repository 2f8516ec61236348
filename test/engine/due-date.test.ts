// By when a call is to be met, counted on a calendar by hand.
import { describe, expect, it } from 'vitest';
import { findDueDates, findLatestDay, listDays } from '@/engine/due-date';

describe('due dates', () => {
  it('3 business days after Monday, November 23, 2026, skip Thanksgiving: Friday the 27th', () => {
    expect(findDueDates('2026-11-23', { from: 3, to: 3 })).toEqual({ from: '2026-11-27', to: '2026-11-27' });
  });

  it('2 to 5 after the same Monday: Wednesday the 25th to Tuesday, December 1', () => {
    expect(findDueDates('2026-11-23', { from: 2, to: 5 })).toEqual({ from: '2026-11-25', to: '2026-12-01' });
  });

  it('2 after September 10, 2001, with four days closed and a weekend: Tuesday the 18th', () => {
    expect(findDueDates('2001-09-10', { from: 2, to: 2 })?.to).toBe('2001-09-18');
  });

  it('none beyond the years that are covered', () => {
    expect(findDueDates('2100-12-30', { from: 1, to: 5 })).toBeNull();
    expect(findDueDates('2101-01-03', { from: 1, to: 1 })).toBeNull();
    expect(findLatestDay('2100-12-30')).toBeNull();
  });

  it('FINRA’s 15 business days after November 23, 2026: Tuesday, December 15', () => {
    // 24, 25, 27, 30 are 4; December 1 to 4 are 8; 7 to 11 are 13; 14 and 15.
    expect(findLatestDay('2026-11-23')).toBe('2026-12-15');
  });
});

describe('the days on the way', () => {
  it('from Monday, November 23, to Friday the 27th: 0, 1, 2, Thanksgiving, and 3 that closes early', () => {
    expect(listDays('2026-11-23', '2026-11-27')).toEqual([
      { day: '2026-11-23', kind: { kind: 'open' }, count: 0 },
      { day: '2026-11-24', kind: { kind: 'open' }, count: 1 },
      { day: '2026-11-25', kind: { kind: 'open' }, count: 2 },
      { day: '2026-11-26', kind: { kind: 'holiday', holiday: 'thanksgiving' }, count: null },
      { day: '2026-11-27', kind: { kind: 'earlyClose' }, count: 3 },
    ]);
  });

  it('a call of a Saturday is day 0, and Monday is day 1', () => {
    expect(listDays('2026-11-21', '2026-11-23').map(({ count }) => count)).toEqual([0, null, 1]);
  });

  it('stop where the years that are covered end', () => {
    expect(listDays('2100-12-31', '2101-01-03').map(({ day }) => day)).toEqual(['2100-12-31']);
  });
});
