// The steps from the positions to the call, against sums done by hand (rules ).
import { describe, expect, it } from 'vitest';
import { explainAccount } from '@/engine/explain';
import { evaluateMargin } from '@/engine/margin';
import { accountOf, holding } from '../support/build';

type Parameters0 = Parameters<typeof accountOf>;

/** Each step as its id, its inputs and its output in text. */
function steps(...args: Parameters0) {
  const account = accountOf(...args);
  return Object.fromEntries(
    explainAccount(account, evaluateMargin(account)).map((step) => [
      step.id,
      [inputsOf(step), outputOf(step)],
    ]),
  );
}

type Step = ReturnType<typeof explainAccount>[number];

const outputOf = ({ output }: Step) => output?.toText() ?? null;

function inputsOf(step: Step): string {
  switch (step.id) {
    case 'longMarketValue':
    case 'shortMarketValue':
      return step.inputs.map(({ position }) => position.marketValue.toText()).join(' + ');
    case 'requirement':
      return step.inputs.map(({ requirement }) => requirement.toText()).join(' + ');
    case 'equity':
      return step.inputs.map(({ name, sign, amount }) => `${sign} ${name} ${amount.toText()}`).join(' ');
    case 'excess':
      return `${step.inputs.equity.toText()} − ${step.inputs.requirement.toText()}`;
    case 'equityRatio':
      return `${step.inputs.equity.toText()} ÷ (${step.inputs.long.toText()} + ${step.inputs.short.toText()})`;
    case 'call':
      return `max(0, −${step.inputs.excess.toText()})`;
  }
}

describe('the steps of an account', () => {
  it('M1: 1,000 + 49,000 − 10,000 = 40,000, less 12,250, is 27,750; no step and no term for what is not there', () => {
    expect(
      steps([holding('A', { marketValue: '49000', maintenanceRate: '0.25' })], {
        cash: '1000',
        marginLoan: '10000',
      }),
    ).toEqual({
      longMarketValue: ['49000', '49000'],
      equity: ['+ cash 1000 + longMarketValue 49000 − marginLoan 10000', '40000'],
      requirement: ['12250', '12250'],
      excess: ['40000 − 12250', '27750'],
      // 40,000 ÷ 49,000
      equityRatio: ['40000 ÷ (49000 + 0)', '0.816326530612244897959183673469'],
      call: ['max(0, −27750)', '0'],
    });
  });

  it('Merrill, long and short: 15,000 + 10,000 − 10,000 − 7,000 = 8,000; 3,000 + 3,000; 40 %', () => {
    expect(
      steps(
        [
          holding('L', { marketValue: '10000', maintenanceRate: '0.3' }),
          holding('S', { side: 'short', marketValue: '10000', maintenanceRate: '0.3' }),
        ],
        { shortCredit: '15000', marginLoan: '7000' },
      ),
    ).toEqual({
      longMarketValue: ['10000', '10000'],
      shortMarketValue: ['10000', '10000'],
      equity: [
        '+ shortCredit 15000 + longMarketValue 10000 − shortMarketValue 10000 − marginLoan 7000',
        '8000',
      ],
      requirement: ['3000 + 3000', '6000'],
      excess: ['8000 − 6000', '2000'],
      equityRatio: ['8000 ÷ (10000 + 10000)', '0.4'],
      call: ['max(0, −2000)', '0'],
    });
  });

  it('in a call: 9,000 − 7,000 = 2,000 is 700 less than 30 % of 9,000', () => {
    expect(
      steps([holding('A', { marketValue: '9000', maintenanceRate: '0.3' })], { marginLoan: '7000' }).call,
    ).toEqual(['max(0, −-700)', '700']);
  });

  it('a short at a price of 0 has no value and no place in it, but still needs $2.50 × 100', () => {
    expect(
      steps([holding('S', { side: 'short', shares: '100', price: '0' })], { shortCredit: '400' }),
    ).toMatchObject({
      equity: ['+ shortCredit 400', '400'],
      requirement: ['250', '250'],
      equityRatio: ['400 ÷ (0 + 0)', null],
    });
  });

  it('nothing held: equity is the cash, and there is no ratio', () => {
    expect(steps([], { cash: '500' })).toMatchObject({
      equity: ['+ cash 500', '500'],
      requirement: ['', '0'],
      equityRatio: ['500 ÷ (0 + 0)', null],
    });
  });
});
