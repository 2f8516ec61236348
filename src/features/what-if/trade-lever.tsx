// One holding bought or sold, as a trade at the price on show: equity stays, what is required of the account does not.
import type { PositionInput } from '@/engine/account';
import { tradeRange } from '@/presets/sliders';
import { shownChanges } from '@/state/lever-edits';
import { holdingFields } from '@/state/one-holding';
import { selectDocument, useDesk } from '@/state/store';
import { heldThere, setTraded, tradedOf, tradeUnitOf } from '@/state/trade-lever';
import { groupThousands, trimZeros, withCents } from '@/ui/decimal-text';
import { formatMoneyText, withTrueMinus } from '@/ui/format';
import { describeProblem, readDecimal } from '@/ui/read-decimal';
import { Lever, type LeverReading } from './lever';
import styles from './what-if.module.css';

/** Slider, field, and what it comes from or goes to. Nothing for a holding of nothing. */
export function TradeLever({ name, position }: { readonly name: string; readonly position: PositionInput }) {
  const unit = tradeUnitOf(position);
  const held = useDesk((desk) => heldThere(selectDocument(desk), position));
  const most = Number(held);
  const traded = useDesk((desk) => tradedOf(shownChanges(selectDocument(desk)), position));
  if (!(most > 0)) return null;
  const range = tradeRange(most, unit === 'shares' && Number.isInteger(most));
  const isShort = position.side === 'short';
  // The end that leaves nothing is all that is held, to the last fraction; before it stand round steps.
  const sizeOf = (value: number) => {
    const isOut = isShort ? value > 0 : value < 0;
    if (isOut && Math.abs(value) >= most) return isShort ? held : `-${held}`;
    return trimZeros(value.toFixed(Math.max(0, -Math.floor(Math.log10(range.step)))));
  };
  const words = unit === 'shares' ? wordShares(traded) : formatMoneyText(withCents(traded));
  return (
    <>
      <div>
        <div className={styles.name}>
          <span>{isShort ? 'Buy back, or sell more short' : 'Buy or sell'}</span>
          <span>
            {unit === 'shares' ? `${wordShares(held)} held` : `${formatMoneyText(withCents(held))} held`}
          </span>
        </div>
        <Lever
          field={holdingFields({ position: position.id }).traded}
          label={`${unit === 'shares' ? 'Shares' : 'Dollars'} of ${name} bought or sold`}
          fieldLabel={`Buy of ${name}, or sell with a minus, in ${unit === 'shares' ? 'shares' : 'dollars'}`}
          range={range}
          limits={isShort ? [-1e12, most] : [-most, 1e12]}
          value={Number(traded)}
          valueText={`${withTrueMinus(words)}, ${Number(traded) < 0 ? 'sold' : 'bought'}`}
          shown={withTrueMinus(groupThousands(unit === 'shares' ? traded : withCents(traded)))}
          prefix={unit === 'shares' ? undefined : '$'}
          suffix={unit === 'shares' ? 'shares' : undefined}
          hasSign
          edit={(value) => setTraded(position, sizeOf(value))}
          home={setTraded(position, '0')}
          read={(text) => readTrade(text, position, held)}
        />
      </div>
      <p className="note">{wordTrade(Number(traded), isShort)}</p>
    </>
  );
}

function readTrade(text: string, position: PositionInput, held: string): LeverReading {
  const typed = readDecimal(text);
  if (!typed.ok) return { ok: false, message: describeProblem(typed) };
  const unit = tradeUnitOf(position);
  if (typed.unit === '%' || (typed.unit === '$' && unit === 'shares')) {
    return { ok: false, message: `Type ${unit === 'shares' ? 'shares' : 'dollars'} here.` };
  }
  const isOut = position.side === 'short' ? Number(typed.decimal) > 0 : Number(typed.decimal) < 0;
  if (isOut && Math.abs(Number(typed.decimal)) > Number(held)) {
    return { ok: false, message: 'That is more than is held.' };
  }
  return { ok: true, edit: setTraded(position, typed.decimal) };
}

function wordShares(shares: string): string {
  return `${groupThousands(shares)} ${Math.abs(Number(shares)) === 1 ? 'share' : 'shares'}`;
}

function wordTrade(traded: number, isShort: boolean): string {
  if (traded === 0) {
    return isShort
      ? 'A trade at the price on show: to the right buys back, to the left sells more short.'
      : 'A trade at the price on show: to the right buys, to the left sells.';
  }
  if (isShort) {
    return traded > 0
      ? 'Bought back at the price on show, from the short credit first.'
      : 'Sold short at the price on show; what comes in is kept as short credit.';
  }
  return traded > 0
    ? 'Bought at the price on show: paid from cash, and what cash cannot pay is borrowed.'
    : 'Sold at the price on show; what comes in stays as cash.';
}
