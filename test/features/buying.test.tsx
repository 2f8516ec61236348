// When buying, below the two lines: figures by hand, with the real store.
import { configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AccountInput } from '@/engine/account';
import type { ChangeInput } from '@/engine/scenario';
import { FiguresRow } from '@/features/proof/figures-row';
import { paymentDue } from '@/state/buying';
import { startDesk, useDesk } from '@/state/store';

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => useDesk.setState(startDesk()));

const plain = (element: Element | null) => (element?.textContent ?? '').replaceAll('\u00A0', ' ');
const long = (id: string, marketValue: string, maintenanceRate = '0.25') =>
  ({ id, symbol: id.toUpperCase(), side: 'long', marketValue, maintenanceRate }) as const;

const m1 = { cash: '1000', marginLoan: '10000', positions: [long('a', '49000')] };

async function open(account: Partial<AccountInput>, changes: readonly ChangeInput[] = []) {
  const whole = { name: '', ruleSet: 'm1', cash: '0', marginLoan: '0', shortCredit: '0', positions: [] };
  const scenarios = changes.length === 0 ? [] : [{ id: 's', name: '', changes }];
  const shownScenario = changes.length === 0 ? null : 's';
  const document = { app: 'headroom', schemaVersion: 1, scenarios, shownScenario } as const;
  useDesk.setState(startDesk({ ...document, account: { ...whole, ...account } }));
  const user = userEvent.setup();
  render(<FiguresRow />);
  await user.click(screen.getByRole('button', { name: 'Show the math and details' }));
  await user.click(await screen.findByRole('tab', { name: 'Lines' }));
  const panel = await screen.findByRole('tabpanel');
  const door = within(panel).getByRole('button', { name: /^When buying/ });
  if (door.getAttribute('aria-expanded') === 'false') await user.click(door);
  return { user, panel };
}

describe('when buying', () => {
  it('M1: 40,000 less half of 49,000; twice that can be bought; no word of other sides', async () => {
    const { panel } = await open(m1);
    expect(plain(panel)).toContain('Initial requirement$24,500.00');
    expect(plain(panel)).toContain('Above or below it$15,500.00');
    expect(plain(panel)).toContain('Buying power at 25 %$31,000.00');
    expect(plain(panel)).toContain('Not restricted');
    expect(plain(panel)).not.toMatch(/short|beta|Reg T|credit/i);
  });

  it('nothing of it is there before it is asked for', async () => {
    const { user, panel } = await open(m1);
    await user.click(within(panel).getByRole('button', { name: /^When buying/ }));
    expect(plain(panel)).not.toContain('Buying power');
  });

  it('10,000 are covered; 40,000 need 20,000: a Fed call of 4,500; at 60 % the broker’s is more', async () => {
    const { user, panel } = await open(m1);
    await user.type(screen.getByLabelText('If I buy'), '10000');
    expect(plain(panel)).toContain('Initial requirement: $5,000, by the Federal Reserve’s 50 %');
    expect(plain(panel)).toContain('It is there: nothing has to be paid in.');
    await user.clear(screen.getByLabelText('If I buy'));
    await user.type(screen.getByLabelText('If I buy'), '40000{Enter}');
    expect(plain(panel)).toContain(
      'A Fed call of $4,500, to be paid within settlement and two more business',
    );
    expect(plain(panel)).not.toContain('It is there');
    // 27,750 ÷ 60 % is more than 31,000, and 24,000 are less than 27,750.
    await user.clear(screen.getByLabelText('My broker requires of it'));
    await user.type(screen.getByLabelText('My broker requires of it'), '60{Enter}');
    expect(plain(panel)).toContain('Initial requirement: $24,000, by the broker’s 60 %');
    expect(plain(panel)).toContain('Buying power at 60 %$31,000.00');
  });

  it('what cannot be read is said and kept, and what is taken back leaves no figures', async () => {
    const { user, panel } = await open(m1);
    const amount = screen.getByLabelText('If I buy');
    await user.type(amount, '4e4{Enter}');
    expect(amount).toHaveValue('4e4');
    expect(plain(panel)).toContain('Write the number out, without an exponent');
    await user.clear(amount);
    await user.type(amount, '40000{Escape}');
    expect(amount).toHaveValue('');
    expect(plain(panel)).not.toContain('Fed call of');
  });

  it('a Fed call of $1,000 or less may be waived', async () => {
    // 33,000 ÷ 2 − 15,500.
    const { user, panel } = await open(m1);
    await user.type(screen.getByLabelText('If I buy'), '33000');
    expect(plain(panel)).toContain('A Fed call of $1,000, to be paid');
    expect(plain(panel)).toContain('A broker may waive $1,000 or less.');
  });

  it('Merrill, long and short: restricted at −$2,000, though $2,000 above its line; no buying power', async () => {
    const positions = [long('l', '10000', '0.3'), { ...long('s', '10000', '0.3'), side: 'short' as const }];
    const { user, panel } = await open({
      ruleSet: 'merrill',
      positions,
      marginLoan: '7000',
      shortCredit: '15000',
    });
    expect(plain(panel)).toContain('Reg T excess−$2,000.00');
    expect(plain(panel)).toContain('Restricted: below the initial requirement. That is no margin call');
    expect(plain(panel)).toContain('Buying power at 30 %$0.00');
    // 10,000 more need 5,000, and 3,000 of the broker's, which has 2,000 to spare.
    await user.type(screen.getByLabelText('If I buy or sell short'), '10000');
    expect(plain(panel)).toContain('A Fed call of $5,000');
    expect(plain(panel)).toContain('$1,000 below the broker’s requirement: a margin call.');
  });

  it('a what-if that buys opens it by itself: 60,000 more need 30,000, with 15,500 there', async () => {
    const { panel } = await open(m1, [{ type: 'trade', position: 'a', amount: '60000' }]);
    expect(plain(panel)).toContain(
      'need $30,000 of initial requirement, with $15,500.00 above it before them',
    );
    expect(plain(panel)).toContain('A Fed call of $14,500');
  });

  it('one that sells frees half and makes none', async () => {
    const { panel } = await open(m1, [{ type: 'trade', position: 'a', amount: '-10000' }]);
    expect(plain(panel)).toContain('free $5,000 of initial requirement');
    expect(plain(panel)).toContain('No Fed call.');
  });

  it('equity below $2,000 with a loan is warned of in the lines', async () => {
    const { panel } = await open({ positions: [long('a', '3000')], marginLoan: '1500' });
    expect(plain(panel)).toContain('Equity is below $2,000: brokers may not lend more then.');
    expect(plain(panel)).toContain('R-27 Minimum equity: FINRA Rule 4210(b)');
  });
});

describe('the payment period', () => {
  it('bought on a Friday: settled on Monday, due on Wednesday', () => {
    expect(paymentDue('2026-11-20')).toEqual({ later: null, by: '2026-11-25' });
  });

  it('on a Saturday it is bought on Monday, and Thanksgiving does not count', () => {
    expect(paymentDue('2026-11-21')).toEqual({ later: '2026-11-23', by: '2026-11-27' });
  });

  it('beyond the years whose trading days are known there is none', () => {
    expect(paymentDue('2101-01-03')).toBeNull();
  });
});
