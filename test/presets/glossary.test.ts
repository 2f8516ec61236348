// The glossary: every term has a meaning and a source, and an account without shorts meets no word of theirs.
import { describe, expect, it } from 'vitest';
import { listTerms } from '@/presets/glossary';

describe('the glossary', () => {
  it('says what each term means, with its source, once', () => {
    const terms = listTerms(true);
    expect(new Set(terms.map(({ name }) => name)).size).toBe(terms.length);
    for (const { name, meaning, source } of terms) {
      expect(meaning).toMatch(/^[A-Z].*\.$/);
      expect(source).not.toBe('');
      expect(`${name} ${meaning}`).not.toMatch(
        /\b(safe|should|best|recommend\w*)\b|(?<!margin-)call price|rule set/i,
      );
    }
  });

  it('without shorts no word of them', () => {
    const words = listTerms(false).map(({ name, meaning, source }) => `${name} ${meaning} ${source}`);
    expect(words.join(' ')).not.toMatch(/short|beta|Reg T|credit/i);
    expect(listTerms(true).length).toBe(words.length + 3);
  });

  it('has one line for the pattern day trader', () => {
    expect(listTerms(false).find(({ name }) => name === 'Pattern day trader')?.meaning).toContain(
      '4 June 2026',
    );
  });
});
