// Rebalancing to the targets tried and taken with the real store: figures from a pencil, and why it is not possible.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { account, kind, open, part, put, type } from '../support/trade-part';
import { document, excess, plain } from '../support/what-if-panel';

describe('rebalancing', () => {
  // 60 and 40 % of 32,000 are 19,200 and 12,800: 4,800 + 5,120 required.
  it('says what moves into higher rates, and the requirement of each before and after', async () => {
    open();
    await kind('Rebalance to targets');
    expect(part()).toContain(
      '$4,800 moves from 25 % to 40 % holdings, so the requirement rises by $720. Equity stays $23,000.00.',
    );
    const rows = within(screen.getByRole('table', { name: 'Each holding before and after' })).getAllByRole(
      'row',
    );
    expect(rows.map(plain)).toEqual([
      'HoldingValueRequired',
      'VTIat 25 %$19,200.00, was $24,000.00$4,800.00, was $6,000.00',
      'NVDAat 40 %$12,800.00, was $8,000.00$5,120.00, was $3,200.00',
      'Total$32,000.00$9,920.00, was $9,200.00',
    ]);
    await put();
    expect(excess()).toBe('13080');
  });

  // Fidelity: 30 %, and 15 points above 40 % of all, 20 above 50, 30 above 75.
  it('says that large holdings bear rates of their own where those change with the shares', async () => {
    const held = (id: string, marketValue: string, targetWeight: string) =>
      ({ id, symbol: id, side: 'long', marketValue, targetWeight }) as const;
    open({ ruleSet: 'fidelity', positions: [held('A', '30000', '0.5'), held('B', '10000', '0.5')] });
    await kind('Rebalance to targets');
    expect(part()).toContain('Large holdings have rates of their own under these rules');
    // 75 % is not above 75: 50 %, and 25 % of all 40 %; both at 50 % then bear 45 %.
    expect(part()).toContain('at 45 %, was 50 %$20,000.00, was $30,000.00$9,000.00, was $15,000.00');
    expect(part()).toContain('at 45 %, was 40 %$20,000.00, was $10,000.00$9,000.00, was $4,000.00');
  });

  it('a minimum cash above all there is leaves none to invest', async () => {
    open({ minimumCash: '1500' });
    await kind('Rebalance to targets');
    await type('Cash invested with it', '700');
    expect(screen.getByLabelText('Cash invested with it')).toHaveAccessibleDescription(
      'Not possible: there is no cash that can be invested.',
    );
  });

  it('a minimum cash of $400 leaves $600 of $1,000 to invest', async () => {
    open({ minimumCash: '400' });
    await kind('Rebalance to targets');
    await type('Cash invested with it', '700');
    expect(screen.getByLabelText('Cash invested with it')).toHaveAccessibleDescription(
      'Not possible: $600 of cash can be invested.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'All that can be: $600' }));
    // 60 and 40 % of 32,600 are 19,560 and 13,040.
    expect(part()).toContain('$4,440 moves from 25 % to 40 % holdings and $600 of cash into them');
  });

  it('targets of 90 % are said and made 100 % where one stands', async () => {
    const [vti, nvda] = account.positions;
    if (vti === undefined || nvda === undefined) throw new Error('two');
    open({
      positions: [
        { ...vti, targetWeight: '0.54' },
        { ...nvda, targetWeight: '0.36' },
      ],
    });
    await kind('Rebalance to targets');
    expect(part()).toContain('Not possible yet: the target shares make 90 %, not 100 %.');
    await userEvent.click(screen.getByRole('button', { name: /^Make them 100/ }));
    expect(document().account.positions.map(({ targetWeight }) => targetWeight)).toEqual(['0.6', '0.4']);
    expect(part()).toContain('$4,800 moves from 25 % to 40 % holdings');
  });

  it.each([
    ['Open it: the cash stays', '-9000'],
    ['Open it: the cash is invested', '-10000'],
  ])('M1’s example – %s – is an excess of %s', async (name, short) => {
    open();
    await kind('Rebalance to targets');
    await userEvent.click(screen.getByRole('button', { name: 'How can rebalancing cause a call?' }));
    expect(part()).toContain('a call of $9,000');
    expect(part()).toContain('a call of $10,000');
    await userEvent.click(screen.getByRole('button', { name }));
    expect(excess()).toBe(short);
  });

  it('taken by hand on M1’s account it is the same: a call of $9,000 comes of it, with the cash of $10,000', async () => {
    const held = (id: string, marketValue: string, maintenanceRate: string, targetWeight: string) =>
      ({ id, symbol: id, side: 'long', marketValue, maintenanceRate, targetWeight }) as const;
    open({ positions: [held('Funds', '49000', '0.25', '0'), held('Volatile', '0', '1', '1')] });
    await kind('Rebalance to targets');
    expect(part()).toContain('$49,000 moves from 25 % to 100 % holdings');
    expect(part()).toContain('A margin call of $9,000 comes of it.');
    await userEvent.click(screen.getByRole('button', { name: 'All that can be: $1,000' }));
    expect(part()).toContain('A margin call of $10,000 comes of it.');
  });
});
