// Two laws and their edges.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type History, record, recordOver, redo, startHistory, undo } from '@/state/history';

type Step = { readonly do: 'record'; readonly value: number } | { readonly do: 'undo' | 'redo' };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('record' as const), value: fc.integer() }),
    fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }),
  ),
  { maxLength: 60 },
);

function play(history: History<number>, step: Step): History<number> {
  if (step.do === 'record') return record(history, step.value);
  return step.do === 'undo' ? undo(history) : redo(history);
}

describe('history', () => {
  it('undo after record gives back what was there', () => {
    fc.assert(
      fc.property(steps, fc.integer(), (taken, value) => {
        const before = taken.reduce(play, startHistory(0));
        fc.pre(value !== before.present);
        const after = undo(record(before, value));
        expect(after.present).toBe(before.present);
        expect(after.past).toEqual(before.past);
      }),
    );
  });

  it('redo after undo gives back what was undone', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const before = taken.reduce(play, startHistory(0));
        fc.pre(before.past.length > 0);
        expect(redo(undo(before))).toEqual(before);
      }),
    );
  });

  it('a record after an undo forgets what was undone; the same value again is no step', () => {
    const three = record(record(startHistory('a'), 'b'), 'c');
    const back = record(undo(three), 'd');
    expect(back).toEqual({ past: ['a', 'b'], present: 'd', future: [] });
    expect(record(back, 'd')).toEqual(back);
  });

  it('a value over the last steps makes one of them: undo goes to where they began', () => {
    fc.assert(
      fc.property(steps, fc.nat(5), fc.integer(), (taken, over, value) => {
        const before = taken.reduce(play, startHistory(0));
        fc.pre(over <= before.past.length);
        const began = before.past[before.past.length - over] ?? before.present;
        fc.pre(over === 0 ? value !== before.present : value !== began);
        const after = recordOver(before, over, value);
        expect(after.present).toBe(value);
        expect(undo(after).present).toBe(over === 0 ? before.present : began);
        expect(after.past).toHaveLength(before.past.length - over + 1);
      }),
    );
  });

  it('the last 200 steps can be undone, no more', () => {
    let history = startHistory(0);
    for (let value = 1; value <= 201; value += 1) history = record(history, value);
    for (let back = 1; back <= 199; back += 1) history = undo(history);
    // 201 − 199 = 2; the step from 0 to 1 is forgotten.
    expect(history).toMatchObject({ present: 2, past: [1] });
    history = undo(undo(history));
    expect(history.present).toBe(1);
    expect(history.future).toHaveLength(200);
  });

  it('with nothing to undo or redo nothing happens', () => {
    const start = startHistory('a');
    expect(undo(start)).toBe(start);
    expect(redo(start)).toBe(start);
  });
});
