// Every sample gives what its sheet of expectations says, field by field, and each of its lines is accounted for.
import { describe, expect, it } from 'vitest';
import { money } from '@/engine/quantity';
import type { ImportAccount, ImportRow } from '@/io/import/import-types';
import { readImport } from '@/io/import/read-import';
import { foundIn, holdingsOf, named, rowsOf, sample, sampleNames } from './samples';
import expectations from './samples/expected.json';

/** A position as the sheet gives it; further words there are for readers. */
interface ExpectedPosition {
  symbol: string;
  quantity: string;
  price: string;
  value?: string;
  cost?: string;
  kind?: string;
  multiplier?: string;
  underlying?: string;
  expiry?: string;
  strike?: string;
  right?: string;
}
interface ExpectedAccount {
  id?: string;
  positions: ExpectedPosition[];
  cash?: string | null;
  pending?: string;
  equity?: string;
  cashLike?: { symbol: string; value: string }[];
}
interface Expected {
  broker: string;
  asOf?: string;
  cash?: string | null;
  equity?: string;
  positions?: ExpectedPosition[] | null;
  accounts?: ExpectedAccount[];
}
const sheet: Record<string, Expected> = expectations;

const layouts: Record<string, string> = { generic: 'table', freeform: 'lines' };

/** What is there of these, so that what the sheet does not say is not compared. */
const present = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

function expectPosition(row: ImportRow | undefined, expected: ExpectedPosition): void {
  const { symbol, quantity, price, value, cost, underlying, expiry, strike, right, multiplier } = expected;
  const isDerived = price.startsWith('derived');
  const isOption = expected.kind === 'option';
  expect(row).toMatchObject({
    fate: isOption ? 'excluded' : 'holding',
    reason: isOption ? 'option' : null,
    isPriceDerived: isDerived,
    ...present({ symbol, quantity, value, cost, price: isDerived ? undefined : price }),
  });
  expect(row?.option ?? {}).toMatchObject(
    isOption ? present({ underlying, expiry, strike, right, multiplier }) : {},
  );
}

function expectAccount(account: ImportAccount | undefined, expected: ExpectedAccount): void {
  const rows = account?.rows ?? [];
  const positions = rows.filter(({ fate, reason }) => fate === 'holding' || reason === 'option');
  expect(positions).toHaveLength(expected.positions.length);
  expected.positions.forEach((position, index) => expectPosition(positions[index], position));
  const valuesOf = (fate: ImportRow['fate']) => rows.filter((row) => row.fate === fate);
  expect(valuesOf('pending').map(({ value }) => value)).toEqual(
    Object.values(present({ of: expected.pending })),
  );
  expect(valuesOf('moneyMarket').map(({ symbol, value }) => ({ symbol, value }))).toEqual(
    expected.cashLike ?? [],
  );
  expect(valuesOf('unread')).toEqual([]);
  expect(account?.label).toMatch(new RegExp(`${expected.id?.slice(-3) ?? ''}$`));
  // To the cent, as the statement itself is printed.
  const toCent = money(account?.readTotal ?? '').toFixed(2);
  expect({ ...account, toCent }).toMatchObject(
    present({ cash: expected.cash, statedTotal: expected.equity, toCent: expected.equity }),
  );
}

describe('the samples and their sheet', () => {
  it.each(Object.entries(sheet).filter(([, { positions }]) => positions !== null))('%s', (name, expected) => {
    const found = foundIn(sample(name));
    expect(found.layout).toBe(layouts[expected.broker] ?? expected.broker);
    expect(found).toMatchObject(present({ asOf: expected.asOf }));
    const { cash, equity, positions } = expected;
    const accounts: ExpectedAccount[] = expected.accounts ?? [
      { positions: positions ?? [], ...present({ cash, equity }) },
    ];
    expect(found.accounts).toHaveLength(accounts.length);
    accounts.forEach((account, index) => expectAccount(found.accounts[index], account));
  });

  it('Robinhood’s report is refused as activity: 5 entries from 2026-11-01 to 2026-11-18', () => {
    expect(readImport(sample('robinhood_activity_report.csv'))).toEqual({
      ok: false,
      refusal: 'activity-only',
      figures: { rows: '5', from: '2026-11-01', to: '2026-11-18' },
    });
  });
});

describe('every line of a sample is accounted for', () => {
  it.each(sampleNames.filter((name) => !name.startsWith('robinhood')))('%s', (name) => {
    const lines = sample(name)
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/);
    // No cell of these files holds a line break, so that each line with any text is one row.
    const filled = lines.flatMap((line, index) => (/[^\s,]/.test(line) ? [index + 1] : []));
    expect(
      rowsOf(foundIn(sample(name)))
        .map(({ line }) => line)
        .toSorted((a, b) => a - b),
    ).toEqual(filled);
  });
});

describe('what a person would check in the samples', () => {
  it('Schwab: rows that are no positions are named, the total is the equity', () => {
    const found = foundIn(sample('schwab_positions_margin_2026.csv'));
    expect(named(found, 'notAPosition').slice(2)).toEqual([
      'Futures Cash (total)',
      'Futures Positions Market Value (total)',
      'Positions Total (total)',
    ]);
    // 68,520.00 + 73,782.15 + 19,924.00 − 16,080.00 − 870.00 − 61,240.55
    expect(found.accounts[0]?.readTotal).toBe('84035.6');
    expect(found.questions).toEqual(['short-credit']);
  });

  it('Fidelity asks for the loan, M1 for loan, cash and day, Vanguard for loan and day', () => {
    expect(foundIn(sample('fidelity_portfolio_positions.csv')).questions).toEqual(['margin-loan']);
    expect(foundIn(sample('m1_holdings.csv')).questions).toEqual(['margin-loan', 'cash', 'as-of']);
    expect(foundIn(sample('vanguard_ofxdownload.csv')).questions).toEqual(['margin-loan', 'as-of']);
  });

  it('M1 has no price: 11,469.37 for 410.5 shares are 27.94 each', () => {
    expect(holdingsOf(foundIn(sample('m1_holdings.csv')))[1]).toEqual(['SCHD', '410.5', '27.94']);
  });

  it('a loan on its own line is told apart from cash', () => {
    const [account] = foundIn(sample('generic_freeform.txt')).accounts;
    expect(account).toMatchObject({ cash: '-61240.55', marginLoan: '61240.55', shortCredit: null });
  });

  it('no account number and no name of a person is in anything that is handed on', () => {
    for (const name of sampleNames) {
      const reading = JSON.stringify(readImport(sample(name)));
      expect(reading).not.toMatch(/Z12345678|X87654321|12345678|87654321|U0000000|Sample Person/);
    }
  });
});
