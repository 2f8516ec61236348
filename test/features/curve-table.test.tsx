// The chart's twin as a table, with the real store: which points it names, and that its figures agree with each other.
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { CurveTable } from '@/features/market/curve-table';
import { setMarketMove } from '@/state/lever-edits';
import { commit, setLinesShown, startDesk, useDesk } from '@/state/store';

function have(marketValue: string, marginLoan: string, maintenanceRate: string) {
  useDesk.setState(
    startDesk({
      app: 'headroom',
      schemaVersion: 1,
      account: {
        name: '',
        ruleSet: 'finra-minimum',
        cash: '0',
        marginLoan,
        shortCredit: '0',
        positions: [{ id: 'p1', symbol: '', side: 'long', marketValue, maintenanceRate }],
      },
      scenarios: [],
    }),
  );
}

async function rows() {
  render(<CurveTable from={-0.8} to={0.4} />);
  await userEvent.click(screen.getByText('Show as table'));
  return texts();
}

function texts() {
  return screen
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent.replaceAll('\u00A0', ' ')).join(' | '));
}

it('in a call the first point without one is where the call ends, rounded to where it has ended', async () => {
  have('95000', '63000', '0.35');
  // 63,000 ÷ 0.65 is 96,923.0769…, a rise of 2.0242…: at +2.0 % the call is still on. The cents cut off at each figure.
  expect(await rows()).toContain('+2.1 % the call ends | $96,923.07 | $33,923.07 | $33,923.07 | $0.00');
});

it('at the call the holdings, less the loan of $60,000, are the equity beside them to the cent', async () => {
  have('100000', '60000', '0.3');
  // 60,000 ÷ 0.7 is 85,714.2857…, and 30 % of it 25,714.2857…
  commit(setMarketMove('-0.142857142857142857142857142857'));
  expect(await rows()).toContain(
    '−14.2 % last point without a margin call, now | $85,714.28 | $25,714.28 | $25,714.28 | $0.00',
  );
});

it('where equity is zero it is $0.00, also at a rise of 33.333… % whose printed move falls short of it', async () => {
  have('30000', '40000', '0.25');
  // 30,000 × 4 ÷ 3 is the loan of 40,000; a quarter of it is required.
  const row = '| $40,000.00 | $0.00 | $10,000.00 | −$10,000.00';
  expect(await rows()).toContain(`+33.3 % equity is zero ${row}`);
  act(() => commit(setMarketMove('0.333333333333333333333333333334')));
  expect(texts()).toContain(`+33.3 % equity is zero, now ${row}`);
});

it('beside FINRA’s line, looked at in the details, the table has its column; without it, none', async () => {
  // 12,000 against 7,000 at 30 % and at 25 %: 5,000 less 3,600, and less 3,000.
  have('12000', '7000', '0.3');
  act(() => setLinesShown(true));
  const all = await rows();
  expect(all[0]).toBe(
    'Market | Holdings | Equity | Required | Above or below | Above or below FINRA’s minimum',
  );
  expect(all.find((row) => row.startsWith('0.0 %'))).toBe(
    '0.0 % Today | $12,000.00 | $5,000.00 | $3,600.00 | $1,400.00 | $2,000.00',
  );
  act(() => setLinesShown(false));
  expect(texts()[0]).toBe('Market | Holdings | Equity | Required | Above or below');
});
