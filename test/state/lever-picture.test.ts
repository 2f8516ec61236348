/** What a lever alone does to excess, figures by hand. */
import { expect, it } from 'vitest';
import { setMarketMove, setMoneyFlow, setRequirementShift } from '@/state/lever-edits';
import { listExcess } from '@/state/lever-picture';
import { setTraded } from '@/state/trade-lever';
import { documentOf } from '../support/document-of';
import { long } from '../support/verdict-words';

/** 10,000 at 30 % against 5,000: 2,000 above. */
const document = documentOf({ marginLoan: '5000', positions: [long('10000', '0.3')] });

function all(edits: Parameters<typeof listExcess>[1], from = document) {
  const work = listExcess(from, edits);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value.map((each) => each?.toText() ?? null);
  }
}

it('points: 10 more take 1,000; all else of the what-if is kept', () => {
  expect(all(['0', '0.1', '0.3'].map(setRequirementShift))).toEqual(['2000', '1000', '-1000']);
  // 9,000 × 0.7 − 5,000, and at 40 % 9,000 × 0.6 − 5,000.
  expect(all(['0', '0.1'].map(setRequirementShift), setMarketMove('-0.1')(document))).toEqual([
    '1300',
    '400',
  ]);
});

it('money in or out counts whole; what is impossible has no figure', () => {
  expect(all(['-3000', '500'].map(setMoneyFlow))).toEqual(['-1000', '2500']);
  const position = long('10000', '0.3');
  expect(all(['-10000', '-10001'].map((size) => setTraded(position, size)))).toEqual(['5000', null]);
});
