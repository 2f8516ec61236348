// What changed from before to now in words: prices, requirements and shares, holding by holding. Serves R-93 of rules.md.
import type { Position } from '@/engine/account';
import type { CauseShare } from '@/engine/attribution';
import { type Money, money } from '@/engine/quantity';
import type { HoldingChange, Past } from '@/state/explained';
import { groupThousands, trimZeros } from '@/ui/decimal-text';
import { formatMoneyShort, formatMoneyText, formatMove, formatRate } from '@/ui/format';
import { nameHolding } from '@/ui/holding-name';

interface Moved extends HoldingChange {
  readonly before: Position;
  readonly now: Position;
}

/** The holdings whose price moved, or whose value where only that is known. */
export function movedHoldings({ changes }: Past): readonly Moved[] {
  return changes.filter((change): change is Moved => isHeldStill(change) && moveSign(change) !== 0);
}

function isHeldStill(change: HoldingChange): change is Moved {
  return change.before !== null && change.now !== null;
}

/** Above 0 where it rose, below 0 where it fell. */
export function moveSign(moved: Moved): number {
  const { was, is } = worthsOf(moved);
  return is.compare(was);
}

/** Both prices, or both values where one of the prices is not known: a price beside a value says nothing. */
function worthsOf({ before, now }: Moved): { readonly was: Money; readonly is: Money } {
  return before.price === null || now.price === null
    ? { was: before.marketValue, is: now.marketValue }
    : { was: worthOf(before), is: worthOf(now) };
}

/** A price, or the value where that is all that is known. */
export function worthOf({ price, marketValue }: Position): Money {
  return price === null ? marketValue : price.as<'money'>();
}

/** In dollars and cents; below a dollar with the decimals without which two prices would look alike. */
export function wordWorth(worth: Money): string {
  const decimals = worth.isBelow(cent) ? 8 : 4;
  const isPlain = !worth.isBelow(dollar) || worth.equals(money(worth.toFixed(2)));
  return isPlain ? formatMoneyShort(worth) : formatMoneyText(trimZeros(worth.toFixed(decimals)));
}

const [cent, dollar] = [money('0.01'), money(1)];

interface Rated extends HoldingChange {
  readonly now: Position;
  readonly rateBefore: NonNullable<HoldingChange['rateBefore']>;
  readonly rateNow: NonNullable<HoldingChange['rateNow']>;
}

/** The holdings whose requirement is another. */
export function ratedHoldings({ changes }: Past): readonly Rated[] {
  return changes.filter(
    (change): change is Rated =>
      change.now !== null &&
      change.rateBefore !== null &&
      change.rateNow !== null &&
      !change.rateBefore.equals(change.rateNow),
  );
}

/** So many holdings are named in one sentence. */
const mostNamed = 3;

function namer({ changes, account }: Past): (position: Position) => string {
  const now = changes.flatMap(({ now: held }) => (held === null ? [] : [held]));
  return (position) =>
    nameHolding(position, now.some(({ id }) => id === position.id) ? now : account.positions);
}

function listed(items: readonly string[]): string {
  const more = items.length - mostNamed;
  const named = items.slice(0, more === 1 ? mostNamed + 1 : mostNamed);
  return `${named.join('; ')}${more > 1 ? `; and ${more} others` : ''}`;
}

function listCause(cause: string, past: Past): readonly string[] {
  const nameOf = namer(past);
  switch (cause) {
    case 'prices':
      return movedHoldings(past).map((each) => `${nameOf(each.now)} ${wordMove(each)}`);
    case 'requirements':
      return ratedHoldings(past).map((each) => `${nameOf(each.now)} ${wordRates(each)}`);
    case 'trades':
      return tradesOf(past).map((each) => wordTrade(each, nameOf));
    default:
      return [];
  }
}

/** What each cause changed, holding by holding, to stand behind a sentence. */
export function detailsOf({ causes }: CauseShare, past: Past): string {
  return causes
    .map((cause) => listed(listCause(cause, past)))
    .map((details) => (details === '' ? '' : ` ${details}.`))
    .join('');
}

/** What happened, a sentence for each cause, for whoever has only the words: "ACME fell from $100 to $78 (−22.0 %)." */
export function wordHappened(past: Past): readonly string[] {
  return past.attribution.shares
    .flatMap(({ causes }) => causes)
    .map((cause) => wordCause(cause, past))
    .filter((sentence) => sentence !== '');
}

function wordCause(cause: string, past: Past): string {
  const items = listCause(cause, past);
  const behind = (title: string) => (items.length === 0 ? '' : `${title}: ${listed(items)}.`);
  switch (cause) {
    case 'prices':
      return wordMoves(past) ?? behind('Prices');
    case 'requirements':
      return wordRequirements(past) ?? behind('Requirements');
    case 'trades':
      return behind('Trades');
    case 'money':
      return `${formatMoneyShort(past.moneyIn.absolute())} was ${past.moneyIn.sign() < 0 ? 'taken out' : 'paid in'}.`;
    case 'interest':
      return `${formatMoneyShort(past.interest)} of interest was added.`;
    case 'loan':
      return isBorrowing(past) ? 'Cash was borrowed.' : 'Cash went to repay the loan.';
    default:
      return '';
  }
}

/** A loan counts only where a rule holds from some loan on: repaying adds, borrowing takes. */
export function isBorrowing({ attribution: { shares } }: Past): boolean {
  return shares.find(({ causes }) => causes.includes('loan'))?.share.sign() === -1;
}

/** One holding by its name, several that moved alike together; null where each moved by itself. */
function wordMoves(past: Past): string | null {
  const moved = movedHoldings(past);
  const [first] = moved;
  if (first === undefined) return null;
  const verb = moveSign(first) < 0 ? 'fell' : 'rose';
  if (moved.length === 1) return `${namer(past)(first.now)} ${verb} ${wordMove(first)}.`;
  const moves = moved.map(moveOf);
  const [move = ''] = moves;
  if (move === '' || moves.some((each) => each !== move)) return null;
  const who = moved.length === past.changes.length ? 'The holdings' : `${moved.length} holdings`;
  return `${who} ${verb} by ${move.replace(/^[+−]/, '')}.`;
}

function wordRequirements(past: Past): string | null {
  const rated = ratedHoldings(past);
  const [first] = rated;
  if (first === undefined) return null;
  const verb = first.rateNow.isAbove(first.rateBefore) ? 'rose' : 'fell';
  if (rated.length === 1) return `The requirement of ${namer(past)(first.now)} ${verb} ${wordRates(first)}.`;
  if (rated.some((each) => wordRates(each) !== wordRates(first))) return null;
  const who = rated.length === past.changes.length ? 'all holdings' : `${rated.length} holdings`;
  return `The requirement of ${who} ${verb} ${wordRates(first)}.`;
}

/**
 * What the size of a holding, and the loan where a rule holds only from some loan on, made of its requirement: no cause
 * of its own, for it follows from prices, trades or the loan. Empty where it made nothing.
 */
export function wordSized(past: Past): string {
  const nameOf = namer(past);
  const items = past.changes.flatMap(({ now, sized }) => {
    if (now === null || sized === null) return [];
    return [`${nameOf(now)} from ${formatRate(sized.before)} to ${formatRate(sized.now)}`];
  });
  if (items.length === 0) return '';
  const hasBound = (past.account.ruleSet.concentration?.debitAtLeast ?? null) !== null;
  const on = `${hasBound ? 'the loan and on ' : ''}a holding’s part of the account`;
  return `By the broker’s rules the requirement depends on ${on}, too: ${listed(items)}.`;
}

function wordRates({ rateBefore, rateNow }: Rated): string {
  return `from ${formatRate(rateBefore)} to ${formatRate(rateNow)}`;
}

/** "−22.0 %"; empty where it was worth nothing. */
function moveOf(moved: Moved): string {
  const { was, is } = worthsOf(moved);
  return was.sign() === 0 ? '' : formatMove(is.minus(was).per(was).as<'bare'>());
}

function wordMove(moved: Moved): string {
  const move = moveOf(moved);
  const { was, is } = worthsOf(moved);
  const words = `from ${wordWorth(was)} to ${wordWorth(is)}`;
  return move === '' ? words : `${words} (${move})`;
}

function tradesOf({ changes }: Past): readonly HoldingChange[] {
  return changes.filter(({ before, now }) => {
    if (before === null || now === null) return true;
    return before.shares !== null && now.shares !== null && !before.shares.equals(now.shares);
  });
}

function wordTrade({ before, now }: HoldingChange, nameOf: (position: Position) => string): string {
  const held = now ?? before;
  if (held === null) return '';
  const count = (position: Position | null) =>
    position === null ? '0' : groupThousands(trimZeros(position.shares?.toText() ?? ''));
  return held.shares === null
    ? `${nameOf(held)} ${now === null ? 'closed' : 'new'}`
    : `${nameOf(held)} from ${count(before)} to ${count(now)} shares`;
}
