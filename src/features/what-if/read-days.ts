// Days as they are typed: whole ones, no more than a hundred years of simple interest.
import { describeProblem, readDecimal } from '@/ui/read-decimal';
import type { TypedFigure } from '@/ui/typed-figures';

const mostDays = 36_500;

/** Whole days, 0 to 36,500. */
export function readDays(text: string): TypedFigure<number> {
  const typed = readDecimal(text);
  if (!typed.ok) return { ok: false, message: describeProblem(typed) };
  const days = Number(typed.decimal);
  return typed.unit !== null || !Number.isInteger(days) || days < 0 || days > mostDays
    ? { ok: false, message: 'Type whole days, from 0 to 36,500.' }
    : { ok: true, value: days };
}
