// The fields of a trade: how much, counted in shares or dollars, and what a new holding is.
import type { Account, Position } from '@/engine/account';
import { greatest, money } from '@/engine/quantity';
import { groupThousands, shiftPoint } from '@/ui/decimal-text';
import { formatMoneyShort, formatRate } from '@/ui/format';
import { PassingField } from '@/ui/passing-field';
import { readMoney, readPrice, readRate, readShares } from '@/ui/typed-figures';
import type { TradeWish } from './trade-kinds';
import styles from './trades.module.css';

/** What the fields need to know. */
export interface TradeFieldsProps {
  readonly wish: TradeWish;
  /** The holding that is traded, where it is one. */
  readonly traded: Position | undefined;
  readonly account: Account;
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
    case 'invest':
      return <AmountField {...props} label="Money that comes in" />;
    case 'raise':
      return <AmountField {...props} label="Money that goes out" />;
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

function SizeFields({ wish, traded, canCount, onWish }: TradeFieldsProps & { readonly canCount: boolean }) {
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

function AmountField({ wish, onWish, label }: TradeFieldsProps & { readonly label: string }) {
  return (
    <PassingField
      label={label}
      prefix="$"
      value={wish.size === null ? '' : groupThousands(wish.size)}
      kept={wish.size}
      read={readMoney}
      onValue={(size) => onWish({ size })}
    />
  );
}

function CashInvested(props: TradeFieldsProps) {
  const { account, wish, onWish } = props;
  const spare = greatest(money(0), account.cash.minus(account.minimumCash));
  const all = spare.toText();
  return (
    <>
      <AmountField {...props} label="Cash invested with it" />
      {spare.sign() > 0 && exactText.test(all) && wish.size !== all && (
        <button type="button" className={`link ${styles.take}`} onClick={() => onWish({ size: all })}>
          All that can be: {formatMoneyShort(spare, 'down')}
        </button>
      )}
    </>
  );
}
