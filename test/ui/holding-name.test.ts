// One name for a holding, wherever it is spoken of.
import { expect, it } from 'vitest';
import { nameHolding } from '@/ui/holding-name';

const [first, second] = [
  { id: 'p1', symbol: ' VTI ' },
  { id: 'p7', symbol: '' },
] as const;

it('is its symbol, else its place as in the table', () => {
  expect(nameHolding(first, [first, second])).toBe('VTI');
  expect(nameHolding(second, [first, second])).toBe('Holding 2');
  expect(nameHolding(second, [first, second], 'subject')).toBe('Holding 2');
  expect(nameHolding(second, [first, second], 'within')).toBe('holding 2');
});

it('of the only one without a symbol is all that is held, except where it does something', () => {
  expect(nameHolding(second, [second])).toBe('Holdings');
  expect(nameHolding(second, [second], 'within')).toBe('the holdings');
  expect(nameHolding(second, [second], 'subject')).toBe('Holding 1');
});
