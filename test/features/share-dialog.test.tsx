// The words of the share dialog, and the code that a phone reads: module for module the library's own.
import { render, screen } from '@testing-library/react';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { QrCode } from '@/features/share/qr-code';
import { findPersonal, listContents } from '@/features/share/share-contents';
import type { SimulatorDocument } from '@/io/document';
import { documentToShare } from '@/state/share';

const everything = { isRedacted: false, hasName: true, hasWhatIf: true, hasOthers: false, hasLabels: true };
const document: SimulatorDocument = {
  app: 'headroom',
  schemaVersion: 1,
  account: {
    name: 'Holidays',
    enteredOn: '2026-11-20',
    ruleSet: 'fidelity',
    cash: '0',
    marginLoan: '61240.55',
    shortCredit: '0',
    loanInterestRate: '0.0725',
    positions: [
      { id: 'p1', symbol: 'VTI', side: 'long', shares: '200', price: '245.10', maintenanceRate: '0.25' },
      { id: 'p2', symbol: 'BND', side: 'long', marketValue: '5000' },
    ],
    excluded: [{ label: 'AAPL 12/18/2026 250 C', reason: 'option' }],
  },
  scenarios: [
    { id: 'what-if', name: 'What if', changes: [{ type: 'moveMarket', ratio: '-0.2' }] },
    { id: 's2', name: 'Not on show', changes: [] },
  ],
  shownScenario: 'what-if',
};
const contents = (choices = everything) => listContents(documentToShare(document, choices), choices);

describe('what a link contains, in words', () => {
  it('names each kind of thing once, with its amounts; a long-only account has no word of shorts', () => {
    expect(contents()).toEqual([
      'The account’s name, “Holidays”',
      '2 holdings: symbols, shares, prices, values and rates',
      'A loan of $61,240.55 at 7.25\u00A0% a year',
      'The broker’s rules, Fidelity',
      'The day of the prices, November 20, 2026',
      'The what-if on show: 1 change',
      'That 1 row is in no figure, and its name',
    ]);
    expect(contents().join(' ')).not.toMatch(/short|credit/i);
  });

  it('what is left out is not named, but that a row is in no figure is', () => {
    const lines = contents({
      isRedacted: true,
      hasName: false,
      hasWhatIf: false,
      hasOthers: false,
      hasLabels: false,
    });
    expect(lines).toEqual([
      '2 holdings: letters in place of symbols, shares, prices, values and rates',
      'A loan of $61,240.55 at 7.25\u00A0% a year',
      'The broker’s rules, Fidelity',
      'The day of the prices, November 20, 2026',
      'That 1 row is in no figure',
    ]);
  });

  it('what is kept beside goes along only where that is wished, each named, its words too', () => {
    const kept = { id: 's3', name: 'Worse', description: 'Since the divorce', changes: [] };
    const more = { ...document, scenarios: [...document.scenarios, kept] };
    const lines = (choices: typeof everything) => listContents(documentToShare(more, choices), choices);
    expect(lines(everything).join()).not.toContain('kept');
    expect(lines({ ...everything, hasOthers: true }).filter((line) => line.includes('what-if'))).toEqual([
      'The what-if on show: 1 change',
      'A what-if that is kept “Not on show”: no changes',
      'A what-if that is kept “Worse”: no changes and its description',
    ]);
    const redacted = { ...everything, hasOthers: true, isRedacted: true };
    expect(JSON.stringify(documentToShare(more, redacted))).not.toMatch(/Worse|divorce|Not on show/);
    expect(lines(redacted)).toContain('A what-if that is kept: no changes');
    // Without the one on show the account is shown as it is.
    const others = documentToShare(more, { ...everything, hasWhatIf: false, hasOthers: true });
    expect(others.scenarios).toHaveLength(2);
    expect(others).not.toHaveProperty('shownScenario');
  });

  it('one on show that changes nothing is told too: its name and description go along', () => {
    const scenarios = [{ id: 's1', name: 'Jane', description: 'Mine', changes: [] }];
    const empty = { ...document, scenarios, shownScenario: 's1' };
    expect(listContents(documentToShare(empty, everything), everything)).toContain(
      'The what-if on show “Jane”: no changes and its description',
    );
  });

  it('a long name is cut in the sentence', () => {
    const long = { ...document, account: { ...document.account, name: 'x'.repeat(300) } };
    expect(listContents(long, everything)[0]).toBe(`The account’s name, “${'x'.repeat(59)}…”`);
  });
});

describe('a name that may tell who somebody is', () => {
  it.each(['Jane Miller', 'Jane’s IRA', "Mum's account", 'Dr. Ada Lovelace – margin', 'Müller, Jürgen'])(
    '%s looks like a person’s name',
    (name) => expect(findPersonal(name)).toBe('looks like a person’s name'),
  );

  it.each(['IRA 4417', 'Fidelity Z12-345678', '…1234-5678', 'Schwab 00123'])(
    '%s looks as if it held a number',
    (name) => expect(findPersonal(name)).toBe('looks as if it held an account number'),
  );

  it('an address is one', () => {
    expect(findPersonal('jane@example.org')).toBe('looks like an e-mail address');
  });

  it.each(['My account', 'Roth IRA', 'Margin Account', 'Class 3', 'M1: long', 'Holidays', '', 'A bad week'])(
    '%j looks like none',
    (name) => expect(findPersonal(name)).toBeNull(),
  );
});

describe('the QR code', () => {
  it.each([12, 200, 1000])('of %d characters has the library’s modules, light all around', (length) => {
    const text = 'https://example.org/#1'.padEnd(length, 'aB3-_');
    render(<QrCode text={text} />);
    const svg = screen.getByRole('img', { name: 'QR code of the link' });
    const drawn = [...(svg.querySelector('path')?.getAttribute('d') ?? '').matchAll(/M(\d+) (\d+)h(\d+)v1/g)];
    const dark = drawn.flatMap(([, x, y, run]) =>
      Array.from({ length: Number(run) }, (_, step) => `${Number(x) + step} ${y}`),
    );
    const expected = encode(text, { ecc: 'L', border: 0 }).data.flatMap((row, y) =>
      row.flatMap((isDark, x) => (isDark ? [`${x + 4} ${y + 4}`] : [])),
    );
    expect(dark).toEqual(expected);
    const size = encode(text, { ecc: 'L', border: 0 }).size + 8;
    expect(svg.getAttribute('viewBox')).toBe(`0 0 ${size} ${size}`);
  });
});
