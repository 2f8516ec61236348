// The other brokers' files in each generation, with the headings of the real ones; rows are composed, sums done by pencil.
import { describe, expect, it } from 'vitest';
import { readImport } from '@/io/import/read-import';
import { foundIn, holdingsOf, named, rowsOf } from './samples';

describe('Fidelity', () => {
  const wide =
    "Account Number,Account Name,Symbol,Description,Quantity,Last Price,Last Price Change,Current Value,Today's Gain/Loss Dollar,Today's Gain/Loss Percent,Total Gain/Loss Dollar,Total Gain/Loss Percent,Percent Of Account,Cost Basis Total,Average Cost Basis,Type";
  const basket = wide.replace(',Symbol', ',Basket Name,Symbol');
  const kind = wide.replace(',Symbol', ',Investment Type,Symbol');
  const narrow =
    "Account Name/Number,Symbol,Description,Quantity,Last Price,Last Price Change,Current Value,Today's Gain/Loss Dollar,Today's Gain/Loss Percent,Total Gain/Loss Dollar,Total Gain/Loss Percent,Percent Of Account,Cost Basis,Cost Basis Per Share,Type";
  const tail = (value: string, type: string) => `$0.10,${value},,,,,1.00%,,,${type},`;
  const rows = (front: (middle: string) => string) => [
    front(`AAPL,APPLE INC,100,$228.40,${tail('"$22,840.00"', 'Margin')}`),
    front(`GME,GAMESTOP CORP,-400,$24.80,${tail('"-$9,920.00"', 'Short')}`),
    front(` -AAPL241220C00150000,AAPL DEC 20 2024 $150 CALL,2,$80.00,${tail('"$16,000.00"', 'Margin')}`),
    front(` -XLE260718P55,XLE JUL 18 2026 $55 PUT,-1,$2.00,${tail('-$200.00', 'Margin')}`),
    front(`31617E869,FID GROWTH CO POOL CL,12.5,$40.00,${tail('$500.00', '')}`),
    front(`FDRXX**,HELD IN MONEY MARKET,1000,--,--,"$1,000.00",,,,,1.00%,,,Cash,`),
    front(`Pending Activity,,,,,-$2500.00,n/a,n/a,n/a,n/a,n/a,n/a,n/a,,`),
  ];

  it.each([
    ['two columns of the account', wide, (middle: string) => `Z12345678,Individual - TOD,${middle}`],
    ['with baskets', basket, (middle: string) => `Z12345678,Individual - TOD,,${middle}`],
    ['with the type of investment', kind, (middle: string) => `Z12345678,Individual - TOD,,${middle}`],
    ['one column of the account', narrow, (middle: string) => `Individual - TOD Z12345678,${middle}`],
  ])(
    '%s: holdings, two options with the mark that is no short, a fund code, cash, pending',
    (_name, heading, front) => {
      const found = foundIn(
        `\uFEFF${[heading, ...rows(front), '', '"Date downloaded 09/25/2026 10:00 PM ET"'].join('\r\n')}`,
      );
      expect(found).toMatchObject({ layout: 'fidelity', asOf: '2026-09-25', questions: ['margin-loan'] });
      expect(holdingsOf(found)).toEqual([
        ['AAPL', '100', '228.40'],
        ['GME', '-400', '24.80'],
      ]);
      expect(named(found, 'excluded')).toEqual([
        'AAPL241220C00150000 (option)',
        'XLE260718P55 (option)',
        '31617E869 (fund-code)',
      ]);
      expect(rowsOf(found).flatMap(({ option }) => option ?? [])).toEqual([
        { underlying: 'AAPL', expiry: '2024-12-20', strike: '150', right: 'C', multiplier: '100' },
        { underlying: 'XLE', expiry: '2026-07-18', strike: '55', right: 'P', multiplier: '100' },
      ]);
      // 22,840 − 9,920 + 16,000 − 200 + 500 + 1,000 − 2,500
      expect(found.accounts).toMatchObject([
        { label: 'Individual TOD ending 678', cash: '1000', readTotal: '27720' },
      ]);
      expect(named(found, 'unread')).toEqual([]);
      expect(JSON.stringify(found)).not.toContain('12345678');
    },
  );

  it('a type "Short" beside shares without a minus is handed to the person', () => {
    const found = foundIn(
      [wide, `Z12345678,Individual,GME,GAMESTOP,400,$24.80,${tail('"$9,920.00"', 'Short')}`].join('\n'),
    );
    expect(rowsOf(found)[1]).toMatchObject({
      fate: 'unread',
      reason: 'side-against-sign',
      unreadText: 'Short',
    });
  });
});

describe('E*TRADE', () => {
  const summary = [
    'Account Summary',
    "Account,Net Account Value,Total Gain $,Total Gain %,Day's Gain Unrealized $,Day's Gain Unrealized %,Available For Withdrawal,Cash Purchasing Power",
    '"Individual Brokerage -2203",9571.50,-4146.87,-2.49,-34.86,-.02,7096.82,7096.82',
    '',
    'View Summary - All Positions',
    'Filters applied:',
    'Symbol,Security type(s),Sort by,Sort order,',
    ',All,Symbol,Asc,',
    '',
  ];
  it.each([
    [
      '2026',
      "Symbol,Last Price $,Change $,Change %,Quantity,Price Paid $,Day's Gain $,Total Gain $,Total Gain %,Value $",
      (symbol: string, price: string, quantity: string, value: string) =>
        `${symbol},${price},-.0066,-.03,${quantity},1.00,0,0,0,${value}`,
    ],
    [
      '2022',
      "Symbol,Last Price $,Change $,Change %,Day's Gain $,Qty #,Price Paid $,Total Gain $,Total Gain %,Value $",
      (symbol: string, price: string, quantity: string, value: string) =>
        `${symbol},${price},-.0066,-.03,0,${quantity},1.00,0,0,${value}`,
    ],
  ])(
    '%s: the list of filters is no heading; CASH, TOTAL and the net account value',
    (_name, heading, row) => {
      const found = foundIn(
        [
          ...summary,
          heading,
          row('VTI', '300.5', '10', '3005.00'),
          row('01/15/2024', '300.5', '4', '1202.00'),
          row('F', '10.75', '-100', '-1075.00'),
          row('SNDL', '.50', '9', '4.50'),
          row("QQQ Dec 31 '26 $600 Put", '5.37', '1', '537.00'),
          'CASH,,,,,,,,,7100.00,',
          'TOTAL,,,,,166714.76,-34.86,-4146.87,-2.49,9571.50,',
          'Generated at Aug 20 2026 11:42 AM ET',
        ].join('\n'),
      );
      expect(found).toMatchObject({ layout: 'etrade', asOf: '2026-08-20', questions: [] });
      expect(holdingsOf(found)).toEqual([
        ['VTI', '10', '300.5'],
        ['F', '-100', '10.75'],
        ['SNDL', '9', '0.50'],
      ]);
      expect(named(found, 'excluded')).toEqual(["QQQ Dec 31 '26 $600 Put (option)"]);
      expect(named(found, 'notAPosition')).toContain('01/15/2024 (lot)');
      // 3,005 − 1,075 + 4.50 + 537 + 7,100 = 9,571.50
      expect(found.accounts).toMatchObject([
        {
          label: 'Individual Brokerage ending 203',
          cash: '7100',
          statedTotal: '9571.50',
          readTotal: '9571.5',
        },
      ]);
    },
  );

  it('a net account value that the rows do not give: the loan is asked for', () => {
    const found = foundIn(
      [
        ...summary,
        "Symbol,Last Price $,Change $,Change %,Quantity,Price Paid $,Day's Gain $,Total Gain $,Total Gain %,Value $",
        'VTI,300.00,0,0,100,1.00,0,0,0,30000.00',
        'CASH,,,,,,,,,0.00,',
        'Generated at Aug 20 2026 11:42 AM ET',
      ].join('\n'),
    );
    expect(found.questions).toEqual(['margin-loan']);
  });
});

describe('thinkorswim', () => {
  it('older files: the share stands below its symbol under the company’s name', () => {
    const found = foundIn(
      [
        'Position Statement for 12345678 (margin) on 5/20/13 11:22:33',
        '',
        'Equities and Equity Options',
        'Instrument,Qty,Days,Trade Price,Mark,Mrk Chng,P/L Open,P/L Day,BP Effect',
        'AAPL,,,,,,$100.00,$5.00,"($1,000.00)"',
        'APPLE INC COM,+200,,400.00,442.14,.05,"$8,428.00",$10.00,"($44,214.00)"',
        '100 (Weeklys) 2 JUL 26 460 CALL,-1,12,2.05,1.10,.05,$95.00,$5.00,$0.00',
        'GME,,,,,,$100.00,$5.00,($193.50)',
        'GAMESTOP CORP COM,-50,,30.00,35.00,.00,($250.00),.00,"($1,750.00)"',
        ',Subtotals:,,,,,$1.00,$2.00,$3.00',
        'Cash & Sweep Vehicle,"($1,234.56)"',
      ].join('\n'),
    );
    expect(found).toMatchObject({ layout: 'thinkorswim', asOf: '2013-05-20', questions: ['short-credit'] });
    expect(holdingsOf(found)).toEqual([
      ['AAPL', '200', '442.14'],
      ['GME', '-50', '35.00'],
    ]);
    expect(named(found, 'excluded')).toEqual(['AAPL 100 (Weeklys) 2 JUL 26 460 CALL (option)']);
    expect(named(found, 'unread')).toEqual([]);
    // 200 × 442.14 − 50 × 35 − 1 × 1.10 × 100 − 1,234.56 = 88,428 − 1,750 − 110 − 1,234.56
    expect(found.accounts).toMatchObject([
      { label: 'margin ending 678', cash: '-1234.56', readTotal: '85333.44' },
    ]);
    expect(JSON.stringify(found)).not.toContain('12345678');
  });

  it('2026: the share stands on the symbol’s row, and the worth has a column', () => {
    const found = foundIn(
      [
        'Position Statement for 12345678SCHW (Individual) on 9/29/26 22:14:27',
        '',
        'Equities and Equity Options',
        'Instrument,Qty,Days,Trade Price,Mark,Mrk Chng,Net Liq',
        'AAPL,+200,,150.00,228.40,.50,"$45,680.00"',
        '100 18 DEC 26 250 CALL,-1,80,2.05,1.10,.05,($110.00)',
        'SPY,,,,,,$900.00',
        '100 18 DEC 26 600 PUT,+1,80,8.00,9.00,.00,$900.00',
        'BRK/B,+3,,400.00,498.10,.00,"$1,494.30"',
        'Overall Totals:,,,,,,"$47,964.30"',
      ].join('\n'),
    );
    expect(found).toMatchObject({ asOf: '2026-09-29', questions: ['margin-loan', 'cash'] });
    expect(holdingsOf(found)).toEqual([
      ['AAPL', '200', '228.40'],
      ['BRK.B', '3', '498.10'],
    ]);
    expect(named(found, 'excluded')).toEqual([
      'AAPL 100 18 DEC 26 250 CALL (option)',
      'SPY 100 18 DEC 26 600 PUT (option)',
    ]);
    // 45,680 − 110 + 900 + 1,494.30
    expect(found.accounts[0]).toMatchObject({ label: 'Individual ending 678', readTotal: '47964.3' });
  });
});

describe('a torn thinkorswim file', () => {
  it('a row that ends before its name is handed to the person, not counted to the symbol above', () => {
    const found = foundIn(
      [
        'Position Statement for 12345678SCHW (Individual) on 9/29/26 22:14:27',
        '',
        'Equities and Equity Options',
        'Qty,Days,Trade Price,Mark,Mrk Chng,Net Liq,Instrument',
        '+200,,150.00,228.40,.50,"$45,680.00",AAPL',
        '-50,,30.00,35.00,.00,"($1,750.00)"',
      ].join('\n'),
    );
    expect(holdingsOf(found)).toEqual([['AAPL', '200', '228.40']]);
    const torn = rowsOf(found).find(({ line }) => line === 6);
    expect(torn?.fate).toBe('unread');
    expect(torn?.cells).toContain('-50');
  });
});

describe('Interactive Brokers', () => {
  it('an activity statement whose headings change, with lots, euros, accruals and a second currency', () => {
    const found = foundIn(
      [
        'Statement,Header,Field Name,Field Value',
        'Statement,Data,Period,"November 1, 2026 - November 20, 2026"',
        'Account Information,Data,Name,Erika Mustermann',
        'Account Information,Data,Account,U7654321',
        'Account Information,Data,Base Currency,USD',
        'Net Asset Value,Header,Asset Class,Prior Total,Current Long,Current Short,Current Total,Change',
        'Net Asset Value,Data,Interest Accruals,0,0,-12.5,-12.5,0',
        'Net Asset Value,Data,Total,0,0,0,1337.5,0',
        'Long Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Open,Quantity,Mult,Cost Price,Cost Basis,Close Price,Value,Unrealized P/L,% of NAV,Code',
        'Long Open Positions,Data,Summary,Stocks,USD,BRK B,-,2,1,400,800,500,1000,200,80,',
        'Long Open Positions,Data,Lot,Stocks,USD,BRK B,"2026-01-02, 10:00:00",2,1,400,800,500,1000,200,80,',
        'Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Quantity,Mult,Cost Price,Cost Basis,Close Price,Value,Unrealized P/L,Code',
        'Open Positions,Data,Summary,Stocks,EUR,SAP,10,1,100,1000,200,2000,1000,',
        'Open Positions,Data,Summary,Futures,USD,ESZ6,1,50,5000,250000,6000,300000,50000,',
        'Cash Report,Header,Currency Summary,Currency,Total,Securities,Futures,Month to Date,Year to Date,',
        'Cash Report,Data,Ending Cash,Base Currency Summary,350,350,0,,,',
        'Cash Report,Data,Ending Cash,EUR,100,100,0,,,',
        'Cash Report,Data,Ending Cash,USD,-250.75,-250.75,0,,,',
        'Cash Report,Data,Ending Cash,GBP,0,0,0,,,',
      ].join('\n'),
    );
    expect(found).toMatchObject({ layout: 'ibkr-activity', asOf: '2026-11-20', questions: [] });
    expect(holdingsOf(found)).toEqual([['BRK.B', '2', '500']]);
    expect(named(found, 'excluded')).toEqual([
      'SAP (foreign-currency)',
      'ESZ6 (future)',
      'EUR (foreign-currency)',
    ]);
    expect(named(found, 'pending')).toEqual(['Interest Accruals']);
    expect(named(found, 'cash')).toEqual(['Cash']);
    // With euros in it the sum of dollars is no total.
    expect(found.accounts).toMatchObject([{ cash: '-250.75', statedTotal: '1337.5', readTotal: null }]);
    expect(JSON.stringify(found)).not.toMatch(/Mustermann|7654321/);
  });

  it('a Flex query with its marks: shares and lots, a short by sign and by word, an option, cash by currency', () => {
    const heading =
      '"ClientAccountID","AccountAlias","Model","CurrencyPrimary","FXRateToBase","AssetClass","SubCategory","Symbol","Description","Conid","UnderlyingSymbol","Multiplier","Strike","Expiry","Put/Call","ReportDate","Quantity","MarkPrice","PositionValue","CostBasisPrice","Side","LevelOfDetail"';
    const row = (type: string, symbol: string, currency: string, rest: string) =>
      `"U7654321","Erika","","${currency}","1","${type}","","${symbol}","${symbol} INC","0",${rest}`;
    const found = foundIn(
      [
        '"BOF","U7654321","Positions","1","20260501","20260501"',
        '"BOA","U7654321"',
        '"BOS","POST","Position; trade date basis"',
        '"MSG","some words"',
        heading,
        row(
          'STK',
          'QQQ',
          'USD',
          '"","1","","","","20260501","200","250.25","50050.00","200","Long","SUMMARY"',
        ),
        row('STK', 'QQQ', 'USD', '"","1","","","","20260501","200","250.25","50050.00","200","Long","LOT"'),
        row('STK', 'GME', 'USD', '"","1","","","","20260501","-200","25","-5000.00","30","Short","SUMMARY"'),
        row('STK', 'SAP', 'EUR', '"","1","","","","20260501","5","200","1000","100","Long","SUMMARY"'),
        row(
          'OPT',
          'QQQ   261218C00250000',
          'USD',
          '"QQQ","100","250","20261218","C","20260501","-1","4.85","-485","6","Short","SUMMARY"',
        ),
        '"EOS","POST","4","Position; trade date basis"',
        '"BOS","CRTT","Cash Report; trade date basis"',
        '"ClientAccountID","CurrencyPrimary","StartingCash","EndingCash"',
        '"U7654321","BASE_SUMMARY","0","-10000"',
        '"U7654321","USD","0","-10000.5"',
        '"EOF","U7654321"',
      ].join('\n'),
    );
    expect(found).toMatchObject({ layout: 'ibkr-flex', asOf: '2026-05-01', questions: ['short-credit'] });
    expect(holdingsOf(found)).toEqual([
      ['QQQ', '200', '250.25'],
      ['GME', '-200', '25'],
    ]);
    expect(rowsOf(found).find(({ reason }) => reason === 'option')).toMatchObject({
      quantity: '-1',
      value: '-485',
      option: { underlying: 'QQQ', expiry: '2026-12-18', strike: '250', right: 'C', multiplier: '100' },
    });
    expect(found.accounts.map(({ cash }) => cash)).toEqual(['-10000.5']);
    expect(JSON.stringify(found)).not.toMatch(/Erika|7654321/);
  });
});

describe('files without positions', () => {
  it('tax lots: a second download of M1 without values', () => {
    expect(
      readImport('Symbol,Name,Quantity,Date Acquired,Cost Basis\nVTI,Vanguard,3,01/02/2024,700.00'),
    ).toMatchObject({
      ok: false,
      refusal: 'lots-only',
    });
  });

  it('a list of transactions only, a document of Headroom, nothing, prose', () => {
    const refusalOf = (text: string) => {
      const reading = readImport(text);
      return reading.ok ? 'read' : reading.refusal;
    };
    expect(refusalOf('Trade Date,Action,Symbol,Quantity,Price,Amount\n2026-01-02,Buy,VTI,3,300,900')).toBe(
      'activity-only',
    );
    expect(refusalOf('{ "app": "headroom", "schemaVersion": 1 }')).toBe('is-a-document');
    expect(refusalOf(' \uFEFF\r\n')).toBe('empty');
    expect(refusalOf('Dear customer,\nyour statement is ready.')).toBe('no-header');
    expect(refusalOf('Symbol,Quantity,Price\n')).toBe('no-rows');
    expect(refusalOf('\n'.repeat(100_001))).toBe('empty');
    expect(refusalOf('VTI 3 300\n'.repeat(100_001))).toBe('too-large');
  });
});
