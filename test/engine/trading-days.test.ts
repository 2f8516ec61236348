// Trading days against a published list of holidays, the machine's own calendar, and days known by name.
import { getHolidays } from 'nyse-holidays';
import { describe, expect, it } from 'vitest';
import { dayOfNumber, numberOfDay, weekdayOf } from '@/engine/calendar-day';
import { isEarlyClose, isTradingDay, tradingDayAfter } from '@/engine/trading-days';

const day = 86_400_000;

/** Every day of some years. */
function daysOf(from: number, to: number): string[] {
  const first = numberOfDay(`${from}-01-01`);
  const last = numberOfDay(`${to}-12-31`);
  return Array.from({ length: last - first + 1 }, (_, n) => dayOfNumber(first + n));
}

describe('the calendar', () => {
  it('numbers, texts and weekdays agree with the machine’s from 1899 to 2101', () => {
    for (let n = numberOfDay('1899-01-01'); n <= numberOfDay('2101-12-31'); n += 1) {
      const same = new Date(n * day);
      expect(dayOfNumber(n)).toBe(same.toISOString().slice(0, 10));
      expect(weekdayOf(n)).toBe(same.getUTCDay());
    }
  });
});

describe('trading days', () => {
  it('weekday holidays are the published ones, 2000 to 2100', () => {
    // The list has Juneteenth from 2021, a year before the exchanges closed for it.
    const published = (year: number) =>
      getHolidays(year)
        .map(({ dateString }) => dateString)
        .filter((text) => text !== '2021-06-18')
        .filter((text) => weekdayOf(numberOfDay(text)) % 6 !== 0)
        .toSorted();
    const closures = new Set(
      '2001-09-11 2001-09-12 2001-09-13 2001-09-14 2004-06-11 2007-01-02 2012-10-29 2012-10-30 2018-12-05 2025-01-09'.split(
        ' ',
      ),
    );
    for (let year = 2000; year <= 2100; year += 1) {
      const closed = daysOf(year, year).filter(
        (text) =>
          weekdayOf(numberOfDay(text)) % 6 !== 0 && isTradingDay(text) === false && !closures.has(text),
      );
      expect([year, closed]).toEqual([year, published(year)]);
    }
  });

  it('no trade on the ten days that no rule foresees, nor on weekends', () => {
    expect(isTradingDay('2001-09-14')).toBe(false);
    expect(isTradingDay('2025-01-09')).toBe(false);
    expect(isTradingDay('2026-11-21')).toBe(false);
    expect(isTradingDay('2026-11-23')).toBe(true);
  });

  it('a New Year’s Day on a Saturday is not moved: 31 December 2027 trades', () => {
    expect(isTradingDay('2027-12-31')).toBe(true);
    expect(isTradingDay('2028-01-03')).toBe(true);
  });

  it('nothing is said of 1999 and 2101', () => {
    expect(isTradingDay('1999-12-31')).toBeNull();
    expect(isEarlyClose('2101-12-24')).toBeNull();
    expect(tradingDayAfter('2100-12-30', 5)).toBeNull();
  });
});

describe('early closes', () => {
  it('the three of 2024, none of Friday 3 July 2026, and none before 2013', () => {
    const early = (year: number) => daysOf(year, year).filter((text) => isEarlyClose(text) === true);
    expect(early(2024)).toEqual(['2024-07-03', '2024-11-29', '2024-12-24']);
    expect(early(2026)).toEqual(['2026-11-27', '2026-12-24']);
    expect(early(2012)).toEqual([]);
  });
});

describe('the n-th trading day after', () => {
  it('three after Monday 23 November 2026 skip Thanksgiving: Friday 27 November', () => {
    expect(tradingDayAfter('2026-11-23', 3)).toBe('2026-11-27');
  });

  it('two after Saturday 21 November 2026: Tuesday 24 November', () => {
    expect(tradingDayAfter('2026-11-21', 2)).toBe('2026-11-24');
  });

  it('none after a day is that day itself', () => {
    expect(tradingDayAfter('2026-11-21', 0)).toBe('2026-11-21');
  });
});
