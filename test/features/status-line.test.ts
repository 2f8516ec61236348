// How an account or a what-if beside the one on show stands, in one line.
import { expect, it } from 'vitest';
import { wordStanding, wordStatus } from '@/features/verdict/status-line';
import { setMarketMove } from '@/state/lever-edits';
import { documentOf } from '../support/document-of';
import { long } from '../support/verdict-words';

const plain = (text: string) => text.replaceAll('\u00A0', ' ');
const m1 = documentOf({ cash: '1000', marginLoan: '10000', positions: [long('49000', '0.25')] });

it('an account stands as it is today, whatever its what-if', () => {
  expect(plain(wordStatus(m1))).toBe('No call · 75.5 %');
  expect(plain(wordStatus(setMarketMove('-0.8')(m1)))).toBe('No call · 75.5 %');
});

it('a what-if says what it leaves above the requirement, down to the cent', () => {
  // 49,000 × 0.66 = 32,340; − 9,000 − 8,085 = 15,255.
  expect(plain(wordStanding(setMarketMove('-0.34')(m1)))).toBe(
    'No call · 75.5 % · $15,255 above the requirement',
  );
  // 16,000 × 0.75 − 6,999.991 = 5,000.009; 6,999.991 ÷ 0.75 = 9,333.32 of 16,000.
  const odd = documentOf({ marginLoan: '6999.991', positions: [long('16000', '0.25')] });
  expect(plain(wordStanding(odd))).toBe('No call · 41.6 % · $5,000 above the requirement');
});

it('at the requirement or below it, only that', () => {
  const exact = documentOf({ marginLoan: '7500', positions: [long('10000', '0.25')] });
  expect(plain(wordStanding(exact))).toBe('At the requirement · $0.00');
  // 9,800 × 0.75 − 9,000 = −1,650.
  expect(plain(wordStanding(setMarketMove('-0.8')(m1)))).toBe('Margin call · $1,650');
  expect(plain(wordStanding(documentOf({})))).toBe('Three numbers');
});
