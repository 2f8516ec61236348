// The answers to figures that are often taken for others: each figure from a pencil.
import { describe, expect, it } from 'vitest';
import type { AccountInput, PositionInput } from '@/engine/account';
import { bare } from '@/engine/quantity';
import { misreadRate, misreadRatio, misreadRequirement } from '@/features/proof/misreading-words';
import { wordSaleAnswer } from '@/features/ways-out/sale-words';
import { type Explanation, selectExplanation } from '@/state/explanation';
import { selectView } from '@/state/figures';
import { isStanding, selectVerdict } from '@/state/verdict';
import { listWays } from '@/state/ways';
import { long } from '../support/verdict-words';

const viewOf = (account: Partial<AccountInput>) =>
  selectView({
    app: 'headroom',
    schemaVersion: 1,
    account: {
      name: 'My account',
      ruleSet: 'finra-minimum',
      cash: '0',
      marginLoan: '0',
      shortCredit: '0',
      positions: [],
      ...account,
    },
    scenarios: [],
  });

function explained(account: Partial<AccountInput>): Explanation {
  const explanation = selectExplanation(viewOf(account));
  if (explanation === null) throw new Error('no figures');
  return explanation;
}

const plain = (text: string | undefined) => text?.replaceAll('**', '').replaceAll('\u00A0', ' ');

/** M1's: 49,000 at 25 %, 1,000 of cash, 10,000 owed. */
const m1 = { cash: '1000', marginLoan: '10000', positions: [long('49000', '0.25')] };
const three = [
  { ...long('24000', '0.25'), symbol: 'VTI' },
  { ...long('8000', '0.4'), id: 'p2', symbol: 'NVDA' },
  { ...long('7000', '0.25'), id: 'p3', symbol: 'KO' },
];
const short: PositionInput = {
  id: 's',
  symbol: 'S',
  side: 'short',
  marketValue: '10000',
  maintenanceRate: '0.3',
};

describe('what figures are often taken for', () => {
  it('M1: $12,250 is required, but the call comes at $12,000, where both are $3,000', () => {
    expect(plain(misreadRequirement(explained(m1))?.answer)).toBe(
      'No. $12,250.00 is what the holdings require at today’s prices, and it moves with them. The call comes where equity no longer covers the requirement of that moment: with the holdings at $12,000 equity would be $3,000.00 and the requirement $3,000.00.',
    );
  });

  it('the thread’s account: not $19,118 but $872', () => {
    // 76,472 at 25 % is 19,118; 654 owed ÷ 0.75 is 872, of which 218 are required.
    const answer = misreadRequirement(explained({ marginLoan: '654', positions: [long('76472', '0.25')] }));
    expect(answer?.answer).toContain('**$19,118.00** is what');
    expect(answer?.answer).toContain('at **$872** equity would be $218.00');
  });

  it('is no question in a call or without a loan', () => {
    expect(misreadRequirement(explained({ marginLoan: '9000', positions: [long('10000')] }))).toBeNull();
    expect(misreadRequirement(explained({ positions: [long('10000')] }))).toBeNull();
  });

  it('40 % on NVDA is $3,200 of its own $8,000, not 40 % of the account', () => {
    // 6,000 + 3,200 + 1,750 = 10,950, and 10,950 ÷ 39,000 = 28.0769 %.
    const found = misreadRate(explained({ marginLoan: '23400', positions: three }));
    expect(plain(found?.question)).toBe('Is 40 % on NVDA 40 % of the account?');
    expect(plain(found?.answer)).toBe(
      'No, only of NVDA itself: 40 % of its $8,000.00 is $3,200.00. All 3 holdings together require $10,950.00, which is 28.08 % of the $39,000.00 held; cash requires nothing.',
    );
  });

  it('beside a short that FINRA’s table governs, 25 % is no rate of both: it is of its own $10,000', () => {
    // 200 at $3.00 need $3.00 a share, 600; 2,500 + 600 = 3,100, and 3,100 ÷ 10,600 = 29.245 %.
    const cheap: PositionInput = { id: 's', symbol: 'S', side: 'short', shares: '200', price: '3' };
    const account = {
      cash: '1000',
      shortCredit: '600',
      marginLoan: '5000',
      positions: [{ ...long('10000', '0.25'), symbol: 'L' }, cheap],
    };
    const found = misreadRate(explained(account));
    expect(plain(found?.question)).toBe('Is 25 % on L 25 % of the account?');
    expect(plain(found?.answer)).toBe(
      'No, only of L itself: 25 % of its $10,000.00 is $2,500.00. All 2 holdings together require $3,100.00, which is 29.25 % of the $10,600.00 held on both sides; cash requires nothing.',
    );
  });

  it('both sides at 30 %: 6,000 of 20,000, and 300 of the cash would be too much', () => {
    const account = { cash: '1000', shortCredit: '15000', positions: [long('10000', '0.3'), short] };
    expect(plain(misreadRate(explained(account))?.answer)).toBe(
      'No, of what is held: 30 % of $20,000.00 is $6,000.00. The $1,000.00 of cash requires nothing; with it the sum would be $6,300.00, which is too much.',
    );
    // With shorts the ratio is told of both sides: 10,000 − 10,000 + 15,000 + 1,000 = 16,000.
    expect(plain(misreadRatio(explained(account))?.answer)).toContain('80.0 % of $20,000.00.');
    const alone = { cash: '1000', shortCredit: '15000', positions: [short] };
    expect(misreadRatio(explained(alone))).toBeNull();
  });

  it('what cannot be printed to the cent is “about”, raised to the side without a call', () => {
    // 10,000 ÷ 0.7 = 14,285.714…, of which 30 % is 4,285.714….
    const answer = misreadRequirement(explained({ marginLoan: '10000', positions: [long('20000', '0.3')] }));
    expect(plain(answer?.answer)).toContain(
      'with the holdings at about $14,286 equity would be $4,285.71 and the requirement $4,285.71.',
    );
  });

  it('equity of nothing or less has no ratio to be taken for another', () => {
    const account = (marginLoan: string) =>
      explained({ cash: '1000', marginLoan, positions: [long('9000', '0.25')] });
    expect([misreadRatio(account('10000')), misreadRatio(account('10500'))]).toEqual([null, null]);
    expect(misreadRate(explained({ cash: '1000' }))).toBeNull();
  });

  it('M1: 25 % of the cash too would be $12,500, which M1 printed once', () => {
    const found = misreadRate(explained(m1));
    expect(plain(found?.question)).toBe('Is it 25 % of the whole account?');
    expect(plain(found?.answer)).toBe(
      'No, of what is held: 25 % of $49,000.00 is $12,250.00. The $1,000.00 of cash requires nothing; with it the sum would be $12,500.00, which is too much.',
    );
  });

  it('one rate and no cash raise no question', () => {
    expect(misreadRate(explained({ ...m1, cash: '0' }))).toBeNull();
    expect(misreadRatio(explained({ ...m1, cash: '0' }))).toBeNull();
  });

  it('M1: 81.6 % of what is held, 80.0 % with the cash', () => {
    expect(plain(misreadRatio(explained(m1))?.answer)).toBe(
      'Of what is held: 81.6 % of $49,000.00. With the cash, $50,000.00 in all, it would be 80.0 %. The call goes by dollars: equity against what the holdings require.',
    );
  });

  it('Merrill, long and short: 40 % of both sides, 80 % of either', () => {
    const account = {
      shortCredit: '15000',
      marginLoan: '7000',
      positions: [long('10000', '0.3'), short],
    };
    expect(plain(misreadRatio(explained(account))?.answer)).toContain(
      'Of everything held, both sides added up: 40.0 % of $20,000.00. Of what is held long alone it would be 80.0 %, of what is sold short alone 80.0 %',
    );
  });

  it('a sale leaves equity of $30,400 and takes $561.60 off the requirement', () => {
    // 800 × 78 at 40 % and 20,000 at 30 %: 24,960 + 6,000 = 30,960; 82,400 − 52,000 = 30,400. 18 shares: 1,404 × 0.4.
    const acme: PositionInput = {
      id: 'p1',
      symbol: 'ACME',
      side: 'long',
      shares: '800',
      price: '78',
      maintenanceRate: '0.4',
    };
    const view = viewOf({ marginLoan: '52000', positions: [acme, { ...long('20000', '0.3'), id: 'p2' }] });
    const verdict = selectVerdict(view);
    if (!view.ok || !isStanding(verdict)) throw new Error('no figures');
    const way = listWays(view.scene.account, bare('-0.1'), 8).ways.find(({ kind }) => kind === 'sell');
    expect(plain(way === undefined ? '' : (wordSaleAnswer(way, view.scene.account, verdict) ?? ''))).toBe(
      'No. Selling ACME (18 shares, $1,404) turns a holding into as much cash: equity is $30,400.00 before and after. What falls is the requirement, from $30,960.00 to $30,398.40, as cash requires nothing.',
    );
  });
});
