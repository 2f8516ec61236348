// A plan: several ways together that end a call, or leave room. At first what it does and what it leaves; how to change
// it, and other plans beside it, are folded until they are wanted.
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useMemo, useRef, useState } from 'react';
import type { Account } from '@/engine/account';
import type { Plan } from '@/engine/plan';
import { money } from '@/engine/quantity';
import type { SimulatorDocument } from '@/io/document';
import type { PlanKind } from '@/state/plan';
import { cashLeft, dropPlan, findPlanIn, type PlanIn, takePlan } from '@/state/plan-in';
import { commit, setPlan, useDesk } from '@/state/store';
import { isTakenIn, markTaken } from '@/state/taken-plan';
import type { Standing } from '@/state/verdict';
import { firstPress } from '@/ui/first-press';
import { formatCall } from '@/ui/format';
import { StrongText } from '@/ui/strong-text';
import styles from './plan.module.css';
import { PlanAdjust } from './plan-adjust';
import { PlanInList } from './plan-in-list';
import { kindName, nothingWords, orderNote, outcomeWords, tradeWords } from './plan-words';
import { PlansBeside } from './plans-beside';
import { RoomField, roomPercent } from './room-field';
import { type PlanProps, usePlan } from './use-plan';
import type { WaysTabProps } from './ways-tabs';

/** The plan for the account on show. */
export function PlanTab(props: WaysTabProps) {
  const { document, view, standing } = props;
  const account = useMemo(() => (view.ok ? view.scene.accountAt(view.move) : null), [view]);
  const box = useRef<HTMLDivElement>(null);
  const planIn = useMemo(() => findPlanIn(document), [document]);
  // Until the figures have followed, what is shown was true before.
  const isStale = () => useDesk.getState().history.present !== document;
  const take = (plan: Plan) => {
    if (isStale()) return;
    const { history, plan: settings } = useDesk.getState();
    commit(takePlan(plan));
    const after = useDesk.getState().history.present;
    // What was done by hand is done then; undo brings it back.
    if (settings.kind === 'hand' && settings.hand !== null) markTaken(settings.hand, history.present, after);
    // The button goes with the plan: whoever pressed it stays here.
    box.current?.focus();
  };
  const drop = (plan: PlanIn) => {
    if (isStale()) return;
    commit(dropPlan(plan));
    box.current?.focus();
  };
  if (account === null) return null;
  const next = (
    <PlanFor document={document} account={account} standing={standing} wanted={props.room} onTake={take} />
  );
  return (
    <div ref={box} className={styles.plan} tabIndex={-1}>
      {planIn !== null && <PlanInList account={account} planIn={planIn} onDrop={() => drop(planIn)} />}
      {planIn !== null && standing.figures.excess.sign() >= 0 ? (
        <Folded title="More room">{() => next}</Folded>
      ) : (
        next
      )}
    </div>
  );
}

interface PlanForProps {
  readonly document: SimulatorDocument;
  readonly account: Account;
  readonly standing: Standing;
  /** The move that there is to be room for. */
  readonly wanted: string;
  readonly onTake: (plan: Plan) => void;
}

function PlanFor({ document, account, standing, wanted, onTake }: PlanForProps) {
  const settings = useDesk((desk) => desk.plan);
  const isInCall = standing.figures.excess.sign() < 0;
  const isRoomy = !isInCall || settings.isRoomy === true;
  const room = isRoomy ? wanted : '0';
  const hasOwn = settings.hand !== null && !isTakenIn(settings.hand, document);
  const kind = settings.kind === 'hand' && !hasOwn ? 'fewestDollars' : settings.kind;
  // What comes in by the what-if already is no longer there to come in.
  const limits = { ...settings, cash: cashLeft(settings.cash, document) };
  const plan = usePlan(account, kind, room, limits);
  if (plan === null) return null;
  const shared = { account, plan, kind, room, standing };
  return (
    <>
      <div className={styles.wishes}>
        {isInCall && <RoomChoice isRoomy={isRoomy} room={wanted} />}
        {isRoomy && <RoomField room={wanted} standing={standing} />}
        <OrderChoice account={account} kind={kind} hasOwn={hasOwn} />
      </div>
      <Outcome {...shared} onTake={onTake} />
      {limits.cash !== settings.cash && kind !== 'hand' && (
        <p className={styles.note}>
          {formatCall(money(settings.cash).minus(money(limits.cash)))} of the{' '}
          {formatCall(money(settings.cash))} of new cash is in the what-if already.
        </p>
      )}
      <Folded title="Adjust">{() => <PlanAdjust {...shared} settings={settings} />}</Folded>
      <Folded title="Plans side by side">{() => <PlansBeside {...shared} settings={limits} />}</Folded>
    </>
  );
}

function RoomChoice({ isRoomy, room }: { readonly isRoomy: boolean; readonly room: string }) {
  const choices = [
    [false, 'Just enough'],
    [true, `With room for ${roomPercent(room)}`],
  ] as const;
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className="visually-hidden">How much</legend>
      {choices.map(([value, words]) => (
        <label key={words}>
          <input
            type="radio"
            name={name}
            checked={value === isRoomy}
            onChange={() => setPlan({ isRoomy: value })}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}

const kinds: readonly PlanKind[] = ['fewestDollars', 'proportional', 'listed', 'hand'];

function OrderChoice(props: {
  readonly account: Account;
  readonly kind: PlanKind;
  readonly hasOwn: boolean;
}) {
  return (
    <label className={styles.order}>
      <span>Which first</span>
      <select
        value={props.kind}
        onChange={({ currentTarget }) => {
          const kind = kinds.find((each) => each === currentTarget.value);
          if (kind !== undefined) setPlan({ kind });
        }}
      >
        {kinds
          .filter((kind) => kind !== 'hand' || props.hasOwn)
          .map((kind) => (
            <option key={kind} value={kind}>
              {kindName(kind, props.account)}
            </option>
          ))}
      </select>
    </label>
  );
}

/** So many trades are told; the others are counted. */
const mostTold = 6;

function Outcome(props: PlanProps & { readonly onTake: (plan: Plan) => void }) {
  const { account, plan, kind, room, standing, onTake } = props;
  const [isWhole, setWhole] = useState(false);
  const { cash, trades } = plan;
  const told = isWhole || trades.length <= mostTold + 1 ? trades : trades.slice(0, mostTold);
  const hasActions = trades.length > 0 || cash.sign() > 0;
  const note = orderNote(kind, plan, account);
  return (
    <div className={styles.outcome}>
      {hasActions ? (
        <ol className={styles.steps} aria-label="The plan">
          {cash.sign() > 0 && <li>Deposit cash: {formatCall(cash)}</li>}
          {told.map((trade) => (
            <li key={trade.position.id}>{tradeWords(trade, account)}</li>
          ))}
        </ol>
      ) : (
        <p>{plan.missing.sign() > 0 ? 'Nothing is sold yet.' : nothingWords(standing, room)}</p>
      )}
      {told.length < trades.length && (
        <button type="button" className="link" onClick={() => setWhole(true)}>
          And {trades.length - told.length} more
        </button>
      )}
      <p className={styles.live}>
        <StrongText text={outcomeWords(plan, room, standing)} />
      </p>
      {note !== '' && <p className={styles.note}>{note}</p>}
      {hasActions && (
        <button type="button" className="button" onClick={firstPress(() => onTake(plan))}>
          Put this plan into the what-if
        </button>
      )}
    </div>
  );
}

function Folded({ title, children }: { readonly title: string; readonly children: () => ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={styles.folded}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <ChevronRight aria-hidden="true" size={16} />
        {title}
      </summary>
      {isOpen && children()}
    </details>
  );
}
