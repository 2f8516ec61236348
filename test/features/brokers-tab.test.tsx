// Brokers side by side, with the real store; figures by hand.
import { configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AccountInput } from '@/engine/account';
import { FiguresRow } from '@/features/proof/figures-row';
import { shownChanges } from '@/state/lever-edits';
import { selectDocument, startDesk, undoStep, useDesk } from '@/state/store';

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => useDesk.setState(startDesk()));

const plain = (element: Element | null | undefined) => (element?.textContent ?? '').replaceAll('\u00A0', ' ');
const changes = () => shownChanges(selectDocument(useDesk.getState()));

async function open(account: Partial<AccountInput>) {
  const whole = { name: '', ruleSet: 'm1', cash: '0', marginLoan: '0', shortCredit: '0', positions: [] };
  useDesk.setState(
    startDesk({ app: 'headroom', schemaVersion: 1, account: { ...whole, ...account }, scenarios: [] }),
  );
  const user = userEvent.setup();
  render(<FiguresRow />);
  await user.click(screen.getByRole('button', { name: 'Show the math and details' }));
  await user.click(await screen.findByRole('tab', { name: 'Brokers' }));
  const panel = await screen.findByRole('tabpanel');
  const row = (name: string | RegExp) => plain(within(panel).getByRole('button', { name }).closest('tr'));
  return { user, panel, row };
}

const long = (id: string, marketValue: string) =>
  ({ id, symbol: id.toUpperCase(), side: 'long', marketValue }) as const;
const one = { positions: [long('a', '50000')], marginLoan: '30000' };

describe('brokers side by side', () => {
  it('50,000 against 30,000: required, above, where its call begins, days; the highest and the lowest named', async () => {
    const { row, panel } = await open(one);
    expect(row('M1')).toBe('M1yours$12,500.00 lowest$7,500.00−20.0 %3');
    expect(row('Merrill')).toBe('Merrill$15,000.00$5,000.00−14.2 %2');
    expect(row('Fidelity')).toBe(
      'Fidelity$30,000.00 highest−$10,000.00call $10,000now; ends at +50.0 %5, in general',
    );
    expect(row('Firstrade')).toContain('2, 3 or 5, by page');
    expect(row('SoFi')).toContain('2 to 5, typically');
    expect(row('FINRA minimum')).toContain('promptly, within 15');
    expect(row('Interactive Brokers')).toContain('none');
    expect(plain(panel)).toContain('Fidelity. Fidelity also adds points for liquidity');
    expect(plain(panel)).not.toMatch(/short|beta|Reg T|credit|best/i);
  });

  it('below the requirement Interactive Brokers makes no call', async () => {
    const { row } = await open({ ...one, marginLoan: '40000' });
    // 10,000 of equity, 12,500 required.
    expect(row('Interactive Brokers')).toContain('−$2,500.00no call: it may sell at once');
  });

  it('a name puts its rules into the what-if in one step, the account’s own name takes them out', async () => {
    const { user, panel, row } = await open(one);
    await user.click(within(panel).getByRole('button', { name: 'Merrill' }));
    expect(changes()).toEqual([{ type: 'switchRuleSet', ruleSet: 'merrill' }]);
    expect(within(panel).getByRole('button', { name: 'Merrill' })).toHaveAttribute('aria-pressed', 'true');
    expect(row('M1')).toContain('yours today');
    expect(row('Merrill')).toContain('in the what-if');
    await user.click(within(panel).getByRole('button', { name: 'M1' }));
    expect(changes()).toEqual([]);
    undoStep();
    expect(changes()).toHaveLength(1);
    undoStep();
    expect(changes()).toEqual([]);
    expect(useDesk.getState().history.past).toEqual([]);
  });

  it('what is typed stands in a row of its own, and the rest says that it is left out', async () => {
    const { panel } = await open({ ...one, positions: [{ ...long('a', '50000'), maintenanceRate: '0.4' }] });
    expect(plain(within(panel).getAllByRole('row')[1])).toContain(
      'M1with what is typed: the figures above$20,000.00$0.00',
    );
    expect(plain(panel)).toContain('Left out, as one broker’s own: what is typed as required of A.');
  });

  it('Firstrade’s other page and SoFi’s unknown rate stand beside the figures', async () => {
    const { row } = await open({
      positions: [long('a', '110000'), long('b', '90000')],
      marginLoan: '120000',
    });
    expect(row('Firstrade')).toContain('or $80,000, by its page with 50 % from a share of 60 %');
    expect(row('SoFi')).toContain('rate unknown for A, B');
  });

  it('long and short: both sides count, and M1 holds none', async () => {
    // Merrill's example: called by a rise of a third, never by a fall.
    const { row, panel } = await open({
      positions: [long('l', '10000'), { ...long('s', '10000'), side: 'short' }],
      marginLoan: '7000',
      shortCredit: '15000',
    });
    expect(row('Merrill')).toContain('+33.3 %');
    expect(row('Merrill')).not.toContain('−');
    expect(plain(panel)).toContain('M1. M1 holds no shorts.');
  });
});
