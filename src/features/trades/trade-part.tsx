// Trade or rebalance: what to trade, what it would do, and the button that puts it into the what-if. It follows the
// account at rest: a slider under way is not kept waiting for it.
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { ChangeInput } from '@/engine/scenario';
import { selectView } from '@/state/figures';
import { commit, useDesk } from '@/state/store';
import { isStillTaken, takeActions } from '@/state/take-way';
import { freshId, type Side, selectTradingAccount, tryTrade } from '@/state/trades';
import { nameHolding } from '@/ui/holding-name';
import { M1Question } from './m1-question';
import { isAboutSize, wordRefusal } from './refusal-words';
import { TradeFields } from './trade-fields';
import { changesOf, heldOn, listKinds, sideTraded, type TradeKind, type TradeWish } from './trade-kinds';
import { TradePreview } from './trade-preview';
import styles from './trades.module.css';

/** The part; begun anew with another account. */
export function TradePart() {
  const opened = useDesk((desk) => desk.opened);
  return <Trade key={opened} />;
}

const abouts = ['Holdings', 'Money'] as const;
const blank = { position: null, size: null, symbol: '', price: null, rate: null } as const;

interface Form {
  readonly wish: TradeWish;
  readonly round: number;
}

const first: Form = {
  wish: { ...blank, kind: 'buy', unit: 'shares', use: 'cash', from: 'cash' },
  round: 0,
};

function Trade() {
  const present = useDesk(({ history }) => history.present);
  const document = useDeferredValue(present);
  const before = useMemo(() => selectTradingAccount(document), [document]);
  const [areAllAsked, askForAll] = useState(false);
  // Fields begin anew with every round: what is left in one of before is about what was chosen then.
  const [{ wish, round }, setForm] = useState<Form>(first);
  const [taken, setTaken] = useState<readonly ChangeInput[] | null>(null);
  const box = useRef<HTMLDivElement>(null);
  if (before === null) {
    return <p className="note">The what-if is not possible as it stands: the list below says why.</p>;
  }
  const { account } = before;
  const kinds = listKinds(account, areAllAsked);
  const kind = kinds.some((each) => each.kind === wish.kind) ? wish.kind : (kinds[0]?.kind ?? 'open');
  const now = settled({ ...wish, kind }, before);
  const traded = account.positions.find(({ id }) => id === now.position);
  const changes = changesOf(now, freshId(document));
  const tried = changes.length === 0 ? null : tryTrade(document, before, changes);
  const problem = tried?.ok === false && isAboutSize(tried) ? wordRefusal(tried, traded) : null;
  // Asked of the account now: the figures follow a moment later.
  const isTaken = taken !== null && isStillTaken(present, taken);
  const view = selectView(document);
  const isMoved = view.ok && view.move.sign() !== 0;
  const begin = (next: Partial<TradeWish>) => {
    // What one holding has to be counted in is not what the next one is.
    setForm({
      wish: { ...now, ...blank, unit: wish.unit, position: now.position, ...next },
      round: round + 1,
    });
    setTaken(null);
  };
  const take = () => {
    // Until the figures have followed, what is shown was true before.
    if (useDesk.getState().history.present !== document) return;
    commit(takeActions(changes));
    begin({});
    setTaken(changes);
    // The button goes with the trade: whoever pressed it stays here.
    box.current?.focus();
  };
  return (
    <div ref={box} className={styles.trade} tabIndex={-1}>
      <label className="labeled">
        <span>What to do</span>
        <select
          className="control"
          value={kind}
          onChange={({ currentTarget: { value } }) => {
            const chosen = kinds.find((each) => each.kind === value);
            if (chosen !== undefined) begin({ kind: chosen.kind, position: null });
          }}
        >
          {abouts.map((about) => (
            <optgroup key={about} label={about}>
              {kinds
                .filter((each) => each.about === about)
                .map((each) => (
                  <option key={each.kind} value={each.kind}>
                    {each.title}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      {sideTraded(kind) !== null && (
        <HoldingChoice
          account={account}
          kind={kind}
          chosen={now.position}
          onChoose={(position) => begin({ position })}
        />
      )}
      <TradeFields
        key={round}
        wish={now}
        traded={traded}
        account={account}
        problem={problem}
        onWish={(next) => {
          setForm((form) => (form.round === round ? { round, wish: { ...form.wish, ...next } } : form));
          setTaken(null);
        }}
      />
      {isMoved && (
        <p className="note">Traded at the prices of this what-if, with the market moved as it is now.</p>
      )}
      {isTaken && <p className="note">It is in the what-if: the list below takes it out again.</p>}
      {tried !== null && problem === null && !(isTaken && kind === 'rebalance') && (
        <TradePreview wish={now} tried={tried} traded={traded} onTake={take} />
      )}
      {(kind === 'rebalance' || (kind === 'deposit' && now.use === 'invest')) && <M1Question />}
      {!areAllAsked && !kinds.some((each) => each.kind === 'openShort') && (
        <button type="button" className={`link ${styles.take}`} onClick={() => askForAll(true)}>
          More kinds of trades
        </button>
      )}
    </div>
  );
}

interface HoldingChoiceProps {
  readonly account: Side['account'];
  readonly kind: TradeKind;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

function HoldingChoice({ account, kind, chosen, onChoose }: HoldingChoiceProps) {
  const side = sideTraded(kind);
  return (
    <label className="labeled">
      <span>Which holding</span>
      <select
        className="control"
        value={chosen ?? ''}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        {(side === null ? [] : heldOn(account, side)).map((position) => (
          <option key={position.id} value={position.id}>
            {nameHolding(position, account.positions, 'subject')}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A wish with a holding that is there, and counted in what that holding allows. */
function settled(wish: TradeWish, { account }: Side): TradeWish {
  if (wish.use === 'repay' && account.marginLoan.sign() === 0) return { ...wish, use: 'cash' };
  const side = sideTraded(wish.kind);
  if (side === null) return wish;
  const held = heldOn(account, side);
  const position = held.find(({ id }) => id === wish.position) ?? held[0];
  return {
    ...wish,
    position: position?.id ?? null,
    unit: position?.shares === null ? 'dollars' : wish.unit,
  };
}
