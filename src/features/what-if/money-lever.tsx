// Money in or out as one signed lever: a withdrawal takes the cash first and borrows the rest.
import type { SimulatorDocument } from '@/io/document';
import { moneyEnds } from '@/presets/sliders';
import { selectToday, selectView } from '@/state/figures';
import { findMoneyCall } from '@/state/lever-calls';
import { moneyFlowOf, shownChanges } from '@/state/lever-edits';
import { setOwnMoney } from '@/state/money-edits';
import { selectAccount, selectDocument, useDesk } from '@/state/store';
import { findBorrowed, findUsed, isOverdrawn } from '@/state/what-if-notes';
import { groupThousands, withCents } from '@/ui/decimal-text';
import { formatMoneyShort, formatMoneyText, withTrueMinus } from '@/ui/format';
import { describeProblem, readDecimal } from '@/ui/read-decimal';
import { callButton } from './call-button';
import { Lever } from './lever';
import type { WayToCall } from './way-to-call';

/** Slider, field, and where the money comes from. */
export function MoneyLever() {
  const account = useDesk(selectAccount);
  const amount = useDesk((desk) => moneyFlowOf(shownChanges(selectDocument(desk))));
  const margin = selectToday(account)?.margin ?? null;
  const size = margin === null ? 0 : margin.longMarketValue.plus(margin.shortMarketValue).toNumber();
  const end = moneyEnds.find((each) => each >= size) ?? 1e9;

  return (
    <>
      <Lever
        field="money"
        label="Money in or out"
        fieldLabel="Money in, or out with a minus, in dollars"
        range={{ min: -end, max: end, step: end / 100, largeStep: end / 20 }}
        limits={[-1e12, 1e12]}
        value={Number(amount)}
        valueText={`${formatMoneyText(withCents(amount))}, ${amount.startsWith('-') ? 'out' : 'in'}`}
        shown={withTrueMinus(groupThousands(withCents(amount)))}
        prefix="$"
        hasSign
        edit={(value) => setOwnMoney(value.toFixed(0))}
        home={setOwnMoney('0')}
        read={(text) => {
          const typed = readDecimal(text);
          if (!typed.ok) return { ok: false, message: describeProblem(typed) };
          if (typed.unit === '%') return { ok: false, message: 'Type dollars here, not a percentage.' };
          return { ok: true, edit: setOwnMoney(typed.decimal) };
        }}
        findWay={findWay}
      />
      <p className="note">
        <FlowNote amount={amount} />
      </p>
    </>
  );
}

/** Where the money comes from or goes to, and whether a broker has to pay it out: that follows the market too. */
function FlowNote({ amount }: { readonly amount: string }) {
  const document = useDesk(selectDocument);
  const hasShorts = document.account.positions.some(({ side }) => side === 'short');
  return (
    <>
      {wordFlow(amount, findBorrowed(document), findUsed(document))}
      {isOverdrawn(document) && <span data-tells> {wordOverdrawn(hasShorts)}</span>}
    </>
  );
}

/** The way to the most that can go out, or what must come in. */
function findWay(document: SimulatorDocument): WayToCall | null {
  const view = selectView(document);
  const call = findMoneyCall(document);
  if (!view.ok || call === null) return null;
  const size = formatMoneyText(withCents(call.value.replace('-', '')));
  const words = `${size} ${call.value.startsWith('-') ? 'out' : 'in'}`;
  return { name: callButton(view.scene, call.isEnd, words), edit: setOwnMoney(call.value) };
}

function wordOverdrawn(hasShorts: boolean): string {
  const debt = hasShorts ? 'a loan or a short open' : 'a loan';
  return `A broker need not pay it out: with ${debt}, $2,000 of equity and the requirement have to be left.`;
}

function wordFlow(
  amount: string,
  taken: ReturnType<typeof findBorrowed>,
  used: ReturnType<typeof findUsed>,
): string {
  if (!amount.startsWith('-')) {
    if (amount === '0') return 'In to the right, out to the left.';
    return used === null
      ? 'It stays as cash.'
      : `With the rest of this what-if the cash becomes ${formatMoneyShort(used.cash, 'down')}, the loan ${formatMoneyShort(used.loan, 'up')}.`;
  }
  if (taken === null) return 'It comes out of the cash.';
  const { borrowed, loan } = taken;
  return `${formatMoneyShort(borrowed)} of it is borrowed: the loan becomes ${formatMoneyShort(loan)}.`;
}
