// A line of arithmetic as plain text: no minus follows an operator without parentheses between them.
import { expect, it } from 'vitest';
import { figure, fraction, group, lineText, named, sign } from '@/features/proof/tokens';

const [call, change, move] = [figure('−$70.00'), figure('$1,230.00'), figure('5.6911\u00A0%')];

it('a negative term is between parentheses wherever an operator stands before it', () => {
  // 70 ÷ 1,230 = 0.056911: the minus before the fraction and the minus in it make a rise.
  expect(lineText([named('Move'), sign('−'), fraction([call], [change]), sign('≈'), move])).toBe(
    'Move − (−$70.00) ÷ $1,230.00 ≈ 5.6911\u00A0%',
  );
  expect(lineText([figure('$0.00'), sign('−'), call, sign('='), figure('$70.00')])).toBe(
    '$0.00 − (−$70.00) = $70.00',
  );
  expect(lineText([sign('−'), call])).toBe('− (−$70.00)');
});

it('a divisor below 0 too, and nothing where no operator stands before', () => {
  expect(lineText([fraction([call], [figure('−$35.00')]), sign('='), figure('2')])).toBe(
    '−$70.00 ÷ (−$35.00) = 2',
  );
  // −70 ÷ 35 = −2: after the = a minus stands alone.
  expect(lineText([fraction([call], [figure('$35.00')]), sign('='), figure('−2')])).toBe(
    '−$70.00 ÷ $35.00 = −2',
  );
});

it('a sum over or under the line keeps its own parentheses, once', () => {
  const sum = [call, sign('−'), change] as const;
  expect(lineText([sign('−'), fraction(sum, [group(...sum)])])).toBe(
    '− (−$70.00 − $1,230.00) ÷ (−$70.00 − $1,230.00)',
  );
});
