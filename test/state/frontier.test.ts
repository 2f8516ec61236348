/** The frontier of the market's move and the requirement, worked out by hand, and held to the slider's own answers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bare } from '@/engine/quantity';
import type { SimulatorDocument } from '@/io/document';
import { readDocument } from '@/io/read-document';
import { ruleSets } from '@/presets/rule-sets';
import { selectView } from '@/state/figures';
import { frontierOf } from '@/state/frontier';
import { setMarketMove, setRequirementShift } from '@/state/lever-edits';
import type { Scene } from '@/state/scene';
import { anyDocument } from '../support/arbitrary-document';
import { documentOf } from '../support/document-of';
import { long } from '../support/verdict-words';

function sceneOf(document: SimulatorDocument): Scene {
  const view = selectView(document);
  if (!view.ok) throw new Error(JSON.stringify(view.issues));
  return view.scene;
}

describe('M1: 49,000 of holdings at 25 %, cash 1,000, a loan of 10,000', () => {
  const document = documentOf({ cash: '1000', marginLoan: '10000', positions: [long('49000', '0.25')] });
  const frontier = frontierOf(sceneOf(document));

  it('41 by 41 cells, today in the middle of one; the range holds the call at −75.5 %', () => {
    // 9,000 ÷ 0.75 = 12,000 of 49,000: −75.51 %.
    expect([frontier.moves.length, frontier.shifts.length]).toEqual([41, 41]);
    expect([frontier.moves[0], frontier.moves[30], frontier.moves[40]].map((each) => each?.toText())).toEqual(
      ['-0.9', '0', '0.3'],
    );
    expect(frontier.shifts[10]?.sign()).toBe(0);
  });

  it('at −60 % and 30 points more: 19,600 − 9,000 = 10,600 of equity, 10,780 required', () => {
    // −60 % is column 10, +30 points row 25. 19,600 × 0.55 = 10,780.
    const figures = frontier.at(10, 25);
    expect([figures?.equity, figures?.requirement, figures?.excess].map((each) => each?.toText())).toEqual([
      '10600',
      '10780',
      '-180',
    ]);
  });

  it('the line: today at 3/4 − 9/49, at −60 % at 3/4 − 9,000/19,600; where all is lost nothing avoids a call', () => {
    const at = (move: string) =>
      frontier.boundary.find((point) => point.move.equals(bare(move)))?.lastFreeShift;
    expect(at('0')?.equals(bare('0.75').minus(bare(9).over(bare(49))))).toBe(true);
    expect(at('-0.6')?.equals(bare('0.75').minus(bare(9000).over(bare(19600))))).toBe(true);
    // 49,000 × 0.1 = 4,900 of holdings are less than the 9,000 that are owed.
    expect(at('-0.9')).toBeNull();
  });

  it('as far as the grid reaches: at −70 % at 3/4 − 9,000/14,700, at −90 % below it', () => {
    const line = frontier.lineWithin(bare('-0.7'));
    expect(typeof line === 'object' && line?.equals(bare('0.75').minus(bare(9000).over(bare(14700))))).toBe(
      true,
    );
    expect(frontier.lineWithin(bare('-0.9'))).toBe('below');
    // 63,700 at 86 % of the grid's upper edge: 54,700 less 54,782; a hair below it is the line still.
    expect(frontier.lineWithin(bare('0.3'))).not.toBe('above');
    // At +40 % 68,600: 59,600 less 58,996.
    expect(frontier.lineWithin(bare('0.4'))).toBe('above');
  });
});

it('every cell of any what-if is what the two sliders give there, whatever order its changes stand in', () => {
  let met = 0;
  fc.assert(
    fc.property(anyDocument, fc.nat(40), fc.nat(40), (json, column, row) => {
      const read = readDocument(json, ruleSets);
      if (!read.ok) throw new Error(JSON.stringify(read.issues));
      const { document: typed, shown } = read.value;
      const counts = (type: string) =>
        shown?.changes.filter(({ change }) => change.type === type).length ?? 0;
      // Several of one lever are a file's own and no place on a slider.
      if (counts('moveMarket') > 1 || counts('shiftRequirement') > 1) return;
      // Where no market moves yet, the slider's first step decides where its move stands among the actions.
      const document = setMarketMove('0.01')(typed);
      const frontier = frontierOf(sceneOf(document));
      const [move, shift] = [frontier.moves[column], frontier.shifts[row]];
      if (move === undefined || shift === undefined) throw new Error('no such cell');
      const there = selectView(setMarketMove(move.toText())(setRequirementShift(shift.toText())(document)));
      if (!there.ok) throw new Error(JSON.stringify(there.issues));
      const expected = there.scene.at(there.move);
      const found = frontier.at(column, row);
      met += found === null ? 0 : 1;
      expect(found?.excess.toText()).toBe(expected?.excess.toText());
    }),
    { numRuns: 200 },
  );
  expect(met).toBeGreaterThan(80);
});
