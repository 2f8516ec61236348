// FINRA's line as a second curve: there while the two lines are on show and differ, and the same while only the market
// moves.
import { beforeEach, describe, expect, it } from 'vitest';
import type { PositionInput } from '@/engine/account';
import { bare } from '@/engine/quantity';
import type { RuleSetInput } from '@/engine/rule-set';
import { selectExchangeCurve } from '@/state/exchange-curve';
import { setHoldingMove, setMarketMove } from '@/state/lever-edits';
import { commit, drag, release, setAnswerHidden, setLinesShown, startDesk, useDesk } from '@/state/store';

const second = () => selectExchangeCurve(useDesk.getState());

function show(ruleSet: string | RuleSetInput, positions: readonly PositionInput[]) {
  const account = { name: '', ruleSet, cash: '0', marginLoan: '7000', shortCredit: '0', positions };
  useDesk.setState(startDesk({ app: 'headroom', schemaVersion: 1, account, scenarios: [] }));
  setLinesShown(true);
}

const long = (n: number, marketValue: string): PositionInput => ({
  id: `p${n}`,
  symbol: `S${n}`,
  side: 'long',
  marketValue,
});

beforeEach(() => show('merrill', [long(1, '12000')]));

describe('the second curve', () => {
  it('Merrill’s 12,000 against 7,000: by FINRA’s 25 % a call begins at 9,333.33, 22.2 % below', () => {
    expect(second()?.points?.below?.at.toFixed(4, 'towardZero')).toBe('-0.2222');
  });

  it('is there while the two lines are looked at, and not while the answer is covered', () => {
    setLinesShown(false);
    expect(second()).toBeNull();
    setLinesShown(true);
    setAnswerHidden(true);
    expect(second()).toBeNull();
  });

  it('is none where the account’s own line is the same, by its rules or by what is typed', () => {
    show('finra-minimum', [long(1, '12000')]);
    expect(second()).toBeNull();
    show('merrill', [{ ...long(1, '12000'), maintenanceRate: '0.25' }]);
    expect(second()).toBeNull();
  });

  it('is there where the lines differ beyond a rise of 40 % alone', () => {
    // Short 100 at $30 that fall as the market rises: at +50 % $15, where 30 % are 450 and FINRA's table asks $5 a share.
    const input: RuleSetInput = {
      id: 'custom',
      name: 'Mine',
      longRate: '0.25',
      shortRate: '0.3',
      shortPerShareMinimum: 'none',
      leverageRule: true,
    };
    show(input, [{ id: 'S', symbol: 'S', side: 'short', shares: '100', price: '30', beta: '-1' }]);
    expect(second()?.at(bare('0.5'))?.requirement.toText()).toBe('500');
  });

  it('is the same object at every step of the market, and another for another what-if', () => {
    const first = second();
    drag('market', setMarketMove('-0.1'));
    expect(second()).toBe(first);
    drag('market', setMarketMove('-0.2'));
    expect(second()).toBe(first);
    release('market');
    expect(second()).toBe(first);
    commit(setHoldingMove({ position: 'p1' }, '-0.1'));
    // 9,333.33 of 10,800.
    expect(second()?.points?.below?.at.toFixed(4, 'towardZero')).toBe('-0.1358');
  });

  it('follows another lever at once with few holdings; with more than twenty it waits for the end', () => {
    const step = () => drag('move-p1', setHoldingMove({ position: 'p1' }, '-0.1'));
    step();
    expect(second()).not.toBeNull();
    show(
      'merrill',
      Array.from({ length: 21 }, (_, n) => long(n, '1000')),
    );
    step();
    expect(second()).toBeNull();
    release('move-p1');
    expect(second()).not.toBeNull();
  });
});
