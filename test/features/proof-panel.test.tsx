// The figures and what stands behind them, with the real store.
import { cleanup, configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AccountInput } from '@/engine/account';
import { FiguresRow } from '@/features/proof/figures-row';
import { presets } from '@/presets/accounts';
import { setMarketMove } from '@/state/lever-edits';
import { openPreset } from '@/state/open-account';
import { commit, startDesk, useDesk } from '@/state/store';

// The panel is loaded when it is opened, which a busy machine may take its time for.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => useDesk.setState(startDesk()));

const plain = (element: Element | null) => (element?.textContent ?? '').replaceAll('\u00A0', ' ');
const figures = () => plain(document.querySelector('dl'));

function show(id: string) {
  const preset = presets.find((each) => each.id === id);
  if (preset === undefined) throw new Error(`no preset ${id}`);
  openPreset(preset);
  return userEvent.setup();
}

function showAccount(account: Partial<AccountInput>) {
  useDesk.setState(
    startDesk({
      app: 'headroom',
      schemaVersion: 1,
      account: {
        name: '',
        ruleSet: 'm1',
        cash: '0',
        marginLoan: '0',
        shortCredit: '0',
        positions: [],
        ...account,
      },
      scenarios: [],
    }),
  );
}

async function openTab(user: ReturnType<typeof userEvent.setup>, name: string) {
  render(<FiguresRow />);
  await user.click(screen.getByRole('button', { name: 'Show the math and details' }));
  await user.click(await screen.findByRole('tab', { name }));
  return screen.findByRole('tabpanel');
}

describe('the row of figures', () => {
  it('M1: the sum, the ratio, the fall in percent and dollars; nothing of the proof while it is closed', () => {
    show('m1-base');
    render(<FiguresRow />);
    for (const words of ['Equity$40,000.00', 'Required$12,250.00', 'Above the requirement$27,750.00'])
      expect(figures()).toContain(words);
    expect(figures()).toContain('Equity ratio81.6 %');
    expect(figures()).toContain('Fall to the call75.5 % · $37,000 of holdings');
    expect(figures()).not.toMatch(/Rise|Margin call/);
    expect(screen.queryByRole('tab')).toBeNull();
    // The names of the figures say what they mean; one button more opens the proof.
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Equity',
      'Required',
      'Above the requirement',
      'Equity ratio',
      'Fall to the call',
      'Show the math and details',
    ]);
  });

  it('M1 at $11,000: the call, and each old value', () => {
    show('m1-11000');
    render(<FiguresRow />);
    expect(figures()).toContain('Below the requirement−$750.00, was $27,750.00');
    expect(figures()).toContain('Margin call$750, was none');
    // The distance is from today on the slider's scale: unchanged.
    expect(figures()).toContain('Fall to the call75.5 % · $37,000 of holdings');
    expect(figures()).not.toContain('holdings, was');
  });

  it('Merrill, long and short: no fall, a rise of 33.3 % and $3,333 on the shorts', () => {
    show('merrill-long-short');
    render(<FiguresRow />);
    expect(figures()).toContain('Fall to the callnone');
    expect(figures()).toContain('Rise to the call33.3 % · about $3,333 on the shorts');
  });

  it('in a call today: the rise that ends it', () => {
    // 11,000 at 25 % against 9,000 net: 12,000 ÷ 11,000 is a rise of 9.09 %.
    const positions = [{ id: 'p1', symbol: 'A', side: 'long', marketValue: '11000' }] as const;
    showAccount({ positions, cash: '1000', marginLoan: '10000' });
    render(<FiguresRow />);
    expect(figures()).toContain('Rise that ends the call9.1 % · $1,000 of holdings');
    expect(figures()).not.toContain('Fall');
  });

  it('Interactive Brokers makes no call: the figure below the requirement stands alone', () => {
    const positions = [{ id: 'p1', symbol: 'A', side: 'long', marketValue: '11000' }] as const;
    showAccount({ ruleSet: 'interactive-brokers', positions, marginLoan: '9000' });
    render(<FiguresRow />);
    expect(figures()).toContain('Below the requirement−$750.00');
    expect(figures()).not.toContain('Margin call');
  });
});

describe('behind it', () => {
  it('a figure’s name leads to its step once the math is open, and the tab is kept over another account', async () => {
    const user = show('m1-base');
    await openTab(user, 'Holdings');
    show('merrill-long');
    expect(await screen.findByRole('tab', { name: 'Holdings', selected: true })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Equity ratio' }));
    expect(screen.getByRole('tab', { name: 'Math' })).toHaveAttribute('aria-selected', 'true');
    expect(plain(document.activeElement)).toContain('$5,000.00 ÷ $12,000.00 ≈ 41.6666 %');
    // Coming back to the math later leads nowhere by itself.
    await user.click(screen.getByRole('tab', { name: 'Lines' }));
    await user.click(screen.getByRole('tab', { name: 'Math' }));
    expect(screen.getByRole('tab', { name: 'Math' })).toHaveFocus();
  });

  it('arithmetic is drawn as MathML, which nobody hears twice', async () => {
    const user = show('m1-base');
    const panel = await openTab(user, 'Math');
    const drawn = panel.querySelectorAll('math');
    expect(drawn.length).toBeGreaterThan(10);
    expect(drawn[0]?.namespaceURI).toBe('http://www.w3.org/1998/Math/MathML');
    for (const math of drawn) expect(math.closest('[aria-hidden="true"]')).not.toBeNull();
  });

  it('the whole of it can be copied', async () => {
    const user = show('m1-base');
    await openTab(user, 'Math');
    await user.click(screen.getByRole('button', { name: 'Copy as text' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
    const text = await navigator.clipboard.readText();
    expect(text).toContain('$40,000.00 − $12,250.00 = $27,750.00');
    expect(text).toContain('Educational, not advice.');
  });

  it('as a spreadsheet: formulas for cell A1, with the figures on show beside them', async () => {
    const holding = { id: 'p1', symbol: '', side: 'long', marketValue: '11000' } as const;
    showAccount({ cash: '1000', marginLoan: '10000', positions: [holding] });
    const user = userEvent.setup();
    await openTab(user, 'Math');
    await user.click(screen.getByRole('button', { name: 'Copy as spreadsheet' }));
    expect(await screen.findByRole('button', { name: /^Copied: paste into cell A1/ })).toBeVisible();
    const rows = (await navigator.clipboard.readText()).split('\n');
    expect(rows[0]).toBe('Margin account as typed');
    expect(rows[1]).toMatch(/^Market move\t0\t/);
    // 1,000 + 11,000 − 10,000 = 2,000; 25 % × 11,000 = 2,750.
    expect(rows).toContain('Equity\t=B5+B4-B6\t2000');
    expect(rows).toContain('Required\t=SUM(F14:F14)\t2750');
    expect(rows).toContain('Margin call\t=MAX(0,-B9)\t750');
    expect(rows).toContain('Holdings\t11000\t1\t=B14*MAX(0,1+C14*$B$2)\t0.25\t=D14*E14');
    expect(rows.join(' ')).toMatch(/Broker’s rules: M1.*Educational, not advice\./);
  });

  it('as a spreadsheet: what is in tiers or names no call is said', async () => {
    const copied = async (ruleSet: string) => {
      showAccount({
        ruleSet,
        marginLoan: '60000',
        positions: [{ id: 'p1', symbol: 'A', side: 'long', marketValue: '100000' }],
      });
      const user = userEvent.setup();
      await openTab(user, 'Math');
      await user.click(screen.getByRole('button', { name: 'Copy as spreadsheet' }));
      return navigator.clipboard.readText();
    };
    expect(await copied('fidelity')).toContain('depends on its share of the account');
    cleanup();
    const text = await copied('interactive-brokers');
    expect(text).toContain('Missing to the requirement\t');
    expect(text).not.toContain('share of the account');
  });

  it('holdings: why each rate is what it is, and the price at which it alone makes a call', async () => {
    const user = show('leveraged-long-short');
    const panel = await openTab(user, 'Holdings');
    const rows = within(panel).getAllByRole('row').map(plain);
    expect(rows.map((row) => row.slice(0, 4))).toEqual(['Hold', 'VTI$', 'TQQQ', 'TSLA', 'LOWP']);
    expect(rows[2]).toContain('25 % × 3 leverage = 75 %');
    expect(rows[4]).toContain('$4.20 a share × 500');
    // Equity 24,000, required 18,750. VTI: 5,250 ÷ (100 × 0.75) = 70 below 300. TSLA: 5,250 ÷ (20 × 1.3) above 400.
    expect(rows[1]).toContain('below $230.00 (−23.3 %)');
    expect(rows[3]).toContain('above $601.92 (+50.4 %)');
  });

  it('the table is sorted by a column’s head, and the other way round by a second press', async () => {
    const user = show('leveraged-long-short');
    const panel = await openTab(user, 'Holdings');
    const names = () =>
      within(panel)
        .getAllByRole('rowheader')
        .map((cell) => plain(cell).replace('short', ''));
    expect(names()).toEqual(['VTI', 'TQQQ', 'TSLA', 'LOWP']);
    await user.click(within(panel).getByRole('button', { name: 'Holding' }));
    expect(names()).toEqual(['LOWP', 'TQQQ', 'TSLA', 'VTI']);
    // Values 30,000, 9,000, 8,000, 2,100.
    await user.click(within(panel).getByRole('button', { name: 'Value' }));
    await user.click(within(panel).getByRole('button', { name: 'Value' }));
    expect(names()).toEqual(['LOWP', 'TSLA', 'TQQQ', 'VTI']);
    expect(within(panel).getByRole('columnheader', { name: 'Value' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
  });

  it('holdings known by their value: how far each alone, down and up, and in a call what ends it', async () => {
    // Merrill: 2,000 ÷ (10,000 × 0.7) down; 2,000 ÷ (10,000 × 1.3) up.
    const user = show('merrill-long-short');
    const panel = await openTab(user, 'Holdings');
    const rows = () => within(panel).getAllByRole('row').map(plain);
    expect(rows()[1]).toContain('beyond −28.5 %');
    expect(rows()[2]).toContain('beyond +15.3 %');
  });

  it('in a call: the price of one holding that ends it, rounded so that it does', async () => {
    // 100 shares at $110 against 9,000: 12,000 is needed, $120 a share, 9.09 % up.
    const positions = [{ id: 'p1', symbol: 'A', side: 'long', shares: '100', price: '110' }] as const;
    showAccount({ positions, marginLoan: '9000' });
    const panel = await openTab(userEvent.setup(), 'Holdings');
    expect(plain(panel)).toContain('Its price that ends the call');
    expect(plain(panel)).toContain('$120.00 (+9.1 %)');
  });

  it('sixty holdings: fifty at first, then all', async () => {
    const positions = Array.from({ length: 60 }, (_, n) => ({
      id: `p${n + 1}`,
      symbol: `S${n + 1}`,
      side: 'long' as const,
      marketValue: String(1000 + n),
    }));
    const user = userEvent.setup();
    showAccount({ positions, marginLoan: '20000' });
    const panel = await openTab(user, 'Holdings');
    expect(within(panel).getAllByRole('row')).toHaveLength(51);
    await user.click(within(panel).getByRole('button', { name: 'Show all 60 holdings' }));
    expect(within(panel).getAllByRole('row')).toHaveLength(61);
    await user.click(screen.getByRole('tab', { name: 'Math' }));
    expect(await screen.findByRole('button', { name: 'Show 52 more' })).toBeVisible();
  });

  it('holdings: a price below a cent keeps its decimals in the own margin-call price', async () => {
    // 2,250 ÷ 0.75 ÷ 1,000,000 shares is $0.003, a quarter below $0.004.
    const positions = [
      { id: 'p1', symbol: 'P', side: 'long', shares: '1000000', price: '0.004', maintenanceRate: '0.25' },
    ] as const;
    showAccount({ positions, marginLoan: '2250' });
    const panel = await openTab(userEvent.setup(), 'Holdings');
    expect(plain(panel)).toContain('below $0.003 (−25.0 %)');
  });

  it('lines: Fidelity’s points beside FINRA’s 25 %, and its own name for what is above', async () => {
    // One holding is all of the account: 30 + 30 points; 60 % of 50,000. Equity 40,000.
    const positions = [{ id: 'p1', symbol: 'A', side: 'long', marketValue: '50000' }] as const;
    showAccount({ ruleSet: 'fidelity', positions, marginLoan: '10000' });
    const panel = await openTab(userEvent.setup(), 'Lines');
    const rows = within(panel).getAllByRole('row').map(plain);
    expect(rows.slice(1, 3)).toEqual([
      'Required$30,000.00$12,500.00',
      'Above or below it$10,000.00$27,500.00',
    ]);
    expect(rows[0]).toBe('FigureYour account’s rates (Fidelity’s)FINRA’s minimum, whatever is typed');
    expect(plain(panel)).toContain('A leveraged fund needs its leverage typed');
    expect(plain(panel)).not.toMatch(/exchange/i);
    expect(plain(panel)).toContain('Fidelity calls what is above its line “house surplus”');
  });

  it('lines: rates typed below FINRA’s minimum are said to be below it', async () => {
    // 20 % of 50,000 against 25 %.
    const positions = [
      { id: 'p1', symbol: 'A', side: 'long', marketValue: '50000', maintenanceRate: '0.2' },
    ] as const;
    showAccount({ positions, marginLoan: '10000' });
    const panel = await openTab(userEvent.setup(), 'Lines');
    expect(plain(panel)).toContain('Required$10,000.00$12,500.00');
    expect(plain(panel)).toContain('less than FINRA’s minimum, which no broker may');
  });

  it('assumptions lead to their fields; a long-only account reads no word of shorts', async () => {
    const positions = [{ id: 'p7', symbol: 'VTI', side: 'long', marketValue: '50000' }] as const;
    showAccount({ positions, marginLoan: '10000' });
    const user = userEvent.setup();
    const panel = await openTab(user, 'Assumptions');
    expect(plain(panel)).toContain('1 rate assumed, by the rules “M1”');
    await user.click(within(panel).getByRole('button', { name: /VTI 25/ }));
    expect(useDesk.getState().sought).toBe('rate-p7');
    for (const name of ['Math', 'Holdings', 'Lines', 'Assumptions']) {
      await user.click(screen.getByRole('tab', { name }));
      expect(plain(await screen.findByRole('tabpanel'))).not.toMatch(/short|beta|Reg T|credit/i);
    }
  });

  it('follows the market, and says that the figures are those of the what-if', async () => {
    const user = show('m1-base');
    const panel = await openTab(user, 'Math');
    commit(setMarketMove('-0.5'));
    // 24,500 + 1,000 − 10,000.
    expect(
      await within(panel).findByText('$1,000.00 + $24,500.00 − $10,000.00 = $15,500.00'),
    ).toBeInTheDocument();
    expect(plain(panel)).toContain('The figures of the what-if');
  });
});
