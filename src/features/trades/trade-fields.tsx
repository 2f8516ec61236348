// The fields of a trade: how much, counted in shares or dollars, and what a new holding is.
import type { Account, Position } from '@/engine/account';
import { greatest, least, type Money, money } from '@/engine/quantity';
import { groupThousands, shiftPoint } from '@/ui/decimal-text';
import { formatMoneyShort, formatRate } from '@/ui/format';
import { PassingField } from '@/ui/passing-field';
import { readMoney, readPrice, readRate, readShares } from '@/ui/typed-figures';
import type { MoneySource, MoneyUse, TradeWish } from './trade-kinds';
import styles from './trades.module.css';

const nothing = money(0);

/** What the fields need to know. */
export interface TradeFieldsProps {
  readonly wish: TradeWish;
  /** The holding that is traded, where it is one. */
  readonly traded: Position | undefined;
  readonly account: Account;
  /** Why the amount that is typed is not possible; null where it is. */
  readonly problem: string | null;
  readonly onWish: (change: Partial<TradeWish>) => void;
}

/** Those of the kind. */
export function TradeFields(props: TradeFieldsProps) {
  switch (props.wish.kind) {
    case 'buy':
    case 'sell':
    case 'short':
    case 'cover':
      return <SizeFields {...props} canCount={props.traded?.shares !== null} />;
    case 'open':
    case 'openShort':
    case 'moveIn':
      return <NewHoldingFields {...props} />;
    case 'deposit':
      return <DepositFields {...props} />;
    case 'withdraw':
      return <WithdrawFields {...props} />;
    case 'borrow':
      return <AmountField {...props} label="Money borrowed" />;
    case 'repay':
      return <RepayField {...props} />;
    case 'rebalance':
      return <CashInvested {...props} />;
    case 'remove':
      return null;
  }
}

const verbs = { buy: 'buy', sell: 'sell', short: 'sell short', cover: 'buy back' } as const;

function sizeLabel({ kind, unit }: TradeWish): string {
  const verb = kind in verbs ? ` to ${verbs[kind as keyof typeof verbs]}` : '';
  return unit === 'shares' ? `Shares${verb}` : `Dollars${verb}`;
}

function SizeFields(props: TradeFieldsProps & { readonly canCount: boolean }) {
  const { wish, traded, canCount, problem, onWish } = props;
  const isCounted = wish.unit === 'shares';
  const isEnding = wish.kind === 'sell' || wish.kind === 'cover';
  const all = !isEnding || traded === undefined ? null : allOf(traded, wish.unit);
  return (
    <div className={styles.size}>
      <PassingField
        key={wish.unit}
        label={sizeLabel(wish)}
        prefix={isCounted ? undefined : '$'}
        value={wish.size === null ? '' : groupThousands(wish.size)}
        kept={wish.size}
        problem={problem}
        read={isCounted ? readShares : readMoney}
        onValue={(size) => onWish({ size })}
      />
      {canCount && (
        <label className="labeled">
          <span>In</span>
          <select
            className="control"
            value={wish.unit}
            onChange={({ currentTarget: { value } }) =>
              onWish({ unit: value === 'dollars' ? 'dollars' : 'shares', size: null })
            }
          >
            <option value="shares">shares</option>
            <option value="dollars">dollars</option>
          </select>
        </label>
      )}
      {all !== null && (
        <button type="button" className={`link ${styles.all}`} onClick={() => onWish({ size: all })}>
          All of it: {isCounted ? groupThousands(all) : formatMoneyShort(money(all))}
        </button>
      )}
    </div>
  );
}

/** What a document takes as it is. */
const exactText = /^\d{1,15}(\.\d{1,18})?$/;

/** All that is held, where that can be written out. */
function allOf({ shares, marketValue }: Position, unit: TradeWish['unit']): string | null {
  const text = unit === 'shares' ? shares?.toText() : marketValue.toText();
  return text !== undefined && exactText.test(text) ? text : null;
}

function NewHoldingFields(props: TradeFieldsProps) {
  const { wish, account, onWish } = props;
  const isShort = wish.kind === 'openShort';
  const { longRate, shortRate } = account.ruleSet;
  return (
    <>
      <div className={styles.fields}>
        <label className="labeled">
          <span>Symbol</span>
          <input
            className="control"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            placeholder="e.g. VTI"
            value={wish.symbol}
            onChange={({ currentTarget }) => onWish({ symbol: currentTarget.value })}
          />
        </label>
        <PassingField
          label="The broker requires of it"
          suffix="%"
          placeholder={formatRate(isShort ? shortRate : longRate).replace(/\u00A0%$/, '')}
          value={wish.rate === null ? '' : shiftPoint(wish.rate, 2)}
          kept={wish.rate}
          read={readRate}
          onValue={(rate) => onWish({ rate })}
        />
      </div>
      <SizeFields {...props} canCount />
      {wish.unit === 'shares' && (
        <PassingField
          label="Price of a share"
          prefix="$"
          value={wish.price === null ? '' : groupThousands(wish.price)}
          kept={wish.price}
          read={readPrice}
          onValue={(price) => onWish({ price })}
        />
      )}
    </>
  );
}

function AmountField({ wish, problem, onWish, label }: TradeFieldsProps & { readonly label: string }) {
  return (
    <PassingField
      label={label}
      prefix="$"
      value={wish.size === null ? '' : groupThousands(wish.size)}
      kept={wish.size}
      problem={problem}
      read={readMoney}
      onValue={(size) => onWish({ size })}
    />
  );
}

const uses: readonly (readonly [MoneyUse, string])[] = [
  ['cash', 'stays as cash'],
  ['repay', 'repays the loan'],
  ['invest', 'is invested by targets'],
];

const sources: readonly (readonly [MoneySource, string])[] = [
  ['cash', 'cash first, then borrowed'],
  ['sell', 'cash first, then by selling'],
];

function DepositFields(props: TradeFieldsProps) {
  const { wish, account, onWish } = props;
  const hasLoan = account.marginLoan.sign() > 0;
  const offered = uses.filter(([use]) => use !== 'repay' || hasLoan);
  return (
    <>
      <AmountField {...props} label="Money that comes in" />
      <Choice
        label="What becomes of it"
        options={offered}
        chosen={wish.use}
        onChoose={(use) => onWish({ use })}
      />
    </>
  );
}

function WithdrawFields(props: TradeFieldsProps) {
  const { wish, onWish } = props;
  return (
    <>
      <AmountField {...props} label="Money that goes out" />
      <Choice
        label="Where it comes from"
        options={sources}
        chosen={wish.from}
        onChoose={(from) => onWish({ from })}
      />
    </>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly (readonly [T, string])[];
  readonly chosen: T;
  readonly onChoose: (chosen: T) => void;
}

function Choice<T extends string>({ label, options, chosen, onChoose }: ChoiceProps<T>) {
  return (
    <label className="labeled">
      <span>{label}</span>
      <select
        className="control"
        value={chosen}
        onChange={({ currentTarget: { value } }) => {
          const option = options.find(([each]) => each === value);
          if (option !== undefined) onChoose(option[0]);
        }}
      >
        {options.map(([value, title]) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function RepayField(props: TradeFieldsProps) {
  const { cash, marginLoan } = props.account;
  return (
    <>
      <AmountField {...props} label="Cash that repays" />
      <AllLink {...props} amount={least(cash, marginLoan)} />
    </>
  );
}

function CashInvested(props: TradeFieldsProps) {
  const { cash, minimumCash } = props.account;
  const kept =
    minimumCash.sign() > 0 ? [`The minimum cash, ${formatMoneyShort(minimumCash, 'up')}, stays.`] : [];
  return (
    <>
      <AmountField {...props} label="Cash invested with it" />
      <AllLink {...props} amount={greatest(nothing, cash.minus(minimumCash))} />
      {kept.map((words) => (
        <p key={words} className="note">
          {words}
        </p>
      ))}
    </>
  );
}

/** Types all there is at a press, where that can be written out. */
function AllLink({ wish, amount, onWish }: TradeFieldsProps & { readonly amount: Money }) {
  const all = amount.toText();
  if (amount.sign() <= 0 || !exactText.test(all) || wish.size === all) return null;
  return (
    <button type="button" className={`link ${styles.take}`} onClick={() => onWish({ size: all })}>
      All that can be: {formatMoneyShort(amount, 'down')}
    </button>
  );
}
