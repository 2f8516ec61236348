// Money in, out, borrowed and repaid, tried and taken with the real store: figures from a pencil, and why not.
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { undoStep } from '@/state/store';
import { choose, kind, open, part, put, type } from '../support/trade-part';
import { changes, excess, list } from '../support/what-if-panel';

describe('money', () => {
  it('a deposit stays as cash, repays the loan, or is invested', async () => {
    open();
    await kind('Deposit');
    await type('Money that comes in', '1000');
    expect(part()).toContain('It stays as cash. Equity and excess rise by all of it, $1,000.');
    await choose('What becomes of it', 'repays the loan');
    expect(part()).toContain('The loan becomes $9,000. Equity and excess rise by all of it, $1,000.');
    await choose('What becomes of it', 'is invested by targets');
    // All of it to NVDA, which lacks most: 400 required.
    expect(part()).toContain(
      'All of it is invested. The excess rises by $600 of the $1,000, for $400 is required of what is bought.',
    );
    await put();
    expect(list()).toContain('$1,000 comes in and is invested');
    expect(excess()).toBe('14400');
    await choose('What becomes of it', 'repays the loan');
    await type('Money that comes in', '2000');
    await put();
    expect(list()).toContain('$2,000 comes in');
    expect(list()).toContain('$2,000 of the loan is repaid from cash');
    expect(excess()).toBe('16400');
    act(undoStep);
    act(undoStep);
    expect(changes()).toEqual([]);
  });

  it('more than the loan cannot repay it', async () => {
    open();
    await kind('Deposit');
    await choose('What becomes of it', 'repays the loan');
    await type('Money that comes in', '11000');
    expect(screen.getByLabelText('Money that comes in')).toHaveAccessibleDescription(
      'Not possible: the loan is $10,000.',
    );
  });

  // M1 at $11,000: equity 2,000, required 2,750.
  it('of M1’s call of $750, $750 invested meets $562.50 and as cash all of it', async () => {
    open({
      positions: [
        {
          id: 'p1',
          symbol: 'VTI',
          side: 'long',
          marketValue: '11000',
          maintenanceRate: '0.25',
          targetWeight: '1',
        },
      ],
    });
    await kind('Deposit');
    await choose('What becomes of it', 'is invested by targets');
    await type('Money that comes in', '750');
    expect(part()).toContain(
      'It meets $562.50 of the call of $750: an invested deposit counts only by (1 − rate). Left as cash, it would meet $750.',
    );
    expect(part()).toContain('The margin call is then $187.50, after $750.');
    await choose('What becomes of it', 'stays as cash');
    expect(part()).toContain('It ends the margin call.');
  });

  it('a withdrawal of $3,000 borrows $2,000, or sells $2,000 of VTI and borrows nothing', async () => {
    open();
    await kind('Withdraw');
    await type('Money that goes out', '3000');
    expect(part()).toContain('$2,000 is borrowed: cash covers $1,000, and the loan becomes $12,000.');
    await choose('Where it comes from', 'cash first, then by selling');
    expect(part()).toContain('$1,000 comes out of cash and $2,000 out of what is sold; nothing is borrowed.');
    await type('Money that goes out', '40000');
    expect(screen.getByLabelText('Money that goes out')).toHaveAccessibleDescription(
      'Not possible: cash and holdings are worth $33,000, and nothing is borrowed.',
    );
  });

  it('a withdrawal that takes the cash of a rebalance before it is refused, and says why', async () => {
    open();
    await kind('Rebalance to targets');
    await userEvent.click(screen.getByRole('button', { name: 'All that can be: $1,000' }));
    await put();
    await kind('Withdraw');
    await type('Money that goes out', '500');
    expect(part()).toContain('Not possible: money comes in and goes out first');
    expect(screen.getByLabelText('Money that goes out')).toHaveValue('500');
    expect(screen.queryByRole('button', { name: 'Put it into the what-if' })).toBeNull();
  });

  it('borrowing $500 keeps the excess; the cash repays $1,000 of the loan and no more', async () => {
    open();
    await kind('Borrow and keep as cash');
    await type('Money borrowed', '500');
    expect(part()).toContain('$500 is borrowed: the loan becomes $10,500, the cash $1,500.');
    await kind('Repay the loan from cash');
    await type('Cash that repays', '1200');
    expect(screen.getByLabelText('Cash that repays')).toHaveAccessibleDescription(
      'Not possible: there is $1,000 of cash.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'All that can be: $1,000' }));
    await put();
    expect(list()).toContain('$1,000 of the loan is repaid from cash');
    expect(excess()).toBe('13800');
  });
});
