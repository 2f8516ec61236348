// The account before, from what is told: each figure by hand.
import { describe, expect, it } from 'vitest';
import type { AccountInput } from '@/engine/account';
import { money, ratio } from '@/engine/quantity';
import { explain } from '@/state/explained';
import { accountBefore, blankStory, readStory, type Story, withHolding } from '@/state/story';
import { accountOf, holding } from '../support/build';
import { documentOf } from '../support/document-of';

const acme = holding('ACME', { shares: '800', price: '78', maintenanceRate: '0.4' });
const rest = holding('REST', { marketValue: '20000', maintenanceRate: '0.3' });
const now = accountOf([acme, rest], { marginLoan: '52000' });
const story = (told: Partial<Story>): Story => ({ ...blankStory, ...told });

function before(told: Partial<Story>, account = now) {
  const { positions, cash, marginLoan } = accountBefore(story(told), account);
  return {
    positions: positions.map(({ shares, price, marketValue, ownRate }) =>
      [shares?.toText(), price?.toText(), marketValue.toText(), ownRate?.toText()].join(' '),
    ),
    money: [cash.toText(), marginLoan.toText()],
  };
}

describe('prices and requirements', () => {
  it('a fall of 22 % to $78 was $100: 78 ÷ 0.78; of a value 20,000 ÷ 0.8 = 25,000', () => {
    expect(before({ holdings: { ACME: { fall: '0.22' }, REST: { fall: '0.2' } } }).positions).toEqual([
      '800 100 80000 0.4',
      '  25000 0.3',
    ]);
  });

  it('a fall of 30 % has no finite decimal and stays exact: seven tenths of the value before are 62,400 again', () => {
    const [position] = accountBefore(story({ fall: '0.3' }), now).positions;
    expect(position?.marketValue.toFixed(6)).toBe('89142.857143');
    expect(position?.marketValue.times(ratio('0.7')).equals(money('62400'))).toBe(true);
  });

  it('a rise is a fall below 0; a price that is typed needs no division; one holding’s word counts over everyone’s', () => {
    expect(
      before({ fall: '-0.25', rate: '0.3', holdings: { ACME: { price: '100', rate: '0.35' } } }).positions,
    ).toEqual(['800 100 80000 0.35', '  16000 0.3']);
  });
});

describe('money, interest and trades', () => {
  it('500 taken out and 12.50 of interest: the loan was 512.50 less', () => {
    expect(before({ moneyIn: '-500', interest: '12.5' }).money).toEqual(['0', '51487.5']);
  });

  it('money paid in came out of a larger loan, or out of the cash that is there now', () => {
    expect(before({ moneyIn: '2000' }).money).toEqual(['0', '54000']);
    const rich = accountOf([acme], { cash: '3000', marginLoan: '100' });
    expect(before({ moneyIn: '2000' }, rich).money).toEqual(['1000', '100']);
    expect(before({ moneyIn: '-2000' }, rich).money).toEqual(['4900', '0']);
  });

  it('900 shares before: the 100 sold brought 7,800 at the price now, or what is typed', () => {
    const sold = { holdings: { ACME: { shares: '900' } } };
    expect(before(sold)).toEqual({ positions: ['900 78 70200 0.4', '  20000 0.3'], money: ['0', '59800'] });
    expect(before({ ...sold, tradeCash: '8500' }).money).toEqual(['0', '60500']);
  });

  it('a holding of which there was nothing was bought: the loan was 62,400 less, and it is not there', () => {
    expect(before({ holdings: { ACME: { shares: '0' } } })).toEqual({
      positions: ['  20000 0.3'],
      money: ['10400', '0'],
    });
  });

  it('a short of which half was bought back cost money', () => {
    const short = accountOf([holding('GME', { side: 'short', shares: '50', price: '20' })], {
      cash: '1000',
      shortCredit: '3000',
    });
    expect(before({ holdings: { GME: { shares: '100' } } }, short).money).toEqual(['2000', '0']);
  });
});

describe('explained', () => {
  const input = (positions: AccountInput['positions'], more: Partial<AccountInput> = {}) =>
    documentOf({ positions, marginLoan: '52000', ...more }).account;

  it('800 ACME from $100, 30 % to 40 %: 18,000 above before, 560 below now, nothing unexplained', () => {
    const found = explain(input([acme, rest]), story({ holdings: { ACME: { fall: '0.22', rate: '0.3' } } }));
    const shares = found?.past?.attribution.shares.map(({ causes, without }) => [
      causes.join(),
      without.toText(),
    ]);
    expect(found?.past?.before.excess.toText()).toBe('18000');
    expect(shares).toEqual([
      ['prices', '10000'],
      ['requirements', '5680'],
    ]);
    expect(found?.past?.unexplained.toText()).toBe('0');
  });

  it('holdings without a symbol, one of them new, are not mistaken for each other', () => {
    const positions = [
      { id: 'a', symbol: '', side: 'long', shares: '10', price: '50' },
      { id: 'b', symbol: '', side: 'long', shares: '20', price: '30' },
    ] as const;
    const found = explain(input(positions), story({ holdings: { a: { shares: '0' } } }));
    expect(found?.past?.changes.map(({ before: was, now: is }) => [was?.id, is?.id])).toEqual([
      [undefined, 'a'],
      ['b', 'b'],
    ]);
  });

  // 52,000 − 50,000 of loan, and no holding changed: 2,000 went out that nothing explains.
  it('against another account: what went out and is explained by nothing is said', () => {
    const compared = { name: 'Yesterday', account: input([acme, rest], { marginLoan: '50000' }) };
    expect(explain(input([acme, rest]), story({ compared }))?.past?.unexplained.toText()).toBe('-2000');
    const told = explain(input([acme, rest]), story({ compared, moneyIn: '-1990', interest: '10' }));
    expect(told?.past?.unexplained.toText()).toBe('0');
  });

  // Long 100 × 100 → 80, short 100 × 100 → 110; credit 15,000, loan 7,000; 30 % each.
  // Now 8,000 − 11,000 + 8,000 = 5,000; required 2,400 + 3,300 = 5,700: 700 below.
  // Longs still at 100: 7,000 − 3,000 − 3,300 = 700 above. Shorts still at 100: 6,000 − 2,400 − 3,000 = 600 above.
  it('long and short apart: 700 above without the longs’ fall, 600 without the shorts’ rise', () => {
    const positions = [
      holding('L', { shares: '100', price: '80', maintenanceRate: '0.3' }),
      holding('S', { side: 'short', shares: '100', price: '110', maintenanceRate: '0.3' }),
    ];
    const found = explain(
      input(positions, { marginLoan: '7000', shortCredit: '15000' }),
      story({ holdings: { L: { price: '100' }, S: { price: '100' } } }),
    )?.past;
    expect(found?.attribution.after.toText()).toBe('-700');
    expect([found?.sides?.long.without.toText(), found?.sides?.short.without.toText()]).toEqual([
      '700',
      '600',
    ]);
    expect(found?.sides?.short.now.requirement.toText()).toBe('3300');
  });
});

describe('the kept copy', () => {
  it('comes back as it was', () => {
    const told = withHolding(
      story({ isOpen: true, fall: '0.1', moneyIn: '-500', refused: { rate: 'x' } }),
      'p1',
      { price: '100' },
    );
    expect(readStory(JSON.parse(JSON.stringify(told)))).toEqual(told);
  });

  it('leaves out what no field could have made: a fall of everything, words, an account that cannot be read', () => {
    const odd = {
      fall: '1',
      rate: 'much',
      moneyIn: 7,
      compared: { name: 'x', account: {} },
      holdings: { a: { fall: '2' } },
    };
    expect(readStory(odd)).toEqual(blankStory);
    expect(readStory('nonsense')).toEqual(blankStory);
  });

  it('what is told of one holding is taken back with its last figure', () => {
    const told = withHolding(blankStory, 'p1', { fall: '0.1' });
    expect(withHolding(told, 'p1', { fall: undefined })).toEqual(blankStory);
  });
});
