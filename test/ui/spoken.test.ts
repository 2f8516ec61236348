// Figures as they are read out.
import { expect, it } from 'vitest';
import { speak } from '@/ui/spoken';

const cases = [
  ['$560', '$560'],
  ['$560.34 in cash', 'About $560 in cash'],
  ['$36,429.10', 'About $36,430'],
  ['holdings to about $33,103', 'holdings to about $33,100'],
  ['holdings to about $12,000', 'holdings to about $12,000'],
  ['$0.40', '$0.40'],
  ['equity is **−$1,400**', 'equity is minus $1,400'],
  [
    'more than **42.9\u00A0%** (holdings to about $33,103).',
    'more than about 43 percent, holdings to about $33,100.',
  ],
  ['a rise of 1.1\u00A0%', 'a rise of 1.1 percent'],
  ['8.94\u00A0%', 'About 8.9 percent'],
  ['99.96\u00A0%', '99.96 percent'],
  ['beyond −28.5\u00A0%', 'beyond about minus 29 percent'],
  ['beyond +15\u00A0%', 'beyond plus 15 percent'],
  ['30.3 percentage points', 'About 30 percentage points'],
  ['from $100 to $78 (−22.0\u00A0%).', 'from $100 to $78, down 22 percent.'],
  // 16.6 is more than the ear keeps.
  ['from $120 to $100 (−16.6\u00A0%).', 'from $120 to $100, down about 17 percent.'],
  ['Without the interest: $1,462.50 below.', 'Without the interest: about $1,460 below.'],
  ['25\u00A0% → 30\u00A0%', '25 percent to 30 percent'],
  ['by Friday (3 business days), or sooner', 'by Friday, 3 business days, or sooner'],
] as const;

it.each(cases)('%s is read %s', (written, spoken) => {
  expect(speak(written)).toBe(spoken);
});
