// What is said of each broker: every set of rules has its notes, and the names that brokers give to what is above.
import { describe, expect, it } from 'vitest';
import { brokerNotes, everyBroker } from '@/presets/brokers';
import { ruleSetInputs } from '@/presets/rule-sets';

const all = [...Object.values(brokerNotes).flatMap(({ differences }) => differences), ...everyBroker];

describe('brokers', () => {
  it('each set of rules has its notes, and no note is without one', () => {
    expect(Object.keys(brokerNotes)).toEqual(ruleSetInputs.map(({ id }) => id));
  });

  it('Fidelity’s house surplus and Interactive Brokers’ excess liquidity', () => {
    const names = Object.entries(brokerNotes).flatMap(([id, { excessName }]) =>
      excessName === undefined ? [] : [[id, excessName]],
    );
    expect(names).toEqual([
      ['fidelity', 'house surplus'],
      ['interactive-brokers', 'excess liquidity'],
    ]);
  });

  it('what is said to everyone has no word about shorts', () => {
    const words = /short|beta|Reg T|credit/i;
    expect(all.filter(({ text, needs }) => needs !== 'shorts' && words.test(text))).toEqual([]);
  });

  it('nothing is promised', () => {
    expect(all.filter(({ text }) => /\b(safe|should|best|recommend)/i.test(text))).toEqual([]);
  });
});
