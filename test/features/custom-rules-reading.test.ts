// What is typed into the editor of rules, read strictly: every number, and what is refused.
import { describe, expect, it } from 'vitest';
import { parseRuleSet } from '@/engine/rule-set';
import { type RuleTexts, readDraft, readRules, textsOfRules } from '@/features/account/custom-rules-reading';
import { ruleSetInputs } from '@/presets/rule-sets';

const inputOf = (id: string) => {
  const found = ruleSetInputs.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no rules ${id}`);
  return found;
};
const fidelity = textsOfRules(inputOf('fidelity'));

function errorsOf(change: Partial<RuleTexts>, base = fidelity) {
  const reading = readRules({ ...base, ...change });
  const plain = (text: string) => text.replaceAll('\u00A0', ' ');
  return reading.ok ? {} : Object.fromEntries([...reading.errors].map(([at, text]) => [at, plain(text)]));
}

describe('a copy', () => {
  it.each(ruleSetInputs.map((input) => [input.id, input] as const))(
    '%s copied without a change has every number of it, and is valid',
    (_id, input) => {
      const reading = readRules(textsOfRules(input));
      expect(reading).toEqual({ ok: true, rules: { ...input, id: 'custom', name: `${input.name}, edited` } });
      expect(reading.ok && parseRuleSet(reading.rules, '').ok).toBe(true);
    },
  );

  it('a set of one’s own keeps its name', () => {
    expect(textsOfRules({ ...inputOf('m1'), id: 'custom', name: 'Mine' }).name).toBe('Mine');
  });
});

describe('what is refused', () => {
  it('no name, no rate, 0.3 that may mean 30 %, and more than 300 %', () => {
    expect(errorsOf({ name: ' ' })).toEqual({ name: 'Give the rules a name.' });
    expect(errorsOf({ longRate: '' })).toEqual({ longRate: 'Type a number.' });
    expect(errorsOf({ longRate: '0.3' })['longRate']).toContain('Did you mean 30 %?');
    expect(errorsOf({ shortRate: '301' })).toEqual({ shortRate: 'A requirement lies between 0 and 300 %.' });
  });

  it('points that fall as the share rises: 15, then 10', () => {
    const tiers = [
      { above: '10', long: '15', short: '20' },
      { above: '20', long: '10', short: '20' },
    ];
    expect(errorsOf({ tiers })).toEqual({
      'tiers.1.long': 'Never less as the share rises: at least 15 %.',
    });
  });

  it('a share that does not rise, one above 100 %, points above 300', () => {
    const row = (above: string, long = '5') => ({ above, long, short: '10' });
    expect(errorsOf({ tiers: [row('20'), row('20')] })).toEqual({
      'tiers.1.above': 'More than the 20 % of the row before.',
    });
    expect(errorsOf({ tiers: [row('101')] })).toEqual({
      'tiers.0.above': 'A share lies between 0 and 100 %.',
    });
    expect(errorsOf({ tiers: [row('10', '400')] })).toEqual({
      'tiers.0.long': 'Points lie between 0 and 300.',
    });
    expect(errorsOf({ mode: 'atLeast', tiers: [row('10', '400')] })).toEqual({
      'tiers.0.long': 'A requirement lies between 0 and 300 %.',
    });
  });

  it('rules for large holdings without a row; a bound that is no amount', () => {
    expect(errorsOf({ tiers: [] })).toEqual({
      mode: 'Add a row below, or choose that there are no such rules.',
    });
    expect(errorsOf({ debitAtLeast: '100k' })).toEqual({ debitAtLeast: 'Write it out: 100,000.' });
  });

  it('days: half a day, 100 days, the end before the beginning, an end alone', () => {
    expect(errorsOf({ daysFrom: '2.5' })).toEqual({ daysFrom: 'A whole number of days, 0 to 99.' });
    expect(errorsOf({ daysTo: '100' })).toEqual({ daysTo: 'A whole number of days, 0 to 99.' });
    expect(errorsOf({ daysFrom: '5', daysTo: '2' })).toEqual({ daysTo: 'Not fewer than 5.' });
    expect(errorsOf({ daysFrom: '', daysTo: '2' })).toEqual({ daysFrom: 'Type this too, or neither.' });
    expect(errorsOf({ asOf: '2026-02-30' })).toEqual({ asOf: 'Type a whole date, or none.' });
  });
});

describe('what may be left out', () => {
  const rulesOf = (change: Partial<RuleTexts>) => {
    const reading = readRules({ ...fidelity, ...change });
    if (!reading.ok) throw new Error('refused');
    return reading.rules;
  };

  it('days, source and date; the second of the days is the first', () => {
    const { businessDaysToMeetCall, source, asOf } = rulesOf({ daysFrom: '', daysTo: '', source: ' ' });
    expect([businessDaysToMeetCall, source, asOf]).toEqual([undefined, undefined, undefined]);
    expect(rulesOf({ daysFrom: '3', daysTo: '' }).businessDaysToMeetCall).toEqual({ from: 3, to: 3 });
  });

  it('rows that are typed stay out of the rules while there are none for large holdings', () => {
    expect(rulesOf({ mode: 'none', tiers: [{ above: 'x', long: '', short: '' }] }).concentration).toBe(
      undefined,
    );
  });

  it('the other side of a row is asked what this one is, never less than in the row before', () => {
    const tiers = [
      { above: '10', long: '5', short: '12' },
      { above: '20', long: '10', short: '' },
      { above: '30', long: '15', short: '' },
    ];
    expect(rulesOf({ tiers }).concentration?.tiers.map(({ short }) => short)).toEqual([
      '0.12',
      '0.12',
      '0.15',
    ]);
  });
});

describe('a draft', () => {
  it('comes back as it was typed', () => {
    const texts = { ...fidelity, longRate: '3x' };
    expect(readDraft(JSON.stringify(texts))).toEqual(texts);
  });

  it.each(['', '{', '[]', 'null', '{"name":"x"}', JSON.stringify({ ...fidelity, tiers: [{ above: 1 }] })])(
    'is none where it is %j',
    (draft) => {
      expect(readDraft(draft)).toBeNull();
    },
  );
});
