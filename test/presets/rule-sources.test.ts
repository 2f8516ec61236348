// The titles and sources that the page shows are the rule book's, and their dates those of the brokers' rules.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ruleSets } from '@/presets/rule-sets';
import { type RuleSource, ruleSources } from '@/presets/rule-sources';

const book = readFileSync(new URL('../../src/engine/rules.md', import.meta.url), 'utf8');

/** What the rule book says under a number. */
function sectionOf(rule: string) {
  const section = book.split(/^### /m).find((text) => text.startsWith(`${rule} `)) ?? '';
  const source = /^Source: ([\s\S]*?)\.?\nExamples:/m.exec(section)?.[1];
  return { title: section.split('\n')[0]?.slice(5), source: source?.replaceAll(/\s+/g, ' ') };
}

const rules: [string, RuleSource][] = Object.entries(ruleSources);

describe('the rules that the math names', () => {
  it.each(rules)('%s has the title and the source of the rule book', (rule, { title, source }) => {
    expect({ title, source }).toEqual(sectionOf(rule));
  });

  it.each(rules)('%s is dated where its first source is', (_rule, { source, asOf }) => {
    const set = source.startsWith('FINRA') ? 'finra-minimum' : source.startsWith('M1') ? 'm1' : '';
    expect(asOf).toBe(ruleSets.get(set)?.input.asOf);
  });
});
