/**
 * The account on show under each broker's rules, side by side: what each requires, what is left, and where its call
 * begins. Rates typed for single holdings are one broker's own and left out. Serves rule R-86 of rules.md.
 */
import type { Position } from '@/engine/account';
import type { CallPoints } from '@/engine/excess-curve';
import type { Money } from '@/engine/quantity';
import type { RuleSet } from '@/engine/rule-set';
import { accountByRules, changesByRules, isOfBroker } from '@/engine/rules-alone';
import { otherReadings, ruleSets } from '@/presets/rule-sets';
import { listUnpublished } from '@/state/assumptions';
import type { Explanation } from '@/state/explanation';
import { type Figures, Scene } from '@/state/scene';

/** The account under one broker's rules. */
export interface BrokerRow {
  readonly rules: RuleSet;
  readonly figures: Figures;
  /** Where calls begin and end, as moves of the market from today. */
  readonly points: CallPoints;
  /** The rules of the account as typed. */
  readonly isOwn: boolean;
  /** The rules in force in what is on show. */
  readonly isShown: boolean;
  /** Whether no other rules require more, or less; null where all require the same. */
  readonly rank: 'highest' | 'lowest' | null;
  /** Holdings of which the broker asks a rate that it does not publish. */
  readonly unpublished: readonly Position[];
  /** What is required by another page of the broker, where that differs. */
  readonly otherwise: { readonly page: string; readonly requirement: Money } | null;
}

/** All of them, and what they leave out. */
export interface BrokersCompared {
  readonly rows: readonly BrokerRow[];
  /** The account on show with everything that is typed, where that asks something else than the rules in force. */
  readonly asTyped: {
    readonly rules: RuleSet;
    readonly figures: Figures;
    readonly points: CallPoints;
  } | null;
  /** Holdings whose typed rate or minimum a share is left out. */
  readonly leftOut: readonly Position[];
  /** Whether the what-if changes requirements, which is left out as well. */
  readonly areChangesLeftOut: boolean;
}

interface Compared {
  readonly rules: RuleSet;
  readonly scene: Scene;
  /** Under what another page of the same broker says. */
  readonly other: { readonly scene: Scene; readonly page: string } | null;
}

const scenes = new WeakMap<Scene, readonly Compared[]>();
const made = new WeakMap<Explanation, BrokersCompared>();

/** The brokers side by side; made once for each explanation, and its curves once while only the market moves. */
export function selectBrokers(explanation: Explanation): BrokersCompared {
  const known = made.get(explanation);
  if (known !== undefined) return known;
  const compared = compare(explanation);
  made.set(explanation, compared);
  return compared;
}

function compare({ scene, margin, account, move }: Explanation): BrokersCompared {
  const rows = scenesOf(scene).flatMap(({ rules, scene: each, other }): BrokerRow[] => {
    const figures = each.at(move);
    const { points } = each;
    if (figures === null || points === null) return [];
    const requirement = other?.scene.at(move)?.requirement ?? figures.requirement;
    return [
      {
        rules,
        figures,
        points,
        isOwn: rules === scene.account.ruleSet,
        isShown: rules === account.ruleSet,
        rank: null,
        unpublished: listUnpublished(rules, account),
        otherwise:
          other === null || requirement.equals(figures.requirement)
            ? null
            : { page: other.page, requirement },
      },
    ];
  });
  const leftOut = account.positions.filter(
    ({ ownRate, perShareMinimum, isClosed }) => !isClosed && (ownRate !== null || perShareMinimum !== null),
  );
  const areChangesLeftOut = scene.changes.some(
    ({ change }) => isOfBroker(change.type) && change.type !== 'switchRuleSet',
  );
  const shown = rows.find(({ isShown }) => isShown);
  const { points } = scene;
  const isAlike =
    (leftOut.length === 0 && !areChangesLeftOut) ||
    points === null ||
    (shown?.figures.requirement.equals(margin.requirement) === true && isSamePoints(shown.points, points));
  return {
    rows: ranked(rows),
    asTyped: isAlike ? null : { rules: account.ruleSet, figures: margin, points },
    leftOut,
    areChangesLeftOut,
  };
}

function isSamePoints(a: CallPoints, b: CallPoints): boolean {
  const texts = (points: CallPoints) =>
    [points.below, points.above, points.cureBelow, points.cureAbove].map(
      (point) => point?.at.toText() ?? 'none',
    );
  return a.isInCall === b.isInCall && texts(a).join() === texts(b).join();
}

function ranked(rows: readonly BrokerRow[]): readonly BrokerRow[] {
  const sorted = rows.map(({ figures }) => figures.requirement).toSorted((a, b) => a.compare(b));
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || highest === undefined || lowest.equals(highest)) return rows;
  return rows.map((row) => ({
    ...row,
    rank: row.figures.requirement.equals(highest)
      ? 'highest'
      : row.figures.requirement.equals(lowest)
        ? 'lowest'
        : null,
  }));
}

/** One scene for each set of rules: those in force first where they are one's own, then the app's. */
function scenesOf(scene: Scene): readonly Compared[] {
  const known = scenes.get(scene);
  if (known !== undefined) return known;
  const changes = changesByRules(scene.changes);
  const alike = new Map<string, Scene>();
  const under = (rules: RuleSet) => {
    const terms = termsOf(rules);
    const shared = alike.get(terms) ?? new Scene(accountByRules(scene.account, rules), changes);
    alike.set(terms, shared);
    return shared;
  };
  const custom = [scene.account.ruleSet, scene.ruleSet].filter(({ id }) => !ruleSets.has(id));
  const found = [...new Set([...custom, ...ruleSets.values()])].map((rules): Compared => {
    const other = otherReadings.get(rules.id);
    return {
      rules,
      scene: under(rules),
      other: other === undefined ? null : { ...other, scene: under(other.rules) },
    };
  });
  scenes.set(scene, found);
  return found;
}

/** What of a set of rules decides figures: sets that agree in it share one scene. */
function termsOf({ input }: RuleSet): string {
  const { longRate, shortRate, shortPerShareMinimum, leverageRule, concentration } = input;
  return JSON.stringify([longRate, shortRate, shortPerShareMinimum, leverageRule, concentration ?? null]);
}
