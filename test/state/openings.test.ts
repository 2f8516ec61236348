// Where the accounts on either side of an opening are saved: an undo across one must never save in the other's place.
import { describe, expect, it } from 'vitest';
import { blankRow } from '@/state/aside';
import { crossOpening, isOpening, type Opening, openingsMoved, openingsWith } from '@/state/openings';
import type { Unfinished } from '@/state/saved-copy';
import { blankStory } from '@/state/story';
import { documentOf } from '../support/document-of';

const [a, b, b2, c, c2] = ['a', 'b', 'b2', 'c', 'c2'].map((name) => documentOf({ name })) as [
  Opening['document'],
  Opening['document'],
  Opening['document'],
  Opening['document'],
  Opening['document'],
];
const typed = (loan: string): Unfinished => ({
  texts: { loan },
  newRow: blankRow,
  calledOn: null,
  story: blankStory,
});

/** Account a, saved as A, gave way to b, saved as B, and that to c, saved as C. */
const toB: Opening = {
  document: b,
  from: { savedAs: 'A', unfinished: typed('in a') },
  to: { savedAs: 'B', unfinished: null },
};
const toC: Opening = {
  document: c,
  from: { savedAs: 'B', unfinished: typed('in b') },
  to: { savedAs: 'C', unfinished: null },
};

describe('an account that is kept elsewhere from here on', () => {
  it('is so back to where it was opened and on to where another opens, and no other account is', () => {
    const history = { past: [a, b], present: b2, future: [c, c2] };
    expect(openingsMoved({ openings: [toB, toC], history }, b2, 'X')).toEqual([
      { ...toB, to: { savedAs: 'X', unfinished: null } },
      { ...toC, from: { savedAs: 'X', unfinished: typed('in b') } },
    ]);
  });

  it('of several that were opened before it only the latest leads to it', () => {
    const history = { past: [a, b, b2, c], present: c2, future: [] };
    expect(openingsMoved({ openings: [toB, toC], history }, c2, null)).toEqual([
      toB,
      { ...toC, to: { savedAs: null, unfinished: null } },
    ]);
  });

  it('of several that opened after it only the next one leads from it', () => {
    const history = { past: [], present: a, future: [b, b2, c] };
    expect(openingsMoved({ openings: [toB, toC], history }, a, 'X')).toEqual([
      { ...toB, from: { savedAs: 'X', unfinished: typed('in a') } },
      toC,
    ]);
  });

  it('under another name, where it was just opened, is still what that step opened', () => {
    const history = { past: [a], present: b, future: [c] };
    const renamed = documentOf({ name: 'b (2)' });
    const openings = openingsMoved({ openings: [toB, toC], history }, renamed, 'X');
    expect(openings.map(({ document }) => document)).toEqual([renamed, c]);
    expect(openings[0]).toEqual({ ...toB, document: renamed, to: { savedAs: 'X', unfinished: null } });
    expect(isOpening({ openings }, renamed)).toBe(true);
    expect(isOpening({ openings }, b)).toBe(false);
  });
});

it('one more is remembered with those that an undo leads to, and no others', () => {
  const history = { past: [a, b], present: c, future: [] };
  const gone: Opening = { ...toB, document: b2 };
  const next = openingsWith({ openings: [toB, gone, toC], history, savedAs: 'C' }, c2, typed('in c'), 'D');
  expect(next).toEqual([
    toB,
    toC,
    {
      document: c2,
      from: { savedAs: 'C', unfinished: typed('in c') },
      to: { savedAs: 'D', unfinished: null },
    },
  ]);
});

it('an undo across one comes to where the account before it is saved, a redo to that of the one after it', () => {
  const openings = [toB, toC];
  const back = crossOpening({ openings }, c, true, typed('in c'));
  expect(back.side).toEqual(toC.from);
  expect(back.openings).toEqual([toB, { ...toC, to: { savedAs: 'C', unfinished: typed('in c') } }]);
  const forward = crossOpening(back, c, false, typed('in b again'));
  expect(forward.side).toEqual({ savedAs: 'C', unfinished: typed('in c') });
  expect(forward.openings[1]?.from).toEqual({ savedAs: 'B', unfinished: typed('in b again') });
  expect(forward.openings[0]).toBe(toB);
});
