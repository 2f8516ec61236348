/**
 * The broker's line and the exchange's side by side: the account on show under the broker's rules, and under FINRA's
 * minimum without what is typed for single holdings. Serves rule R-67 of rules.md.
 */

import type { RuleSet } from '@/engine/rule-set';
import { accountByRules, changesByRules } from '@/engine/rules-alone';
import { ruleSets } from '@/presets/rule-sets';
import type { Explanation } from '@/state/explanation';
import { type Reaches, reachesOf } from '@/state/reach';
import { type Figures, Scene } from '@/state/scene';

/** One line: its figures at the market's move, and how far its call is from today. */
export interface Line {
  readonly figures: Figures;
  readonly reaches: Reaches | null;
}

/** Both lines. */
export interface Lines {
  readonly rules: RuleSet;
  readonly house: Line;
  readonly exchange: Line;
  /** Whether they ask the same. */
  readonly isSame: boolean;
  /** Whether the broker's line asks less than the exchange's, as rates typed too low do. */
  readonly isTooLow: boolean;
}

const made = new WeakMap<Explanation, Lines | null>();
const scenes = new WeakMap<Scene, Scene>();

/** Both lines of the account on show; null where the exchange's has no figures. */
export function selectLines(explanation: Explanation): Lines | null {
  const known = made.get(explanation);
  if (known !== undefined) return known;
  const lines = makeLines(explanation);
  made.set(explanation, lines);
  return lines;
}

function makeLines({ scene, margin, account, move }: Explanation): Lines | null {
  const floor = exchangeScene(scene);
  const figures = floor?.at(move) ?? null;
  if (floor === null || figures === null) return null;
  return {
    rules: account.ruleSet,
    house: { figures: margin, reaches: reachesOf(scene) },
    exchange: { figures, reaches: reachesOf(floor) },
    isTooLow: margin.requirement.isBelow(figures.requirement),
    isSame: figures.requirement.equals(margin.requirement) && account.ruleSet.id === minimumId,
  };
}

const minimumId = 'finra-minimum';

/** The same scene under the exchange's minimum; made once, and kept while only the market moves. */
export function exchangeScene(scene: Scene): Scene | null {
  const minimum = ruleSets.get(minimumId);
  const known = scenes.get(scene);
  if (known !== undefined || minimum === undefined) return known ?? null;
  const floor = new Scene(accountByRules(scene.account, minimum), changesByRules(scene.changes));
  scenes.set(scene, floor);
  return floor;
}
