// The positions of an account leave as CSV and come back the same, whatever their names; nothing leaves as a formula.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PositionInput } from '@/engine/account';
import type { SimulatorDocument } from '@/io/document';
import type { ImportFound, ImportRow } from '@/io/import/import-types';
import { readImport } from '@/io/import/read-import';
import { positionsCsv } from '@/io/positions-csv';
import { anyDocument } from '../support/arbitrary-document';

function foundIn(text: string): ImportFound {
  const reading = readImport(text);
  if (!reading.ok) throw new Error(`refused: ${reading.refusal}`);
  return reading.found;
}

/** A row as the position it came from; amounts lose the sign that the side carries. */
function positionOf({ symbol, quantity, price, value, extra }: ImportRow, index: number): PositionInput {
  const isShort = (quantity ?? value)?.startsWith('-') === true;
  const size = (decimal: string | null) => (decimal ?? '').replace('-', '');
  return {
    id: `p${index + 1}`,
    symbol,
    side: isShort ? 'short' : 'long',
    ...(quantity === null ? { marketValue: size(value) } : { shares: size(quantity), price: price ?? '' }),
    ...extra,
  };
}

function expectSame({ account }: SimulatorDocument): void {
  const found = foundIn(positionsCsv({ app: 'headroom', schemaVersion: 1, account, scenarios: [] }));
  const rows = found.accounts.flatMap((each) => each.rows);
  expect(rows.filter(({ fate }) => fate === 'holding').map(positionOf)).toEqual(
    account.positions.map((position, index) => ({ ...position, id: `p${index + 1}` })),
  );
  expect(
    rows.filter(({ fate }) => fate === 'cash').map(({ money, value }) => [money, value?.replace('-', '')]),
  ).toEqual([
    ['cash', account.cash],
    ['marginLoan', account.marginLoan],
    ['shortCredit', account.shortCredit],
  ]);
  expect(
    rows.filter(({ fate }) => fate === 'excluded').map(({ symbol, reason }) => ({ label: symbol, reason })),
  ).toEqual(account.excluded ?? []);
  expect(
    rows.filter(({ fate }) => fate === 'unread' || fate === 'moneyMarket' || fate === 'pending'),
  ).toEqual([]);
  expect(found.asOf).toBe(account.enteredOn ?? null);
}

const withPositions = (...positions: Partial<PositionInput>[]): SimulatorDocument => ({
  app: 'headroom',
  schemaVersion: 1,
  account: {
    name: 'My account',
    enteredOn: '2026-11-20',
    ruleSet: 'finra-minimum',
    cash: '1000.50',
    marginLoan: '61240.55',
    shortCredit: '16080',
    positions: positions.map((position, index) => ({
      id: `p${index + 1}`,
      symbol: 'VTI',
      side: 'long',
      shares: '3',
      price: '300',
      ...position,
    })),
    excluded: [{ label: 'AAPL 12/18/2026 250 C', reason: 'option' }],
  },
  scenarios: [],
});

describe('positions as CSV', () => {
  it('reads plainly: one row a holding, its value by pencil, then the money', () => {
    const document = withPositions(
      {
        symbol: 'BRK.B',
        shares: '40',
        price: '498.10',
        maintenanceRate: '0.35',
        group: 'A, B',
        marginable: false,
      },
      { symbol: 'TSLA', side: 'short', shares: '0.5', price: '321.60', perShareMinimum: '5', beta: '-1.2' },
    );
    // 40 × 498.10 = 19,924; 0.5 × 321.60 = 160.8
    expect(positionsCsv(document).split('\r\n')).toEqual([
      'Symbol,Side,Shares,Price,Value,Rate,Minimum per share,Beta,Group,Leverage,Marginable,Target weight',
      'BRK.B,long,40,498.10,19924,0.35,,,"A, B",,no,',
      'TSLA,short,0.5,321.60,160.8,,5,-1.2,,,,',
      'Cash,,,,1000.50,,,,,,,',
      'Margin loan,,,,61240.55,,,,,,,',
      'Short credit,,,,16080,,,,,,,',
      'AAPL 12/18/2026 250 C,left out,,,,,,,option,,,',
      'As of 2026-11-20',
      '',
    ]);
    expectSame(document);
  });

  it('comes back the same, any account', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expectSame(document as SimulatorDocument);
      }),
    );
  });

  it('comes back the same whatever a holding or its group is called, and no cell is a formula', () => {
    const nasty = fc.constantFrom(
      '=HYPERLINK("http://example.com","VTI")',
      '+1',
      '-5',
      '@A',
      "'quoted",
      "'=1",
      '"q"',
      '="007"',
      '＝1',
      'Cash',
      'Margin loan',
      'Total',
      'USD',
      'SPAXX**',
      'VMFXX',
      'Pending Activity',
      'AAPL241220C00150000',
      '912797KX4',
      'Symbol',
      'As of 2026-01-02',
      'a,b;c|d',
      'long',
      '12.5',
    );
    // Spaces at the ends and characters that nobody sees are not part of a name.
    const plain = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .map((text) => text.replaceAll(/\p{C}|\p{Z}/gu, ' ').trim());
    const name = fc.oneof(nasty, plain);
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { minLength: 1, maxLength: 6 }), (names) => {
        const document = withPositions(
          ...names.map(([symbol, group]) => ({ symbol, ...(group === '' ? {} : { group }) })),
        );
        expectSame(document);
        const cells = positionsCsv(document).split(/[,\r\n]+/);
        expect(cells.filter((cell) => /^"?[=+@＝＋－＠]|^"?-\D/u.test(cell))).toEqual([]);
      }),
    );
  });

  it('a spreadsheet that rounded the value is told apart from one where shares were changed', () => {
    const csv = positionsCsv(withPositions({ shares: '3', price: '1.234567' }));
    const holding = (text: string) => foundIn(text).accounts[0]?.rows.find(({ fate }) => fate === 'holding');
    // 3 × 1.234567 = 3.703701
    expect(holding(csv.replace('3.703701', '3.7037'))?.reason).toBeNull();
    expect(holding(csv.replace('long,3,', 'long,4,'))?.reason).toBe('value-apart');
  });
});
