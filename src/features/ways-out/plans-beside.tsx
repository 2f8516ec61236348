// Plans side by side: what each moves, needs and leaves; in each row the lowest and the highest are marked.
import { ArrowDown, ArrowUp, type LucideIcon } from 'lucide-react';
import type { CallPoints } from '@/engine/excess-curve';
import type { Plan } from '@/engine/plan';
import { type Bare, bare } from '@/engine/quantity';
import { findExtremes, type PlanKind, type PlanSettings } from '@/state/plan';
import type { Standing } from '@/state/verdict';
import { formatCall, formatExcess } from '@/ui/format';
import { ScrollRegion } from '@/ui/scroll-region';
import styles from './plan.module.css';
import { kindName } from './plan-words';
import { type PlanProps, usePlan } from './use-plan';
import { nextMove } from './way-words';

interface Measure {
  readonly title: string;
  /** Where the broker makes no call. */
  readonly titleWithoutCalls?: string;
  /** Where nothing is short. */
  readonly titleWithoutShorts?: string;
  readonly figure: (plan: Plan) => Bare | null;
  readonly words: (plan: Plan, standing: Standing) => string;
  readonly lowest?: string;
  readonly highest?: string;
}

const measures: readonly Measure[] = [
  {
    title: 'Sold or bought back',
    titleWithoutShorts: 'Sold',
    figure: ({ moved }) => moved.as<'bare'>(),
    words: ({ moved }) => formatCall(moved),
  },
  { title: 'New cash', figure: ({ cash }) => cash.as<'bare'>(), words: ({ cash }) => formatCall(cash) },
  {
    title: 'Holdings touched',
    figure: ({ trades }) => bare(trades.length),
    words: ({ trades }) => String(trades.length),
  },
  {
    title: 'Above the requirement then',
    figure: ({ excess }) => excess.as<'bare'>(),
    words: ({ excess }) => formatExcess(excess),
  },
  {
    title: 'Next call beyond',
    titleWithoutCalls: 'Too much again beyond',
    figure: ({ excess, next }) => (excess.sign() < 0 ? bare(0) : nearest(next)),
    words: ({ excess, next }, standing) => (excess.sign() < 0 ? 'still missing' : nextMove(next, standing)),
    lowest: 'nearest',
    highest: 'farthest',
  },
];

const stillMissing: Measure = {
  title: 'Still missing',
  figure: ({ missing }) => missing.as<'bare'>(),
  words: ({ missing }) => formatCall(missing),
};

function nearest({ below, above }: CallPoints): Bare | null {
  const sizes = [below, above].flatMap((point) => (point === null ? [] : [point.at.absolute()]));
  return sizes.reduce<Bare | null>((least, each) => (least?.isBelow(each) === true ? least : each), null);
}

/** The table: one column for each plan, and one's own once there is one. */
export function PlansBeside({
  account,
  standing,
  plan,
  room,
  settings,
  kind,
}: PlanProps & { readonly settings: PlanSettings }) {
  const other = (each: PlanKind) => (each === kind ? null : each);
  const made: readonly (readonly [PlanKind, Plan | null])[] = [
    ['fewestDollars', usePlan(account, other('fewestDollars'), room, settings)],
    ['proportional', usePlan(account, other('proportional'), room, settings)],
    ['listed', null],
    ['hand', usePlan(account, other('hand'), room, settings)],
  ];
  const plans = made.flatMap(([each, found]) => {
    const shown = each === kind ? plan : found;
    return shown === null ? [] : [{ kind: each, plan: shown }];
  });
  const isShort = plans.some((each) => each.plan.missing.sign() > 0);
  return (
    <ScrollRegion label="Plans side by side">
      <table className={styles.beside}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">What it does and leaves</span>
            </th>
            {plans.map((each) => (
              <th key={each.kind} scope="col" aria-current={each.kind === kind || undefined}>
                {kindName(each.kind, account)}
                {each.kind === kind && <span className={styles.note}>shown above</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(isShort ? [stillMissing, ...measures] : measures).map((measure) => (
            <MeasureRow key={measure.title} measure={measure} plans={plans} standing={standing} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

interface MeasureRowProps {
  readonly measure: Measure;
  readonly standing: Standing;
  readonly plans: readonly { readonly kind: PlanKind; readonly plan: Plan }[];
}

function titleOf(measure: Measure, { isLiquidated, hasShorts }: Standing): string {
  const { title, titleWithoutCalls, titleWithoutShorts } = measure;
  return (
    (isLiquidated ? titleWithoutCalls : undefined) ?? (hasShorts ? undefined : titleWithoutShorts) ?? title
  );
}

function MeasureRow({ measure, plans, standing }: MeasureRowProps) {
  const { lowest, highest } = findExtremes(plans.map(({ plan }) => measure.figure(plan)));
  // What is printed as the same is not told apart.
  const isTold = new Set(plans.map(({ plan }) => measure.words(plan, standing))).size > 1;
  return (
    <tr>
      <th scope="row">{titleOf(measure, standing)}</th>
      {plans.map(({ kind, plan }, index) => (
        <td key={kind}>
          {measure.words(plan, standing)}
          {isTold && lowest.includes(index) && <Mark icon={ArrowDown} word={measure.lowest ?? 'lowest'} />}
          {isTold && highest.includes(index) && <Mark icon={ArrowUp} word={measure.highest ?? 'highest'} />}
        </td>
      ))}
    </tr>
  );
}

function Mark({ icon: Icon, word }: { readonly icon: LucideIcon; readonly word: string }) {
  return (
    <span className={styles.note}>
      <Icon aria-hidden="true" size={12} /> {word}
    </span>
  );
}
