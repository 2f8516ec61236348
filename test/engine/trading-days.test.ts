// Trading days against a published list of holidays, the machine's own calendar, and days known by name.
import { getHolidays } from 'nyse-holidays';
import { describe, expect, it } from 'vitest';
import { dayOfNumber, numberOfDay, weekdayOf } from '@/engine/calendar-day';
import { isTradingDay, kindOfDay, tradingDayAfter } from '@/engine/trading-days';

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
    for (const [day, closure] of [
      ['2001-09-11', 'september11'],
      ['2001-09-12', 'september11'],
      ['2001-09-13', 'september11'],
      ['2001-09-14', 'september11'],
      ['2004-06-11', 'reagan'],
      ['2007-01-02', 'ford'],
      ['2012-10-29', 'sandy'],
      ['2012-10-30', 'sandy'],
      ['2018-12-05', 'bush'],
      ['2025-01-09', 'carter'],
    ] as const) {
      expect(kindOfDay(day)).toEqual({ kind: 'closure', closure });
      expect(isTradingDay(day)).toBe(false);
    }
    expect(kindOfDay('2026-11-21')).toEqual({ kind: 'weekend' });
    expect(kindOfDay('2026-11-22')).toEqual({ kind: 'weekend' });
    expect(isTradingDay('2026-11-23')).toBe(true);
  });

  it('the holidays of 2026 by name, Independence Day on Friday the 3rd', () => {
    const holidays = daysOf(2026, 2026).flatMap((day) => {
      const kind = kindOfDay(day);
      return kind?.kind === 'holiday' ? [[day, kind.holiday]] : [];
    });
    expect(holidays).toEqual([
      ['2026-01-01', 'newYear'],
      ['2026-01-19', 'martinLutherKing'],
      ['2026-02-16', 'washington'],
      ['2026-04-03', 'goodFriday'],
      ['2026-05-25', 'memorial'],
      ['2026-06-19', 'juneteenth'],
      ['2026-07-03', 'independence'],
      ['2026-09-07', 'labor'],
      ['2026-11-26', 'thanksgiving'],
      ['2026-12-25', 'christmas'],
    ]);
  });

  it('a New Year’s Day on a Saturday is not moved: 31 December 2027 trades', () => {
    expect(isTradingDay('2027-12-31')).toBe(true);
    expect(isTradingDay('2028-01-03')).toBe(true);
  });

  it('nothing is said of 1999 and 2101', () => {
    expect(isTradingDay('1999-12-31')).toBeNull();
    expect(kindOfDay('2101-12-24')).toBeNull();
    expect(tradingDayAfter('2100-12-30', 5)).toBeNull();
  });
});

describe('early closes', () => {
  it('are those that the exchange lists, 2000 to 2028', () => {
    // NYSE, Holidays and trading hours (2024 to 2028) and its list of closings before: at one o'clock.
    const listed = [
      '2000-07-03 2000-11-24',
      '2001-07-03 2001-11-23 2001-12-24',
      // Independence Day was a Thursday: the Friday after it closed early.
      '2002-07-05 2002-11-29 2002-12-24',
      '2003-07-03 2003-11-28 2003-12-24 2003-12-26',
      '2004-11-26',
      '2005-11-25',
      '2006-07-03 2006-11-24',
      '2007-07-03 2007-11-23 2007-12-24',
      '2008-07-03 2008-11-28 2008-12-24',
      '2009-11-27 2009-12-24',
      '2010-11-26',
      '2011-11-25',
      '2012-07-03 2012-11-23 2012-12-24',
      // A Thursday again: since then the Wednesday before.
      '2013-07-03 2013-11-29 2013-12-24',
      '2014-07-03 2014-11-28 2014-12-24',
      '2015-11-27 2015-12-24',
      '2016-11-25',
      '2017-07-03 2017-11-24',
      '2018-07-03 2018-11-23 2018-12-24',
      '2019-07-03 2019-11-29 2019-12-24',
      '2020-11-27 2020-12-24',
      '2021-11-26',
      '2022-11-25',
      '2023-07-03 2023-11-24',
      '2024-07-03 2024-11-29 2024-12-24',
      '2025-07-03 2025-11-28 2025-12-24',
      '2026-11-27 2026-12-24',
      '2027-11-26',
      '2028-07-03 2028-11-24',
    ];
    const early = daysOf(2000, 2028).filter((day) => kindOfDay(day)?.kind === 'earlyClose');
    expect(early).toEqual(listed.flatMap((year) => year.split(' ')));
  });

  it('are trading days', () => {
    expect(isTradingDay('2026-11-27')).toBe(true);
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
