// All levers of one holding with the real store: its requirement and how much of it is held; figures by hand.
import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { setMarketMove } from '@/state/lever-edits';
import { commit, undoStep } from '@/state/store';
import { changes, excess, list, open, plain, type, unfold } from '../support/what-if-panel';

/** The levers of one holding, of the account of equity 22,000, required 6,000 + 3,200. */
async function openLevers(name: string, more: Parameters<typeof open>[0] = {}) {
  const user = open(more);
  await unfold(user, 'One holding moves');
  await user.selectOptions(screen.getByLabelText('Which holding'), name);
  return user;
}

describe('its requirement', () => {
  it('a step to the right of 40 % is 41 %; a step back leaves no change', async () => {
    const user = await openLevers('NVDA');
    await user.click(screen.getByRole('button', { name: 'What is required of NVDA: higher' }));
    expect(changes()).toEqual([{ type: 'setRequirement', position: 'p2', rate: '0.41' }]);
    // 1 % of 8,000.
    expect(excess()).toBe('12720');
    await user.click(screen.getByRole('button', { name: 'What is required of NVDA: lower' }));
    expect(changes()).toEqual([]);
  });

  it('to the call: VTI at (12,800 + 6,000) ÷ 24,000 = 78.33 %, rounded down; NVDA has none up to 100 %', async () => {
    const user = await openLevers('NVDA');
    expect(screen.queryByRole('button', { name: /^To the call at .*\s%$/ })).toBeNull();
    await user.selectOptions(screen.getByLabelText('Which holding'), 'VTI');
    await user.click(screen.getByRole('button', { name: /^To the call at 78\.33\s%$/ }));
    expect(Number(excess())).toBeGreaterThanOrEqual(0);
    expect(Number(excess())).toBeLessThan(1e-20);
  });

  it('in a call, to where it ends: (−1,200 + 6,000) ÷ 24,000 = 20 %', async () => {
    const user = await openLevers('VTI', { marginLoan: '24000' });
    await user.click(screen.getByRole('button', { name: /^To the end of the call at 20\s%$/ }));
    expect(excess()).toBe('0');
  });

  it('of a group whose holdings differ it starts from their average', async () => {
    const held = { side: 'long', group: 'Chips' } as const;
    const user = await openLevers('All of Chips', {
      positions: [
        { id: 'a', symbol: 'AAA', marketValue: '30000', maintenanceRate: '0.3', ...held },
        { id: 'b', symbol: 'BBB', marketValue: '10000', maintenanceRate: '0.5', ...held },
      ],
    });
    // (9,000 + 5,000) ÷ 40,000.
    expect(screen.getByText('The broker requires, on average').parentElement).toHaveTextContent('35');
    await type(user, 'The broker requires of All of Chips', '50');
    // 30,000 of equity less half of 40,000.
    expect(excess()).toBe('10000');
  });
});

describe('buying and selling it', () => {
  const field = 'Buy of NVDA, or sell with a minus, in shares';

  it('20 of 80 shares sold at $100: equity stays, 40 % of 2,000 less is required; 0 takes the trade out', async () => {
    const user = await openLevers('NVDA');
    await type(user, field, '-20');
    expect(changes()[0]).toEqual({ type: 'trade', position: 'p2', shares: '-20' });
    expect(excess()).toBe('13600');
    expect(list()).toContain('Sell 20 NVDA at $100.00');
    expect(screen.getByText(/what comes in stays as cash/)).toBeInTheDocument();
    await type(user, field, '10');
    expect(changes().filter(({ type: kind }) => kind === 'trade')).toEqual([
      { type: 'trade', position: 'p2', shares: '10' },
    ]);
    expect(excess()).toBe('12400');
    await type(user, field, '0');
    expect(changes()).toEqual([]);
  });

  it('at −20 % of $24,000 there are $19,200 to sell: that is said, no more can be typed, and all of it can go', async () => {
    const user = await openLevers('VTI');
    act(() => commit(setMarketMove('-0.2')));
    const dollars = 'Buy of VTI, or sell with a minus, in dollars';
    expect(screen.getByText('$19,200 held')).toBeInTheDocument();
    await type(user, dollars, '-24000');
    expect(screen.getByLabelText(dollars)).toHaveAccessibleDescription(/That is more than is held/);
    await type(user, dollars, '-19200');
    // 25,600 of both less the loan of 10,000, and 40 % of the 6,400 that are left.
    expect(excess()).toBe('13040');
    expect(screen.getByText('$19,200 held')).toBeInTheDocument();
  });

  it('a press of + is one share, and one step to undo', async () => {
    const user = await openLevers('NVDA');
    await user.click(screen.getByRole('button', { name: 'Shares of NVDA bought or sold: higher' }));
    expect(excess()).toBe('12760');
    act(() => undoStep());
    expect(changes()).toEqual([]);
  });

  it('more than is held is refused and stays in the field; all of it is not', async () => {
    const user = await openLevers('NVDA');
    await type(user, field, '-81');
    expect(screen.getByText(/That is more than is held/)).toBeInTheDocument();
    expect(changes()).toEqual([]);
    await type(user, field, '-80');
    expect(excess()).toBe('16000');
  });

  it('sold while the market rests, the price is today’s, whatever the market does then', async () => {
    const user = await openLevers('NVDA');
    await type(user, field, '-80');
    act(() => commit(setMarketMove('-0.5')));
    // 12,000 of VTI and a loan of 10,000 less 8,000 of cash: 10,000 − 3,000.
    expect(excess()).toBe('7000');
  });

  it('a holding known by its value trades by dollars; a long-only account reads no word of shorts', async () => {
    const user = await openLevers('VTI');
    await type(user, 'Buy of VTI, or sell with a minus, in dollars', '-$4000');
    // A quarter of 4,000 less is required.
    expect(excess()).toBe('13800');
    expect(plain(screen.getByRole('region', { name: 'What if' }))).not.toMatch(/\bshort|\bcredit/i);
  });

  it('a short is bought back: 50 of 100 at $20, 30 % of 1,000 less', async () => {
    const user = await openLevers('XYZ', {
      shortCredit: '3000',
      positions: [
        { id: 'p1', symbol: 'VTI', side: 'long', marketValue: '24000', maintenanceRate: '0.25' },
        { id: 'p2', symbol: 'XYZ', side: 'short', shares: '100', price: '20', maintenanceRate: '0.3' },
      ],
    });
    const before = Number(excess());
    await type(user, 'Buy of XYZ, or sell with a minus, in shares', '50');
    expect(Number(excess()) - before).toBe(300);
    expect(screen.getByText(/Bought back at the price on show/)).toBeInTheDocument();
  });
});
