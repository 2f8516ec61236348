import { expect, test } from 'vitest';
import { parseRuleSet, type RuleSetInput } from '@/engine/rule-set';

const custom: RuleSetInput = {
  id: 'custom',
  name: 'Mine',
  longRate: '0.3',
  shortRate: '0.35',
  shortPerShareMinimum: 'none',
  leverageRule: false,
};
const issuesOf = (input: RuleSetInput) => {
  const result = parseRuleSet(input, '/rules');
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path}`);
};

test('a custom set without a date, with one, and with a word in its place', () => {
  expect(issuesOf(custom)).toEqual([]);
  expect(issuesOf({ ...custom, asOf: '2026-02-28' })).toEqual([]);
  expect(issuesOf({ ...custom, asOf: 'soon' })).toEqual(['not-a-date /rules/asOf']);
  expect(issuesOf({ ...custom, asOf: '2026-02-29' })).toEqual(['not-a-date /rules/asOf']);
});

test('a rate may have 30 decimals, as a third does, but not 31', () => {
  expect(issuesOf({ ...custom, longRate: `0.${'3'.repeat(30)}` })).toEqual([]);
  expect(issuesOf({ ...custom, longRate: `0.${'3'.repeat(31)}` })).toEqual(['not-a-decimal /rules/longRate']);
});
