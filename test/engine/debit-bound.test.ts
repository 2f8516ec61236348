import { describe, expect, test } from 'vitest';
import { findDays } from '@/engine/distances';
import { evaluateMargin } from '@/engine/margin';
import { OneMoverCurves } from '@/engine/one-mover';
import { bare } from '@/engine/quantity';
import { findReduction } from '@/engine/remedies';
import { buildScenarioCurve } from '@/engine/scenario-curve';
import { accountOf, changesOf, holding } from '../support/build';

/** Firstrade: from a debit of 100,000 on, a long above half of gross value needs 50 % instead of 25 %. */
const firstrade = { ruleSet: 'firstrade', loanInterestRate: '0.36' } as const;

describe("Firstrade's bound of $100,000 of debit is inclusive", () => {
  const at = (marginLoan: string) =>
    evaluateMargin(
      accountOf([holding('A', { marketValue: '180000' })], { ...firstrade, marginLoan }),
    ).requirement.toText();

  test('at 99,999.99 the requirement is 45,000, at 100,000.00 it is 90,000', () => {
    expect([at('99999.99'), at('100000')]).toEqual(['45000', '90000']);
  });

  test('interest of 99 a day brings 99,000 to 100,089 on day 11: a call that day, though 36,000 stood above', () => {
    // Daily 99,000 × 0.36 ÷ 360 = 99; 1,000 ÷ 99 rounds up to 11; then equity 79,911 is below 90,000.
    const account = accountOf([holding('A', { marketValue: '180000' })], {
      ...firstrade,
      marginLoan: '99000',
    });
    expect(findDays(account, evaluateMargin(account))?.toText()).toBe('11');
  });

  test('a call that interest makes before the bound is reached comes first', () => {
    // Equity 33,750, required 31,250: 2,500 ÷ 91.25 a day = 27.4, so day 28, when the loan is still 93,805.
    const account = accountOf([holding('A', { marketValue: '125000' })], {
      ...firstrade,
      marginLoan: '91250',
    });
    expect(findDays(account, evaluateMargin(account))?.toText()).toBe('28');
  });

  test('without concentration only the first call counts; without a rate or a loan none does', () => {
    const plain = accountOf([holding('A', { marketValue: '20000' })], {
      marginLoan: '14000',
      loanInterestRate: '0.36',
    });
    // 6,000 − 5,000 = 1,000 above, at 14 a day: 71.4, so day 72
    expect(findDays(plain, evaluateMargin(plain))?.toText()).toBe('72');
    const free = accountOf([holding('A', { marketValue: '20000' })], { marginLoan: '14000' });
    const zero = accountOf([holding('A', { marketValue: '20000' })], {
      marginLoan: '14000',
      loanInterestRate: '0',
    });
    const owed = accountOf([holding('A', { marketValue: '20000' })], { loanInterestRate: '0.1' });
    expect([free, zero, owed].map((account) => findDays(account, evaluateMargin(account)))).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('in a call already: 0 days', () => {
    const account = accountOf([holding('A', { marketValue: '20000' })], { marginLoan: '19000' });
    expect(findDays(account, evaluateMargin(account))?.toText()).toBe('0');
  });

  test('a cover that borrows up to the bound makes the rest dearer: no number of shares ends this call', () => {
    // Long 180,000 (86 % of gross), short 100 × $300, loan 99,500, no cash or credit: the cover borrows at once.
    const account = accountOf(
      [holding('A', { marketValue: '160000' }), holding('S', { side: 'short', shares: '100', price: '300' })],
      { ...firstrade, marginLoan: '99500', shortCredit: '0' },
    );
    const margin = evaluateMargin(account);
    // equity 160,000 − 30,000 − 99,500 = 30,500; required 40,000 + 9,000
    expect(margin.call.toText()).toBe('18500');
    const short = margin.positions[1];
    if (short === undefined) throw new Error('no short');
    expect(findReduction(new OneMoverCurves(account, margin), account, margin, short).isPossible).toBe(false);
  });

  test('a cover paid from short credit leaves the loan alone: 150 at 90 a share needs 1.67 shares, 2 whole ones', () => {
    const account = accountOf(
      [holding('A', { marketValue: '167000' }), holding('S', { side: 'short', shares: '100', price: '300' })],
      { ...firstrade, marginLoan: '99400', shortCredit: '13000' },
    );
    const margin = evaluateMargin(account);
    expect(margin.call.toText()).toBe('150');
    const short = margin.positions[1];
    if (short === undefined) throw new Error('no short');
    const reduction = findReduction(new OneMoverCurves(account, margin), account, margin, short);
    expect([reduction.shares?.toText(), reduction.wholeShares?.toText()]).toEqual([
      '1.66666666666666666666666666667',
      '2',
    ]);
  });

  test.each([
    // 0.75 × A − 137,800 is what is missing, at 90 a share of $300; after 4 shares 600 of credit and cash and 600 of
    // loan are used up, and A needs 50 %.
    ['183400', '2.77777777777777777777777777778', '3'],
    ['183267', '3.88611111111111111111111111111', null],
    ['183000', null, null],
  ])('with A at %s a cover of %s shares does, %s whole ones', (value, least, whole) => {
    const account = accountOf(
      [holding('A', { marketValue: value }), holding('S', { side: 'short', shares: '100', price: '300' })],
      { ...firstrade, marginLoan: '99400', shortCredit: '300', cash: '300' },
    );
    const margin = evaluateMargin(account);
    const short = margin.positions[1];
    if (short === undefined) throw new Error('no short');
    const found = findReduction(new OneMoverCurves(account, margin), account, margin, short);
    expect(found).toMatchObject({ action: 'buyToCover', isPossible: least !== null });
    expect([found.shares?.toText() ?? null, found.wholeShares?.toText() ?? null]).toEqual([least, whole]);
    const { amount, wholeAmount, excessAfterWhole } = found;
    expect([amount, wholeAmount, excessAfterWhole].map((figure) => figure === null)).toEqual([
      least === null,
      whole === null,
      whole === null,
    ]);
  });

  test('a short that is worth nothing frees its $2.50 a share and costs nothing: 50 are 20 shares', () => {
    // 132,800 × 0.75 − 99,400 − 250 = −50.
    const account = accountOf(
      [holding('A', { marketValue: '132800' }), holding('S', { side: 'short', shares: '100', price: '0' })],
      { ...firstrade, marginLoan: '99400' },
    );
    const margin = evaluateMargin(account);
    const short = margin.positions[1];
    if (short === undefined) throw new Error('no short');
    const found = findReduction(new OneMoverCurves(account, margin), account, margin, short);
    expect([found.shares, found.amount, found.wholeShares].map((each) => each?.toText())).toEqual([
      '20',
      '0',
      '20',
    ]);
  });

  test('a sale leaves the loan where it is, below the bound: 400 at 25 of $100 are 16 shares', () => {
    const account = accountOf([holding('A', { shares: '1320', price: '100' })], {
      ...firstrade,
      marginLoan: '99400',
    });
    const margin = evaluateMargin(account);
    const long = margin.positions[0];
    if (long === undefined) throw new Error('no long');
    const found = findReduction(new OneMoverCurves(account, margin), account, margin, long);
    expect(found.action).toBe('sell');
    expect([found.shares, found.amount, found.wholeShares].map((each) => each?.toText())).toEqual([
      '16',
      '1600',
      '16',
    ]);
  });

  test('in a what-if that buys after the move the loan meets the bound where the price makes it', () => {
    // 1,000 more shares at 100 m are borrowed: the loan is 100,000 m, so from today (m = 1) on the dearer rate counts.
    const account = accountOf([holding('A', { shares: '1000', price: '100' })], firstrade);
    const curve = buildScenarioCurve(
      account,
      changesOf({ type: 'moveMarket', ratio: '0' }, { type: 'trade', position: 'A', shares: '1000' }),
    );
    const required = (x: string) => curve?.at(bare(x)).requirement.toText();
    expect([required('-0.01'), required('0'), required('0.01')]).toEqual(['49500', '100000', '101000']);
  });

  test('a loan that stays on one side of the bound all along: never, or throughout', () => {
    const account = accountOf([holding('A', { shares: '1000', price: '100' })], {
      ...firstrade,
      cash: '1000',
    });
    const few = changesOf({ type: 'moveMarket', ratio: '0' }, { type: 'trade', position: 'A', shares: '20' });
    expect(buildScenarioCurve(account, few)?.at(bare('0.5')).requirement.toText()).toBe('38250');
    const owing = accountOf([holding('A', { shares: '1000', price: '100' })], {
      ...firstrade,
      marginLoan: '120000',
    });
    expect(buildScenarioCurve(owing, few)?.at(bare('-0.5')).requirement.toText()).toBe('25500');
  });
});
