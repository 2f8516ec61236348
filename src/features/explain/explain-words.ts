// The explanation of a call in words: what it is, what there would be without each cause, and what each did. What stands
// between two pairs of asterisks is strong. Serves rules R-90 to R-94 of rules.md.
import type { Account, Position } from '@/engine/account';
import type { CauseShare } from '@/engine/attribution';
import type { MarginResult } from '@/engine/margin';
import { type Money, money } from '@/engine/quantity';
import type { SnapshotCause } from '@/engine/snapshots';
import type { Explained, Past } from '@/state/explained';
import { isLiquidating } from '@/state/liquidation';
import { formatCall, formatMoneyShort, formatRate, formatSum, shortMoneyText } from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';
import {
  detailsOf,
  isBorrowing,
  movedHoldings,
  moveSign,
  ratedHoldings,
  wordWorth,
  worthOf,
} from './change-words';

/** What the account is in now: the call, or what is above the requirement. */
export function wordNow({ account, now }: Explained): string {
  const { equity, requirement } = formatSum(now, shortMoneyText);
  if (!now.isInCall) {
    return now.excess.sign() === 0
      ? '**Exactly at the requirement: no call.**'
      : `**No margin call:** equity of ${equity} is ${formatMoneyShort(now.excess, 'down')} above the ${requirement} required.`;
  }
  const call = formatCall(now.excess.negated());
  const below = `Equity of ${equity} is below the ${requirement} required.`;
  return isLiquidating(account.ruleSet)
    ? `**${call} below the requirement.** ${below} ${account.ruleSet.name} makes no call.`
    : `**Margin call: ${call}.** ${below}`;
}

/** "$5,680 above", "$560 below". */
export function wordExcess(excess: Money): string {
  if (excess.sign() < 0) return `${formatCall(excess.negated())} below`;
  return excess.sign() === 0 ? 'exactly at the requirement' : `${formatMoneyShort(excess, 'down')} above`;
}

/** The causes that make now of before, the one first that the account is worst off without. */
function byWithout({ attribution }: Past): readonly CauseShare[] {
  return attribution.shares.toSorted((a, b) => a.without.compare(b.without));
}

/** What there would be without each cause, one sentence each, and with all of them. */
export function wordWithouts(past: Past, word: (excess: Money) => string = wordExcess): readonly string[] {
  const { shares, before, after } = past.attribution;
  if (shares.length === 0) return [];
  const [only] = shares;
  if (shares.length === 1 && only !== undefined) {
    return [
      `Without ${nameCause(only, past)}: **${word(before)}**, as before.`,
      `With ${isPlural(only, past) ? 'them' : 'it'}: **${word(after)}**.`,
    ];
  }
  return [
    ...byWithout(past).map((share) => `Without ${nameCause(share, past)}: **${word(share.without)}**.`),
    `Together: **${word(after)}**.`,
  ];
}

/** Whether it takes them all, or one alone made no difference, or it was below before; else empty. */
export function wordTogether({ attribution: { shares, after, before } }: Past): string {
  if (shares.length > 0 && after.sign() < 0 && before.sign() < 0) {
    return 'The account was below the requirement before, too.';
  }
  const took = shares.filter(({ share }) => share.sign() < 0);
  if (took.length > 1 && after.sign() < 0 && shares.every(({ without }) => without.sign() < 0)) {
    return 'Leave out any one of them alone, and the account is still below the requirement.';
  }
  const isNeeded = shares.length > 1 && shares.every(({ without }) => without.sign() >= 0);
  if (!isNeeded || after.sign() >= 0 || before.sign() < 0) return '';
  return shares.length === 2
    ? 'Neither alone takes the account below the requirement; both together do.'
    : 'Leave out any one of them, and the account is not below the requirement.';
}

/** Both sides of a long and short account apart; empty without shorts. */
export function wordSides({ sides, attribution: { after } }: Past): readonly string[] {
  if (sides === null) return [];
  const { long, short } = sides;
  const parts = [
    [long.without, 'what is held long'],
    [short.without, 'what is sold short'],
  ] as const;
  return parts
    .filter(([without]) => !without.equals(after))
    .map(([without, name]) => `Without the moves of ${name} alone: **${wordExcess(without)}**.`);
}

/** One cause as it is told one level down. */
export interface CauseWords {
  readonly key: string;
  /** "The fall". */
  readonly name: string;
  /** "−$11,440". */
  readonly amount: string;
  readonly sentence: string;
  readonly share: Money;
  /** What it did where it is counted before all others, and after them. */
  readonly first: Money;
  readonly last: Money;
}

/** Each cause with its share, the largest first; the printed shares make the printed change. */
export function wordCauses(past: Past): readonly CauseWords[] {
  const { shares, before, after } = past.attribution;
  const printed = printShares(past);
  return shares
    .map((share, index) => ({ share, amount: printed[index] ?? money(0) }))
    .toSorted((a, b) => b.share.share.absolute().compare(a.share.share.absolute()))
    .map(({ share, amount }): CauseWords => {
      const name = capital(nameCause(share, past));
      const [first, last] = [share.alone.minus(before), after.minus(share.without)];
      const order = first.toFixed(2) === last.toFixed(2) ? '' : `: ${wordOrders(amount, first, last)}`;
      const details = detailsOf(share, past);
      return {
        key: share.causes.join(),
        name,
        amount: formatMoneyShort(amount),
        sentence: `${name} ${effect(amount, '**')}${order}.${details}`,
        share: amount,
        first,
        last,
      };
    });
}

/** The whole change: "Together they took $18,560: from $18,000 above to $560 below." */
export function wordWhole(past: Past): string {
  const { before, after, shares } = past.attribution;
  const change = printed(after).minus(printed(before));
  const who = shares.length === 1 ? 'That' : 'Together they';
  return `${who} ${effect(change, '**')}: from ${wordExcess(before)} to ${wordExcess(after)}.`;
}

function printed(excess: Money): Money {
  return money(excess.toFixed(2, 'down'));
}

/** Shares in whole cents that make the printed change; what rounding leaves goes to the largest. */
function printShares({ attribution: { shares, before, after } }: Past): readonly Money[] {
  const rounded = shares.map(({ share }) => money(share.toFixed(2)));
  const rest = rounded.reduce((left, each) => left.minus(each), printed(after).minus(printed(before)));
  const largest = shares.reduce(
    (found, { share }, index) =>
      share.absolute().isAbove(shares[found]?.share.absolute() ?? share) ? index : found,
    0,
  );
  return rounded.map((each, index) => (index === largest ? each.plus(rest) : each));
}

/** Amounts alone where they are of the share's own kind: what it took on average it may have added in either order. */
function wordOrders(share: Money, first: Money, last: Money): string {
  const isSame = [first, last].every((each) => each.sign() === share.sign());
  const [one, other] = isSame
    ? [formatMoneyShort(first.absolute()), formatMoneyShort(last.absolute())]
    : [effect(first), effect(last)];
  return `counted first ${one}, counted last ${other}`;
}

function effect(amount: Money, mark = ''): string {
  if (amount.sign() === 0) return 'changed nothing';
  const dollars = `${mark}${formatMoneyShort(amount.absolute())}${mark}`;
  return amount.sign() < 0 ? `took ${dollars}` : `added ${dollars}`;
}

/** What depends on the order, and on what counts as one cause. */
export const orderNote =
  'What several causes do together belongs to none of them alone. So each share is the average over every order in which they could have come: together the shares make the whole change exactly, whatever the order. They do depend on what counts as one cause: all prices are one, and so are all requirements.';

/** A cause as the object of a sentence: "the fall". Several that cannot be parted are named together. */
export function nameCause({ causes }: Pick<CauseShare, 'causes'>, past: Past): string {
  return causes.map((cause) => nameOne(cause as SnapshotCause, past)).join(' and ');
}

function isPlural({ causes }: CauseShare, past: Past): boolean {
  return (
    causes.length > 1 ||
    /^the (trades$|moves|.*requirements$)/.test(nameOne(causes[0] as SnapshotCause, past))
  );
}

function nameOne(cause: SnapshotCause, past: Past): string {
  switch (cause) {
    case 'prices': {
      const signs = movedHoldings(past).map(moveSign);
      if (signs.every((sign) => sign < 0)) return 'the fall';
      return signs.every((sign) => sign > 0) ? 'the rise' : 'the moves in prices';
    }
    case 'requirements': {
      const changes = ratedHoldings(past);
      const signs = changes.map(({ rateBefore, rateNow }) => rateNow.compare(rateBefore));
      const noun = changes.length === 1 ? 'requirement' : 'requirements';
      if (signs.length > 0 && signs.every((sign) => sign > 0)) return `the higher ${noun}`;
      if (signs.length > 0 && signs.every((sign) => sign < 0)) return `the lower ${noun}`;
      return 'the changed requirements';
    }
    case 'trades':
      return past.unexplained.sign() === 0 ? 'the trades' : 'what is not explained';
    case 'money':
      return past.moneyIn.sign() < 0 ? 'the money taken out' : 'the money paid in';
    case 'interest':
      return 'the interest';
    case 'loan':
      return isBorrowing(past) ? 'the borrowing' : 'the repayment';
  }
}

/** What nothing explains, as a question; empty where all is explained. */
export function wordUnexplained(past: Past): string {
  const amount = unexplainedAmount(past);
  if (amount === '') return '';
  return past.unexplained.sign() > 0
    ? `**${amount} than this explains:** was money paid in?`
    : `**${amount} than this explains:** was money taken out, or interest added?`;
}

/** "$2,000 more went out", to go on with "than …"; empty where all is explained. */
export function unexplainedAmount({ unexplained }: Past): string {
  if (unexplained.sign() === 0) return '';
  return `${formatMoneyShort(unexplained.absolute())} more ${unexplained.sign() > 0 ? 'came in' : 'went out'}`;
}

/** The name of a holding with what it is worth now: "ACME, $78 and 40 % now". */
export function wordHolding(position: Position, account: Account, margin: MarginResult): string {
  const rate = margin.positions.find((each) => each.position.id === position.id)?.rate;
  const worth = wordWorth(worthOf(position));
  const name = nameHolding(position, account.positions);
  return `${name}: ${worth}${rate === undefined ? '' : ` at ${formatRate(rate)}`} now`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
