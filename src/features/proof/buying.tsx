// When buying: the initial requirement, restricted or not, buying power, and what a purchase would have to be paid. None
// of it is a line of a margin call, so it stays folded below the two lines until it is asked for.
import { useState } from 'react';
import { money, type Ratio, ratio } from '@/engine/quantity';
import { glossary } from '@/presets/glossary';
import { type Buying, buyingPowerAt, paymentDue, purchaseOf, selectBuying } from '@/state/buying';
import type { Explanation } from '@/state/explanation';
import { isLiquidating } from '@/state/liquidation';
import { localDay } from '@/state/today';
import { groupThousands, shiftPoint } from '@/ui/decimal-text';
import { Fold } from '@/ui/fold';
import { formatExcess, formatRate, formatSum } from '@/ui/format';
import { PassingField } from '@/ui/passing-field';
import { StrongText } from '@/ui/strong-text';
import { Term } from '@/ui/term';
import { readMoney, readRate } from '@/ui/typed-figures';
import { type BuyingContext, excessName, wordPurchase, wordRestricted, wordTrades } from './buying-words';
import styles from './lines.module.css';
import { RuleNotes } from './rule-notes';

/** The door, and behind it the figures; open by itself where the what-if's own trades make a Fed call. */
export function BuyingPart({ explanation }: { readonly explanation: Explanation }) {
  const buying = selectBuying(explanation);
  const [wanted, setWanted] = useState<boolean | null>(null);
  const isOpen = wanted ?? (buying.trades !== null && buying.trades.fedCall.sign() > 0);
  return (
    <Fold
      title="When buying: what may be bought, and what must be paid"
      isOpen={isOpen}
      onToggle={() => setWanted(!isOpen)}
    >
      {(id) => (
        <div id={id} className={styles.lines}>
          <BuyingFigures explanation={explanation} buying={buying} />
        </div>
      )}
    </Fold>
  );
}

interface BuyingProps {
  readonly explanation: Explanation;
  readonly buying: Buying;
}

function BuyingFigures({ explanation, buying }: BuyingProps) {
  const { account, margin, scene } = explanation;
  const { regT, trades } = buying;
  const [typedRate, setTypedRate] = useState<string | null>(null);
  const rate = typedRate === null ? account.ruleSet.longRate : ratio(typedRate);
  const words = formatSum({ equity: margin.equity, excess: regT.excess });
  const rows = [
    ['Equity', words.equity],
    ['Initial requirement', words.requirement],
    [excessName(scene.hasShorts), words.excess],
    [`Buying power at ${formatRate(rate)}`, formatExcess(buyingPowerAt(explanation, buying, rate))],
  ] as const;
  const context: BuyingContext = {
    hasShorts: scene.hasShorts,
    isLiquidated: isLiquidating(account.ruleSet),
    broker: account.ruleSet.name,
    due: paymentDue(localDay()),
  };
  return (
    <>
      <table className={styles.sum}>
        <caption className="visually-hidden">The account when buying</caption>
        <tbody>
          {rows.map(([name, figure]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{figure}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        The Federal Reserve asks for half of what is bought on margin{scene.hasShorts && ' or sold short'},
        and for all of what is not marginable, on the day of the trade. Afterwards only the broker’s
        requirement counts: a fall of prices never makes a call of this, so it is no call line and not on the
        chart.
      </p>
      <p>
        <StrongText text={wordRestricted(regT)} />
      </p>
      <p>
        Buying power is the most that can be bought without paying in. The broker’s own may be larger: it
        remembers earlier gains and payments in a memorandum account (SMA), which is not modelled.
      </p>
      <p>
        Trading within the day: the rule of the <Term entry={glossary.dayTrader} text="pattern day trader" />{' '}
        is gone, and in no figure here.
      </p>
      {trades !== null && <Sentences sentences={wordTrades(trades, context)} />}
      <PurchaseFields rate={rate} onRate={setTypedRate} {...{ explanation, buying, context }} />
      <RuleNotes rules={['R-83', 'R-84', 'R-85']} ruleSet={account.ruleSet} />
    </>
  );
}

interface PurchaseProps extends BuyingProps {
  readonly rate: Ratio;
  readonly onRate: (rate: string | null) => void;
  readonly context: BuyingContext;
}

function PurchaseFields({ explanation, buying, rate, onRate, context }: PurchaseProps) {
  const [amount, setAmount] = useState<string | null>(null);
  const sentences =
    amount === null || Number(amount) === 0
      ? []
      : wordPurchase(purchaseOf(explanation, buying, money(amount), rate), rate, context);
  return (
    <>
      <div className={styles.purchase}>
        <PassingField
          label={context.hasShorts ? 'If I buy or sell short' : 'If I buy'}
          prefix="$"
          placeholder="e.g. 10,000"
          value={amount === null ? '' : groupThousands(amount)}
          kept={amount}
          read={readMoney}
          onValue={setAmount}
        />
        <PassingField
          label="My broker requires of it"
          suffix="%"
          value={shiftPoint(rate.toText(), 2)}
          kept={rate.toText()}
          read={readRate}
          onValue={onRate}
        />
      </div>
      <Sentences sentences={sentences} />
    </>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return sentences.map((sentence) => (
    <p key={sentence}>
      <StrongText text={sentence} />
    </p>
  ));
}
