/**
 * Falls of the market that people know, as marks on the market slider. Moves are ratios as decimal text.
 */

/** One mark: where it stands and what it stands for. */
export interface MarketTick {
  readonly ratio: string;
  readonly meaning: string;
  /** When it happened, in as few figures as are known by. */
  readonly year?: string;
}

/** The most telling first: where there is little room the last give way. Circuit breakers: NYSE rule 7.12. Falls: S&P 500, high to low. */
export const marketTicks: readonly MarketTick[] = [
  { ratio: '0', meaning: 'Today' },
  { ratio: '-0.34', meaning: 'February to March 2020', year: '2020' },
  { ratio: '-0.57', meaning: 'October 2007 to March 2009', year: '2007–09' },
  { ratio: '-0.2', meaning: 'Trading ends for the day: level 3 circuit breaker' },
  { ratio: '-0.13', meaning: 'Trading halts: level 2 circuit breaker' },
  { ratio: '-0.07', meaning: 'Trading halts: level 1 circuit breaker' },
];
