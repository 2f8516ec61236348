// The chart's table as cells with exact decimals: the same rows, to the last digit.
import { number, type Sheet, text } from '@/io/cells';
import type { Desk } from '@/state/desk';
import { selectExchangeCurve } from '@/state/exchange-curve';
import { heldSide, heldValue } from '@/state/market-target';
import { listRows } from './curve-table';
import { rangeFor } from './market-range';
import { isIdle, selectMove, selectScene } from './market-selectors';
import { sideNames } from './words';

/** The curve on show; null where the market moves nothing. */
export function selectCurveSheet(desk: Desk): Sheet | null {
  const scene = selectScene(desk);
  if (scene === null || isIdle(scene)) return null;
  const move = selectMove(desk);
  const floor = selectExchangeCurve(desk);
  const side = heldSide(scene);
  const at = move.toNumber() * 100;
  const { min, max } = rangeFor(scene, { low: at, high: at });
  const head = ['Market move', 'What stands there', sideNames[side], 'Equity', 'Required', 'Above or below'];
  const rows = listRows(scene, move, { from: min / 100, to: max / 100 }).flatMap((row) => {
    const { figures } = row;
    if (figures === null) return [];
    const { equity, requirement, excess } = figures;
    const there = floor?.at(row.move)?.excess ?? null;
    return [
      [
        number(row.move.toText('towardZero')),
        text(row.name),
        ...[heldValue(side, figures), equity, requirement, excess].map((amount) => number(amount.toText())),
        ...(floor === null ? [] : [there === null ? text('not possible') : number(there.toText())]),
      ],
    ];
  });
  return [[...head, ...(floor === null ? [] : ['Above or below FINRA’s minimum'])].map(text), ...rows];
}
