// One cell as a figure: every sign survives, nothing becomes 0 that is not 0, the rest is refused.
import { describe, expect, it } from 'vitest';
import { parseMoney } from '@/io/import/parse-money';
import { parseOption } from '@/io/import/parse-option';

const read = (text: string, style?: Parameters<typeof parseMoney>[1]) => {
  const figure = parseMoney(text, style);
  return figure.ok ? figure.decimal : figure.problem;
};

describe('a figure in a cell', () => {
  it.each([
    ['$1,234.50', '1234.50'],
    ['+$0.41', '0.41'],
    ['-$16,080.00', '-16080.00'],
    ['$-16,080.00', '-16080.00'],
    ['($44,000.00)', '-44000.00'],
    ['$(44.00)', '-44.00'],
    ['( 15,000.00 )', '-15000.00'],
    ['−50', '-50'],
    ['50-', '-50'],
    ['- 50', '-50'],
    ['.5', '0.5'],
    ['-.0066', '-0.0066'],
    ['5.', '5'],
    ['+200', '200'],
    ['007.50', '7.50'],
    ['-$0.00', '0.00'],
    ['999999999999999.000000000000000001', '999999999999999.000000000000000001'],
  ])('%s is %s', (text, decimal) => {
    expect(read(text)).toBe(decimal);
  });

  it.each(['', '--', '-', 'N/A', 'n/a', 'Incomplete', '...', ' '])('"%s" says that there is none', (text) => {
    expect(read(text)).toBeNull();
  });

  it.each([
    '1,5',
    '1.234,56',
    '1,23,456',
    '12 345',
    '300 228.40',
    '1e5',
    '(-5)',
    '-5-',
    '--5',
    '+-5',
    '(5',
    '5)',
    '$5$',
    '5%',
    '0x10',
    'USD 5',
    '1.2.3',
    ',5',
    '$',
    '.',
    'twelve',
    '–5',
    '５',
    'NaN',
    'Infinity',
  ])('"%s" is handed back', (text) => {
    expect(read(text)).toBe('unreadable');
  });

  it('more digits than a figure has are out of range, never cut', () => {
    expect(read('1000000000000000')).toBe('out-of-range');
    expect(read('1.0000000000000000001')).toBe('out-of-range');
  });

  it('percent only where asked for; no comma where decimals are written with it', () => {
    expect(read('35%', { percent: true })).toBe('35');
    expect(read('$35%', { percent: true })).toBe('unreadable');
    expect(read('1,234', { comma: 'refused' })).toBe('unreadable');
  });
});

describe('the name of an option', () => {
  it.each([
    ['AAPL241220C00150000', 'AAPL 2024-12-20 150 C'],
    ['-AAPL241220C00150000', 'AAPL 2024-12-20 150 C'],
    ['QQQ   261218P00250500', 'QQQ 2026-12-18 250.5 P'],
    ['-XLE260718P55', 'XLE 2026-07-18 55 P'],
    ['-SPXW261218C5000.5', 'SPXW 2026-12-18 5000.5 C'],
    ['AAPL 12/18/2026 250.00 C', 'AAPL 2026-12-18 250.00 C'],
    ['BRK/B 12/18/2026 500.00 P', 'BRK.B 2026-12-18 500.00 P'],
    ['APLD 6/27/2025 Call $10.00', 'APLD 2025-06-27 10.00 C'],
    ['AMD 18DEC26 180 C', 'AMD 2026-12-18 180 C'],
    ["QQQ Dec 31 '26 $600 Put", 'QQQ 2026-12-31 600 P'],
    ['NVDA DEC 18 2026 $170 PUT', 'NVDA 2026-12-18 170 P'],
    ['SPX Dec 18 2026 $6,000 Call', 'SPX 2026-12-18 6000 C'],
  ])('%s', (text, expected) => {
    const option = parseOption(text);
    expect(option && `${option.underlying} ${option.expiry} ${option.strike} ${option.right}`).toBe(expected);
  });

  it('below the symbol of a group, with its multiplier', () => {
    expect(parseOption('100 (Weeklys) 2 JUL 26 460 CALL', 'QQQ')).toEqual({
      underlying: 'QQQ',
      expiry: '2026-07-02',
      strike: '460',
      right: 'C',
      multiplier: '100',
    });
    expect(parseOption('100 (Weeklys) 2 JUL 26 460 CALL')).toBeNull();
  });

  it.each(['AAPL', 'AAPL 02/30/2026 250.00 C', 'AAPL241320C00150000', 'CALL APPLE INC', 'BRK B'])(
    '%s is none',
    (text) => {
      expect(parseOption(text)).toBeNull();
    },
  );
});
