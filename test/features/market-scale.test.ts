// The market's scale: how far it reaches, and which marks find room on it; by hand for M1's account.
import { describe, expect, it } from 'vitest';
import { parseAccount } from '@/engine/account';
import { rangeFor } from '@/features/market/market-range';
import { placeTicks } from '@/features/market/market-ticks';
import { describeCurve } from '@/features/market/words';
import { exampleAccount } from '@/presets/example';
import { ruleSets } from '@/presets/rule-sets';
import { Scene } from '@/state/scene';

function sceneUnder(ruleSet: string): Scene {
  const account = parseAccount({ ...exampleAccount, ruleSet }, ruleSets, '');
  if (!account.ok) throw new Error(JSON.stringify(account.issues));
  return new Scene(account.value, []);
}

const scene = sceneUnder('m1');
const plain = (text: string) => text.replaceAll('\u00A0', ' ');

describe('the range', () => {
  const ends = (low: number, high: number) => {
    const { min, max } = rangeFor(scene, { low, high });
    return [min, max];
  };

  it('holds the call point with a tenth to spare: −75.5 % asks for −85 %', () => {
    expect(ends(0, 0)).toEqual([-85, 40]);
  });

  it('widens in few steps, and only for a move that lies beyond', () => {
    expect(ends(-85, 40)).toEqual([-85, 40]);
    expect(ends(-86, 41)).toEqual([-90, 60]);
    expect(ends(-100, 500)).toEqual([-100, 500]);
    expect(ends(0, 1000)).toEqual([-85, 1000]);
  });

  it('leaves a move beyond its last end to an arrow at the edge', () => {
    expect(ends(0, 1000.5)).toEqual([-85, 40]);
  });
});

describe('the marks', () => {
  const marks = (width: number, hasCall = true) =>
    placeTicks(scene, { min: -85, max: 40 }, { width, fontSize: 16 }, hasCall).map(
      ({ text, year, worth }) => `${plain(text)} ${year} ${worth}`,
    );

  it('all have room on a wide screen, the nearest ones without dollars', () => {
    expect(marks(850)).toEqual([
      '−75.5 %  $12,000',
      '−57 % 2007–09 $21,070',
      '−34 % 2020 $32,340',
      '−20 %  $39,200',
      '−13 %  ',
      '−7 %  ',
      '0 %  $49,000',
    ]);
  });

  it('on a phone the call, the fall of 2020 and today are left', () => {
    expect(marks(264)).toEqual(['−75.5 %  $12,000', '−34 % 2020 $32,340', '0 %  $49,000']);
  });

  it('do not tell a covered answer', () => {
    expect(marks(850, false).join()).not.toContain('75.5');
  });
});

describe('the caption', () => {
  it('tells the chart in a sentence', () => {
    expect(plain(describeCurve(scene))).toBe(
      'Excess equity by market move: $27,750.00 above the requirement at today’s prices; a margin call begins beyond −75.5 %.',
    );
  });

  it('speaks of no call where the broker makes none', () => {
    expect(plain(describeCurve(sceneUnder('interactive-brokers')))).toContain(
      'the account falls below the requirement beyond −75.5 %.',
    );
  });
});
