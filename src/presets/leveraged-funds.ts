/**
 * Well-known funds that are sold as a multiple of a day's move, as of November 2026. Funds change their multiples,
 * split and close, and brokers keep lists of their own: so the page only asks, and never counts one as leveraged
 * unasked. Serves rule R-22 of rules.md.
 */

const multiples: Readonly<Record<string, string>> = {
  // Nasdaq-100
  TQQQ: '3',
  SQQQ: '-3',
  QLD: '2',
  QID: '-2',
  // S&P 500
  UPRO: '3',
  SPXU: '-3',
  SPXL: '3',
  SPXS: '-3',
  SSO: '2',
  SDS: '-2',
  // Dow Jones Industrial Average
  UDOW: '3',
  SDOW: '-3',
  // Russell 2000
  TNA: '3',
  TZA: '-3',
  // Semiconductors, financials, technology, biotechnology
  SOXL: '3',
  SOXS: '-3',
  FAS: '3',
  FAZ: '-3',
  TECL: '3',
  TECS: '-3',
  LABU: '3',
  LABD: '-3',
};

const bySymbol = new Map(Object.entries(multiples));

/** The signed multiple that a fund is sold as, as decimal text; null for any other symbol. */
export function soldMultipleOf(symbol: string): string | null {
  return bySymbol.get(symbol.trim().toUpperCase()) ?? null;
}
