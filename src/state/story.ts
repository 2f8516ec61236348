/**
 * What happened to the account before it came to what it is: falls, requirements before, money, interest, trades, or
 * another account to compare with. Beside the document, for its format is fixed. Serves rule R-93 of rules.md.
 */
import type { Account, AccountInput, Position } from '@/engine/account';
import {
  greatest,
  least,
  type Money,
  marketValueOf,
  money,
  type Price,
  price,
  type Ratio,
  ratio,
  type Shares,
  shares,
  sum,
} from '@/engine/quantity';
import { readDocument } from '@/io/read-document';
import { ruleSets } from '@/presets/rule-sets';

/** What happened to one holding; what is left out is not told. Checked decimal text. */
export interface HoldingStory {
  /** How far it fell, as a ratio below 1; below 0 it rose. */
  readonly fall?: string;
  /** Its price before in dollars, or its value where shares are not known. */
  readonly price?: string;
  /** Its requirement before, as a ratio. */
  readonly rate?: string;
  /** Shares before; 0 where there was none of it. */
  readonly shares?: string;
}

/** What happened, plain JSON; figures are checked decimal text, null where nothing is told. */
export interface Story {
  /** Whether it is on show. */
  readonly isOpen: boolean;
  /** How far every holding fell, but for those that say it themselves. */
  readonly fall: string | null;
  /** The requirement before of every holding, but for those that say it themselves. */
  readonly rate: string | null;
  /** Money paid in; below 0 what was taken out. */
  readonly moneyIn: string | null;
  /** Interest that was added to the loan. */
  readonly interest: string | null;
  /** What the trades brought, below 0 what they cost; null counts them at the price now. */
  readonly tradeCash: string | null;
  /** By the holding's id. */
  readonly holdings: Readonly<Record<string, HoldingStory>>;
  /** Another account to compare with, in place of falls, requirements and shares that are told. */
  readonly compared: { readonly name: string; readonly account: AccountInput } | null;
  /** Texts that a field refused, by field. */
  readonly refused: Readonly<Record<string, string>>;
}

/** Nothing told. */
export const blankStory: Story = {
  isOpen: false,
  fall: null,
  rate: null,
  moneyIn: null,
  interest: null,
  tradeCash: null,
  holdings: {},
  compared: null,
  refused: {},
};

const nothing = money(0);
const one = ratio(1);

/** Whether anything is told. */
export function isTold({ isOpen: _open, refused: _refused, holdings, ...figures }: Story): boolean {
  return Object.keys(holdings).length > 0 || Object.values(figures).some((figure) => figure !== null);
}

/** The story with something of one holding told otherwise; undefined takes it back. */
export function withHolding(
  story: Story,
  id: string,
  change: { readonly [Key in keyof HoldingStory]?: HoldingStory[Key] | undefined },
): Story {
  const entries = Object.entries({ ...story.holdings[id], ...change }).filter(
    ([, text]) => text !== undefined,
  );
  const { [id]: _old, ...others } = story.holdings;
  const told = Object.fromEntries(entries) as HoldingStory;
  return { ...story, holdings: entries.length === 0 ? others : { ...others, [id]: told } };
}

/** Whether a trade is told: a holding had another number of shares. */
export function hasToldTrades({ holdings }: Story, { positions }: Account): boolean {
  return positions.some((position) => {
    const before = sharesBefore(position, holdings[position.id]);
    return before !== null && position.shares !== null && !before.equals(position.shares);
  });
}

/** What the trades brought: as it is told, else the shares that changed hands at the price now. */
export function tradeCashOf(story: Story, account: Account): Money {
  if (!hasToldTrades(story, account)) return nothing;
  return story.tradeCash === null ? tradesAtPriceNow(story, account) : money(story.tradeCash);
}

/** The shares that changed hands at the price now: what was sold brings money, what was bought or covered costs it. */
export function tradesAtPriceNow({ holdings }: Story, { positions }: Account): Money {
  return sum(
    positions.map((position) => {
      const before = sharesBefore(position, holdings[position.id]);
      if (before === null || position.shares === null || position.price === null) return nothing;
      const fewer = before.minus(position.shares);
      const given = position.side === 'long' ? fewer : fewer.negated();
      return marketValueOf(given, position.price);
    }),
  );
}

/** The account before, exactly: a price now that is 22 % lower is divided by 0.78. */
export function accountBefore(story: Story, now: Account): Account {
  const positions = now.positions.flatMap((position) => positionBefore(story, position));
  const interest = money(story.interest ?? '0');
  const more = interest.minus(money(story.moneyIn ?? '0')).minus(tradeCashOf(story, now));
  return { ...now, ...moneyWith(now, more), positions };
}

/** With so much more money: a smaller loan first, then more cash; with less the other way round. */
function moneyWith(
  { cash, marginLoan }: Account,
  more: Money,
): { readonly cash: Money; readonly marginLoan: Money } {
  if (more.sign() >= 0) {
    const repaid = least(more, marginLoan);
    return { cash: cash.plus(more.minus(repaid)), marginLoan: marginLoan.minus(repaid) };
  }
  const left = cash.plus(more);
  return {
    cash: greatest(nothing, left),
    marginLoan: marginLoan.plus(greatest(nothing, left.negated())),
  };
}

function positionBefore(story: Story, position: Position): readonly Position[] {
  const told = story.holdings[position.id] ?? {};
  const ownRate = rateBefore(story, position, told);
  const held = sharesBefore(position, told);
  if (position.price === null || held === null) {
    return [{ ...position, ownRate, marketValue: valueBefore(story, position.marketValue, told) }];
  }
  if (held.sign() === 0) return [];
  const at = valueBefore(story, position.price, told);
  return [{ ...position, ownRate, shares: held, price: at, marketValue: marketValueOf(held, at) }];
}

function rateBefore({ rate }: Story, { ownRate }: Position, told: HoldingStory): Ratio | null {
  const text = told.rate ?? rate;
  return text === null ? ownRate : ratio(text);
}

function sharesBefore({ shares: now }: Position, told: HoldingStory | undefined): Shares | null {
  if (now === null) return null;
  return told?.shares === undefined ? now : shares(told.shares);
}

/** The price, or the value where only that is known, before it fell. */
function valueBefore<Worth extends Price | Money>(story: Story, now: Worth, told: HoldingStory): Worth {
  // Either a price or a value is told, whichever is known now; the text is read the same way.
  if (told.price !== undefined) return price(told.price).as() as unknown as Worth;
  const fall = told.fall ?? story.fall;
  return fall === null ? now : (now.over(one.minus(ratio(fall))).reduced() as Worth);
}

const decimal = /^-?\d{1,15}(\.\d{1,30})?$/;
const unsigned = /^\d{1,15}(\.\d{1,30})?$/;

/** A story as it was kept; what does not look like one is left out, for it is only typed again. */
export function readStory(value: unknown): Story {
  if (!isRecord(value)) return blankStory;
  const figure = (key: string, pattern = unsigned) => textOf(value[key], pattern) ?? null;
  const fall = fallOf(value['fall']) ?? null;
  const holdings = isRecord(value['holdings']) ? Object.entries(value['holdings']) : [];
  return {
    isOpen: value['isOpen'] === true,
    fall,
    rate: figure('rate'),
    moneyIn: figure('moneyIn', decimal),
    interest: figure('interest'),
    tradeCash: figure('tradeCash', decimal),
    holdings: Object.fromEntries(
      holdings.flatMap(([id, told]) =>
        isRecord(told) && Object.keys(toldOf(told)).length > 0 ? [[id, toldOf(told)]] : [],
      ),
    ),
    compared: comparedOf(value['compared']),
    refused: isRecord(value['refused'])
      ? Object.fromEntries(
          Object.entries(value['refused']).flatMap(([field, text]) =>
            typeof text === 'string' ? [[field, text]] : [],
          ),
        )
      : {},
  };
}

function toldOf(told: Record<string, unknown>): HoldingStory {
  const entries = [
    ['fall', fallOf(told['fall'])],
    ['price', textOf(told['price'], unsigned)],
    ['rate', textOf(told['rate'], unsigned)],
    ['shares', textOf(told['shares'], unsigned)],
  ].filter(([, text]) => text !== undefined);
  return Object.fromEntries(entries) as HoldingStory;
}

function fallOf(value: unknown): string | undefined {
  const text = textOf(value, decimal);
  return text !== undefined && ratio(text).isBelow(one) ? text : undefined;
}

function comparedOf(value: unknown): Story['compared'] {
  if (!isRecord(value) || typeof value['name'] !== 'string') return null;
  const document = { app: 'headroom', schemaVersion: 1, account: value['account'], scenarios: [] };
  const read = readDocument(document, ruleSets);
  return read.ok ? { name: value['name'], account: read.value.document.account } : null;
}

function textOf(value: unknown, pattern: RegExp): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
