// The broker raises or lowers what it requires: points added to every rate.
import type { SimulatorDocument } from '@/io/document';
import { requirementSlider } from '@/presets/sliders';
import { selectView, type View } from '@/state/figures';
import { requirementShiftOf, setRequirementShift, shownChanges } from '@/state/lever-edits';
import { findRateChange, type RateChange } from '@/state/rate-change';
import { findLastFreeShift } from '@/state/requirement-room';
import { writeMove } from '@/state/scene';
import { selectDocument, useDesk } from '@/state/store';
import { shiftPoint } from '@/ui/decimal-text';
import { formatPoints, formatRate, percentForField } from '@/ui/format';
import { readPoints } from '@/ui/typed-figures';
import { Arrows } from './arrows';
import { callButton } from './call-button';
import { Lever } from './lever';
import type { WayToCall } from './way-to-call';

/** The rates before and after of a view; null when nothing is held. */
export function rateChangeOf(view: View): RateChange | null {
  return view.ok ? findRateChange(view.scene) : null;
}

/** What is required, before and after: "25 % → 30 %". */
export function RequirementState() {
  const text = useDesk((desk) => {
    const change = rateChangeOf(selectView(selectDocument(desk)));
    if (change === null) return null;
    return `${formatRate(change.before)} → ${change.after === null ? 'not possible' : formatRate(change.after)}`;
  });
  return text === null ? null : <Arrows text={text} />;
}

/** Slider and field. */
export function RequirementLever() {
  // Neither is another while only the market moves.
  const change = useDesk((desk) => rateChangeOf(selectView(selectDocument(desk))));
  const points = useDesk((desk) => requirementShiftOf(shownChanges(selectDocument(desk))));
  const rates =
    change?.after === null || change === null
      ? ''
      : `, ${formatRate(change.before)} to ${formatRate(change.after)}`;

  return (
    <>
      <Lever
        field="shift"
        label="Points added to every requirement"
        fieldLabel="Points added to every requirement, exactly"
        range={requirementSlider}
        limits={[-300, 300]}
        value={Number(shiftPoint(points, 2))}
        valueText={`${percentForField(points)} points${rates}`}
        shown={percentForField(points)}
        suffix="points"
        hasSign
        isDisabled={change === null}
        edit={(value) => setRequirementShift(shiftPoint(value.toFixed(2), -2))}
        home={setRequirementShift('0')}
        read={(text) => {
          const typed = readPoints(text);
          return typed.ok ? { ok: true, edit: setRequirementShift(typed.value) } : typed;
        }}
        findWay={findWay}
      />
      {change !== null && <p className="note">{wordRates(change)}</p>}
    </>
  );
}

function wordRates({ isAverage, capped }: RateChange): string {
  const average = isAverage ? 'On average of what is held. ' : '';
  if (capped === 'all') return `${average}Capped: nothing requires more than 100\u00A0%.`;
  if (capped === 'some') return `${average}Capped for some holdings: nothing requires more than 100\u00A0%.`;
  return `${average}Points are added to each holding’s own requirement, up to 100\u00A0%.`;
}

/** The way to the last shift without a call. */
function findWay(document: SimulatorDocument): WayToCall | null {
  const view = selectView(document);
  if (!view.ok) return null;
  const { scene, move } = view;
  const last = findLastFreeShift(scene, move);
  if (last === null) return null;
  const isEnd = (scene.at(move)?.excess.sign() ?? 0) < 0;
  const words = `${last.sign() > 0 ? '+' : ''}${formatPoints(last)}`;
  return { name: callButton(scene, isEnd, words), edit: setRequirementShift(writeMove(last, 'down')) };
}
