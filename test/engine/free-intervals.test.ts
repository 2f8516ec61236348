// What two lists of stretches have in common, written as [1, 2) and the like.
import { expect, it } from 'vitest';
import type { FreeInterval } from '@/engine/excess-curve';
import { everything, intersect } from '@/engine/free-intervals';
import { bare } from '@/engine/quantity';

function read(text: string): FreeInterval {
  const [from = '', to = ''] = text.slice(1, -1).split(',');
  return {
    from: bare(from.trim()),
    isFromOpen: text.startsWith('('),
    to: to.trim() === '∞' ? null : bare(to.trim()),
    isToOpen: text.endsWith(')'),
  };
}

function write({ from, isFromOpen, to, isToOpen }: FreeInterval): string {
  return `${isFromOpen ? '(' : '['}${from.toText()}, ${to === null ? '∞' : to.toText()}${isToOpen ? ')' : ']'}`;
}

it.each([
  ['[0, ∞]', '[1, 2]', ['[1, 2]']],
  ['[1, 2]', '[0, ∞]', ['[1, 2]']],
  ['[1, ∞]', '[3, ∞]', ['[3, ∞]']],
  ['[1, 4]', '[2, 3)', ['[2, 3)']],
  ['[1, 4]', '(1, 4)', ['(1, 4)']],
  ['(1, 4)', '[1, 4]', ['(1, 4)']],
  ['[1, 2]', '[2, 3]', ['[2, 2]']],
  ['[1, 2)', '[2, 3]', []],
  ['[1, 2]', '(2, 3]', []],
  ['[1, 2]', '[3, 4]', []],
] as const)('%s and %s', (a, b, both) => {
  expect(intersect([read(a)], [read(b)]).map(write)).toEqual(both);
});

it('several stretches, from 0 on', () => {
  const a = [read('[0, 2]'), read('[5, 9]')];
  const b = [read('[1, 6)'), read('[8, ∞]')];
  expect(intersect(intersect([everything], a), b).map(write)).toEqual(['[1, 2]', '[5, 6)', '[8, 9]']);
});
