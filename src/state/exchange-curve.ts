/**
 * FINRA's line as a second curve beside the account's own: only while the two lines are on show, and only where they
 * differ. The same scene while only the market moves. Serves rule R-67 of rules.md.
 */
import { sortedUnique } from '@/engine/coordinates';
import { itemAt } from '@/engine/item-at';
import { type Bare, bare } from '@/engine/quantity';
import type { Desk } from '@/state/desk';
import { selectView } from '@/state/figures';
import { exchangeScene } from '@/state/lines';
import type { Scene } from '@/state/scene';
import { selectDocument } from '@/state/store';

/** With more holdings than this the second curve waits for the end of another lever's gesture. */
const mostLive = 20;

/** FINRA's line over the same moves; null where there is none to draw beside the account's own. */
export function selectExchangeCurve(desk: Desk): Scene | null {
  if (!desk.areLinesShown || desk.isAnswerHidden) return null;
  const view = selectView(selectDocument(desk));
  if (!view.ok) return null;
  const { scene } = view;
  if (scene.account.positions.length > mostLive) {
    const atRest = selectView(desk.history.present);
    if (!atRest.ok || atRest.scene !== scene) return null;
  }
  return differing(scene);
}

const compared = new WeakMap<Scene, Scene | null>();
/** Where a line that is not made of straight pieces is looked at; and how far beyond the last bend. */
const probes = ['-1', '-0.75', '-0.5', '-0.25', '0', '0.25', '1', '3'].map((move) => bare(move));
const two = bare(2);

/** The bends of both lines, between each two of them, and beyond the last: straight lines that agree there are the same. */
function placesOf(scenes: readonly Scene[]): readonly Bare[] {
  const bends = scenes.flatMap(({ curve }) => curve?.vertices().map(({ at }) => at) ?? []);
  const places = sortedUnique([...probes, ...bends]);
  const middles = places.slice(1).map((at, index) => at.plus(itemAt(places, index)).over(two));
  const last = itemAt(places, places.length - 1);
  return [...places, ...middles, last.plus(bare(1))];
}

function differing(scene: Scene): Scene | null {
  const known = compared.get(scene);
  if (known !== undefined) return known;
  const floor = exchangeScene(scene);
  const isOther =
    floor !== null &&
    placesOf([scene, floor]).some((move) => {
      const [own, least] = [scene.at(move), floor.at(move)];
      return own !== null && least !== null && !own.requirement.equals(least.requirement);
    });
  const found = isOther ? floor : null;
  compared.set(scene, found);
  return found;
}
