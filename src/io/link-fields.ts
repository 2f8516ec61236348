/**
 * What stands where in a link of version 1: each field of the document at its place, defaults left out. These places are
 * in links that people have sent: they never change. A later version of the document gets a table of its own.
 */
import type { AccountInput, PositionInput } from '@/engine/account';
import type { RuleSetInput } from '@/engine/rule-set';
import type { ChangeInput, ScenarioInput } from '@/engine/scenario';
import type { SimulatorDocument } from '@/io/document';
import type { LinkItem } from '@/io/link-text';

/**
 * How one kind of value is written and read. Reading accepts anything: what is no value of its kind comes out as null,
 * which the reader of documents refuses. `index` is the place of the nearest row around it.
 */
interface Kind {
  readonly write: (value: unknown, index: number) => LinkItem;
  readonly read: (item: LinkItem, index: number) => unknown;
  /** What is meant where nothing stands; left out where the field itself is left out then. */
  readonly blank?: (index: number) => unknown;
}

/** Every field of a record, in the order of their places. */
type Places<T> = { readonly [K in keyof Required<T>]: Kind };

const text: Kind = {
  write: (value) => String(value),
  read: (item) => (typeof item === 'string' ? item : null),
};

const count: Kind = {
  write: (value) => String(value),
  read: (item) => (typeof item === 'string' && /^-?\d{1,9}$/.test(item) ? Number(item) : null),
};

const flag = word(false, true);

/** One of a few values, by its number. */
function word(...values: readonly unknown[]): Kind {
  return {
    write: (value) => String(values.indexOf(value)),
    read: (item) => (typeof item === 'string' && /^\d$/.test(item) ? (values[Number(item)] ?? null) : null),
  };
}

/** Left out where it is what it mostly is. */
function mostly(usual: string | ((index: number) => string), kind: Kind = text): Kind {
  const blank = typeof usual === 'string' ? () => usual : usual;
  return {
    ...kind,
    blank,
    write: (value, index) => (value === blank(index) ? null : kind.write(value, index)),
  };
}

function list(kind: Kind): Kind {
  return {
    write: (value) => (Array.isArray(value) ? value.map((each, index) => kind.write(each, index)) : null),
    read: (item) => (isList(item) ? item.map((each, index) => kind.read(each, index)) : null),
  };
}

function record<T>(places: Places<T>): Kind {
  const fields = Object.entries<Kind>(places);
  return {
    write(value, index) {
      const values = new Map(Object.entries(value as object));
      const items = fields.map(([key, kind]) =>
        values.get(key) === undefined ? null : kind.write(values.get(key), index),
      );
      return items.slice(0, items.findLastIndex((item) => item !== null) + 1);
    },
    read(item, index) {
      if (!isList(item) || item.length > fields.length) return null;
      const entries = fields.map(([key, kind], place) => {
        const each = item[place] ?? null;
        return [key, each === null ? kind.blank?.(index) : kind.read(each, index)] as const;
      });
      return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    },
  };
}

function isList(item: LinkItem): item is readonly LinkItem[] {
  return Array.isArray(item);
}

const ruleSetFields = record<Omit<RuleSetInput, 'id'>>({
  name: text,
  longRate: text,
  shortRate: text,
  shortPerShareMinimum: word('none', 'finra'),
  leverageRule: flag,
  concentration: record<NonNullable<RuleSetInput['concentration']>>({
    mode: word('add', 'atLeast'),
    of: word('gross', 'marginable'),
    debitAtLeast: text,
    tiers: list(record({ above: text, long: text, short: text })),
  }),
  businessDaysToMeetCall: record({ from: count, to: count }),
  saleOrder: word('requirement', 'value', 'unknown'),
  source: text,
  asOf: text,
});

/** A broker's id, or rules of one's own as a list. */
const ruleSet: Kind = {
  write: (value, index) => (typeof value === 'string' ? value : ruleSetFields.write(value, index)),
  read(item, index) {
    if (!isList(item)) return item;
    const fields = ruleSetFields.read(item, index);
    return typeof fields === 'object' ? { id: 'custom', ...fields } : null;
  },
};

const position = record<PositionInput>({
  symbol: text,
  shares: text,
  price: text,
  maintenanceRate: text,
  side: mostly('long', word('long', 'short')),
  marketValue: text,
  id: mostly((index) => `p${index + 1}`),
  targetWeight: text,
  group: text,
  leverage: text,
  beta: text,
  perShareMinimum: text,
  marginable: flag,
});

const account = record<AccountInput>({
  ruleSet,
  marginLoan: mostly('0'),
  positions: list(position),
  name: mostly('My account'),
  cash: mostly('0'),
  enteredOn: text,
  shortCredit: mostly('0'),
  loanInterestRate: text,
  dayCount: count,
  minimumCash: text,
  excluded: list(record({ label: text, reason: text })),
});

type Fields<T extends ChangeInput['type']> = Record<
  Exclude<keyof Extract<ChangeInput, { readonly type: T }>, 'type'>,
  Kind
>;

/** Each change's letter, and the places of its fields. */
const changes = {
  moveMarket: ['m', { ratio: text }],
  moveGroup: ['g', { group: text, ratio: text }],
  movePrice: ['h', { position: text, ratio: text }],
  setPrice: ['p', { position: text, price: text }],
  switchRuleSet: ['r', { ruleSet }],
  shiftRequirement: ['s', { points: text }],
  setRequirement: ['q', { position: text, group: text, rate: text }],
  deposit: ['d', { amount: text, invest: flag }],
  withdraw: ['w', { amount: text, sell: flag }],
  borrow: ['b', { amount: text }],
  repay: ['y', { amount: text }],
  depositSecurities: ['i', { position }],
  open: ['o', { position }],
  trade: ['t', { position: text, shares: text, amount: text }],
  rebalance: ['e', { cashInvested: text }],
  removeSlice: ['x', { position: text }],
  passDays: ['n', { days: count }],
} as const satisfies { readonly [T in ChangeInput['type']]: readonly [string, Fields<T>] };

type Lettered = readonly [letter: string, places: Places<Record<string, unknown>>];

/** A list that begins with the change's letter. */
const change: Kind = {
  write(value, index) {
    const { type, ...fields } = value as ChangeInput;
    const [letter, places]: Lettered = changes[type];
    const items = record(places).write(fields, index);
    return isList(items) ? [letter, ...items] : null;
  },
  read(item, index) {
    if (!isList(item)) return null;
    const [first, ...items] = item;
    const found = Object.entries<Lettered>(changes).find(([, [letter]]) => letter === first);
    if (found === undefined) return null;
    const [type, [, places]] = found;
    const fields = record(places).read(items, index);
    return typeof fields === 'object' && fields !== null ? { type, ...fields } : null;
  },
};

const scenario = record<ScenarioInput>({
  changes: list(change),
  id: mostly('what-if'),
  name: mostly('What if'),
  description: text,
});

/** No scenario on show is written as an empty text, which no id is; where the field is left out, nothing stands. */
const shown: Kind = {
  write: (value) => (typeof value === 'string' ? value : ''),
  read: (item) => (item === '' ? null : item),
};

const document = record<Omit<SimulatorDocument, 'app' | 'schemaVersion'>>({
  account,
  scenarios: list(scenario),
  shownScenario: shown,
});

/** A document as the list that a link of version 1 carries. */
export function toLinkItems(value: SimulatorDocument): readonly LinkItem[] {
  const items = document.write(value, 0);
  return isList(items) ? items : [];
}

/** What such a list stands for: a document yet to be checked, or anything that is none. */
export function fromLinkItems(items: readonly LinkItem[]): unknown {
  const fields = document.read(items, 0);
  return typeof fields === 'object' ? { app: 'headroom', schemaVersion: 1, ...fields } : null;
}
