// What the map of market and requirement says, figures by hand.
import { describe, expect, it } from 'vitest';
import { bare } from '@/engine/quantity';
import {
  describeFrontier,
  wordCell,
  wordFigures,
  wordMove,
  wordPlace,
  wordPoints,
} from '@/features/frontier/frontier-words';
import type { SimulatorDocument } from '@/io/document';
import { selectFrontier } from '@/state/frontier-on-show';
import { setMarketMove, setMoneyFlow, setRequirementShift } from '@/state/lever-edits';
import { documentOf } from '../support/document-of';
import { long } from '../support/verdict-words';

const plain = (text: string) => text.replaceAll('\u00A0', ' ');

function frontierOf(document: SimulatorDocument) {
  const frontier = selectFrontier(document);
  if (frontier === null) throw new Error('no frontier');
  return frontier;
}
const sentence = (document: SimulatorDocument) => plain(describeFrontier(frontierOf(document)));
const m1 = documentOf({ cash: '1000', marginLoan: '10000', positions: [long('49000', '0.25')] });

describe('the sentence above the map', () => {
  it('M1: 75 − 900,000/49,000 = 56.6 points today, 75 − 900,000/39,200 = 52.0 after a fall of 20 %', () => {
    expect(sentence(m1)).toBe(
      'At today’s prices every requirement may rise by up to 56.6 percentage points without a margin call; after a fall of 20 % by up to 52.0 percentage points.',
    );
  });

  it('39,000 at 25 % against 27,000: 75 − 2,700,000/39,000 = 5.7 points; at 31,200 already 4,200 against 7,800', () => {
    const document = documentOf({ marginLoan: '27000', positions: [long('39000', '0.25')] });
    expect(sentence(document)).toBe(
      'At today’s prices every requirement may rise by up to 5.7 percentage points without a margin call; after a fall of 20 % there is a margin call already.',
    );
  });

  it('in a call: 10,000 at 30 % against 7,200 need 2,800 ÷ 10,000, two points less; rounded up to be enough', () => {
    const document = documentOf({ marginLoan: '7201', positions: [long('10000', '0.3')] });
    expect(sentence(document)).toBe(
      'At today’s prices there is a margin call; every requirement lower by 2.1 percentage points ends that.',
    );
  });

  it('a loan larger than all holdings: no lower requirement helps', () => {
    const document = documentOf({ marginLoan: '12000', positions: [long('10000', '0.3')] });
    expect(sentence(document)).toBe('At today’s prices no lower requirement ends the margin call.');
  });

  it('without a loan nothing makes a call', () => {
    expect(sentence(documentOf({ positions: [long('10000', '0.3')] }))).toBe(
      'At today’s prices no rise of the requirements makes a margin call; after a fall of 20 % none does either.',
    );
  });

  it('Interactive Brokers makes no call; other changes of the what-if are named as kept', () => {
    const { account } = m1;
    const document = setMoneyFlow('-1000')({
      ...m1,
      account: { ...account, ruleSet: 'interactive-brokers' },
    });
    // 75 − 1,000,000/49,000 = 54.59; after the fall 75 − 1,000,000/39,200 = 49.48.
    expect(sentence(document)).toBe(
      'With the other changes of the what-if, at today’s prices every requirement may rise by up to 54.5 percentage points without going below the requirement; after a fall of 20 % by up to 49.4 percentage points.',
    );
  });
});

describe('the sentence at Interactive Brokers, which makes no call', () => {
  const at = (marginLoan: string, value = '10000', rate = '0.3') =>
    sentence(documentOf({ ruleSet: 'interactive-brokers', marginLoan, positions: [long(value, rate)] }));

  it('speaks of the requirement and of no call in every state', () => {
    expect(at('7201')).toBe(
      'At today’s prices the account is below the requirement; every requirement lower by 2.1 percentage points ends that.',
    );
    expect(at('12000')).toBe('At today’s prices no lower requirement lifts the account above it.');
    expect(at('0')).toBe(
      'At today’s prices no rise of the requirements brings the account below them; after a fall of 20 % none does either.',
    );
    expect(at('27000', '39000', '0.25')).toBe(
      'At today’s prices every requirement may rise by up to 5.7 percentage points without going below the requirement; after a fall of 20 % it is below the requirement already.',
    );
  });
});

it('where only the two sliders stand elsewhere, the sentence is that of today', () => {
  const moved = setRequirementShift('0.05')(setMarketMove('-0.1')(m1));
  expect(sentence(moved)).toBe(sentence(m1));
});

it('what is above is printed down and what is below up, exactly at it as that', () => {
  // 10,000 × 0.7 less the loan.
  const read = (marginLoan: string, ruleSet = 'm1') => {
    const { scene } = frontierOf(documentOf({ ruleSet, marginLoan, positions: [long('10000', '0.3')] }));
    return wordFigures(scene.at(bare(0)), scene);
  };
  expect(read('5749.991')).toBe('$1,250.00 above the requirement');
  expect(read('7000')).toBe('exactly at the requirement');
  expect(read('8250.001')).toBe('margin call, $1,250.01 below the requirement');
  expect(read('8250.001', 'interactive-brokers')).toBe('$1,250.01 below the requirement');
  expect(wordFigures(null, frontierOf(m1).scene)).toBe('not possible');
});

it('one point up or down is one point', () => {
  const points = ['0.01', '-0.01', '0', '0.02', '-0.005'].map((each) => plain(wordPoints(bare(each))));
  expect(points).toEqual(['+1 point', '−1 point', 'as today', '+2 points', '−0.5 points']);
  expect(['0.2', '-0.2', '0'].map((each) => plain(wordMove(bare(each))))).toEqual([
    '+20 %',
    '−20 %',
    'as today',
  ]);
});

describe('a place as it is read', () => {
  const frontier = frontierOf(m1);
  const read = (column: number, row: number) => {
    const [move, points] = [frontier.moves[column], frontier.shifts[row]];
    if (move === undefined || points === undefined) throw new Error('no such place');
    return plain(wordCell(move, points, frontier.at(column, row), frontier.scene));
  };

  it('the move, the points, and how far above or below', () => {
    // −60 %: 19,600 − 9,000 = 10,600 less 55 % of 19,600.
    expect(read(10, 25)).toBe(
      'Market −60 %, requirements +30 points: margin call, $180.00 below the requirement',
    );
    expect(read(30, 10)).toBe('Market as today, requirements as today: $27,750.00 above the requirement');
    // 49,000 × 1.3 = 63,700 at 5 %: 54,700 − 3,185.
    expect(read(40, 0)).toBe('Market +30 %, requirements −20 points: $51,515.00 above the requirement');
  });

  it('decimals where there are any, a point in the singular', () => {
    expect(plain(wordPlace(bare('-0.135'), bare('0.01')))).toBe('Market −13.5 %, requirements +1 point');
  });
});
