/**
 * The saved document: one plain-JSON shape that is stored, opened, undone and carried in links. Amounts, rates and
 * moves are decimal texts, ratios 0 to 1; counts are integers.
 */
import * as z from 'zod/mini';
import type { AccountInput, PositionInput } from '@/engine/account';
import type { RuleSetInput } from '@/engine/rule-set';
import type { ChangeInput, ScenarioInput } from '@/engine/scenario';

/** The version that this app writes. */
export const schemaVersion = 1;

/** The document as it is saved. */
export interface SimulatorDocument {
  readonly app: 'headroom';
  readonly schemaVersion: 1;
  readonly account: AccountInput;
  readonly scenarios: readonly ScenarioInput[];
  /** Id of the scenario on show; null or left out = the account as it is today. */
  readonly shownScenario?: string | null;
}

const text = z.string('text');
const identity = z.string('text').check(z.minLength(1, 'text that is not empty'));
const count = z.int('integer');
const flag = z.boolean('boolean');

const customRuleSet = z.strictObject(
  {
    id: z.literal('custom', 'custom'),
    name: text,
    longRate: text,
    shortRate: text,
    shortPerShareMinimum: z.enum(['none', 'finra'], 'none or finra'),
    leverageRule: flag,
    concentration: z.exactOptional(
      z.strictObject(
        {
          mode: z.enum(['add', 'atLeast'], 'add or atLeast'),
          of: z.enum(['gross', 'marginable'], 'gross or marginable'),
          debitAtLeast: z.exactOptional(text),
          tiers: z.array(z.strictObject({ above: text, long: text, short: text }, 'object'), 'list'),
        },
        'object',
      ),
    ),
    businessDaysToMeetCall: z.exactOptional(z.strictObject({ from: count, to: count }, 'object')),
    saleOrder: z.exactOptional(z.enum(['requirement', 'value', 'unknown'], 'requirement, value or unknown')),
    source: z.exactOptional(text),
    asOf: z.exactOptional(text),
  },
  'object',
) satisfies z.ZodMiniType<RuleSetInput>;

const ruleSet = z.union([text, customRuleSet], 'id or custom rules');

const position = z.strictObject(
  {
    id: identity,
    symbol: text,
    side: z.enum(['long', 'short'], 'long or short'),
    shares: z.exactOptional(text),
    price: z.exactOptional(text),
    marketValue: z.exactOptional(text),
    maintenanceRate: z.exactOptional(text),
    perShareMinimum: z.exactOptional(text),
    beta: z.exactOptional(text),
    group: z.exactOptional(text),
    leverage: z.exactOptional(text),
    marginable: z.exactOptional(flag),
    targetWeight: z.exactOptional(text),
  },
  'object',
) satisfies z.ZodMiniType<PositionInput>;

const account = z.strictObject(
  {
    name: text,
    enteredOn: z.exactOptional(text),
    ruleSet,
    cash: text,
    marginLoan: text,
    shortCredit: text,
    minimumCash: z.exactOptional(text),
    loanInterestRate: z.exactOptional(text),
    dayCount: z.exactOptional(z.literal([360, 365], '360 or 365')),
    positions: z.array(position, 'list'),
    excluded: z.exactOptional(z.array(z.strictObject({ label: text, reason: text }, 'object'), 'list')),
  },
  'object',
) satisfies z.ZodMiniType<AccountInput>;

const change = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('moveMarket'), ratio: text }, 'object'),
    z.strictObject({ type: z.literal('moveGroup'), group: text, ratio: text }, 'object'),
    z.strictObject({ type: z.literal('movePrice'), position: text, ratio: text }, 'object'),
    z.strictObject({ type: z.literal('setPrice'), position: text, price: text }, 'object'),
    z.strictObject({ type: z.literal('switchRuleSet'), ruleSet }, 'object'),
    z.strictObject({ type: z.literal('shiftRequirement'), points: text }, 'object'),
    z.strictObject(
      {
        type: z.literal('setRequirement'),
        position: z.exactOptional(text),
        group: z.exactOptional(text),
        rate: text,
      },
      'object',
    ),
    z.strictObject({ type: z.literal('deposit'), amount: text, invest: z.exactOptional(flag) }, 'object'),
    z.strictObject({ type: z.literal('withdraw'), amount: text, sell: z.exactOptional(flag) }, 'object'),
    z.strictObject({ type: z.literal(['borrow', 'repay']), amount: text }, 'object'),
    z.strictObject({ type: z.literal(['depositSecurities', 'open']), position }, 'object'),
    z.strictObject(
      {
        type: z.literal('trade'),
        position: text,
        shares: z.exactOptional(text),
        amount: z.exactOptional(text),
      },
      'object',
    ),
    z.strictObject({ type: z.literal('rebalance'), cashInvested: z.exactOptional(text) }, 'object'),
    z.strictObject({ type: z.literal('removeSlice'), position: text }, 'object'),
    z.strictObject({ type: z.literal('passDays'), days: count }, 'object'),
  ],
  'a change with a known type',
) satisfies z.ZodMiniType<ChangeInput>;

const scenario = z.strictObject(
  {
    id: identity,
    name: text,
    description: z.exactOptional(text),
    changes: z.array(change, 'list'),
  },
  'object',
) satisfies z.ZodMiniType<ScenarioInput>;

/** The shape check of a document of the current version: right keys, right kinds; figures are checked by the engine. */
export const documentShape = z.strictObject(
  {
    app: z.literal('headroom', 'headroom'),
    schemaVersion: z.literal(1, '1'),
    account,
    scenarios: z.array(scenario, 'list'),
    shownScenario: z.exactOptional(z.nullable(text)),
  },
  'object',
) satisfies z.ZodMiniType<SimulatorDocument>;
