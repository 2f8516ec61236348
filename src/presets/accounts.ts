/**
 * Starter accounts as data: what M1, Merrill and SoFi publish, and two of our own making. Where a publisher's own
 * figures disagree, the note says which reading is taken. Moves and rates are ratios as decimal text.
 */
import type { AccountInput, PositionInput } from '@/engine/account';
import type { ChangeInput } from '@/engine/scenario';
import { exampleAccount } from '@/presets/example';

/** A starter account, and the what-if it is shown with. */
export interface Preset {
  readonly id: string;
  /** The account's name too, by which it is known again. */
  readonly name: string;
  /** Its name in the list, below the publisher's. */
  readonly shortName: string;
  readonly publisher: string;
  /** One line. */
  readonly description: string;
  readonly source: string;
  /** Where the source disagrees with itself, and what is shown instead. */
  readonly note?: string;
  readonly account: AccountInput;
  readonly changes: readonly ChangeInput[];
}

type Details = Omit<Preset, 'name' | 'account' | 'changes'>;

function preset(
  details: Details,
  account: Omit<AccountInput, 'name'>,
  changes: readonly ChangeInput[] = [],
): Preset {
  const name = `${details.publisher}: ${details.shortName}`;
  return { ...details, name, account: { ...account, name }, changes };
}

const nothing = { cash: '0', marginLoan: '0', shortCredit: '0' } as const;

/** A holding known by its value only, with the rate its publisher uses. */
function held(marketValue: string, maintenanceRate: string): PositionInput {
  return { id: 'p1', symbol: '', side: 'long', marketValue, maintenanceRate };
}

const m1Account = { ...exampleAccount, positions: [held('49000', '0.25')] };
/** The same with the stocks that M1's second scenario moves everything into. */
const m1Pie: AccountInput = {
  ...m1Account,
  positions: [
    { ...held('49000', '0.25'), symbol: 'Funds', targetWeight: '0' },
    {
      id: 'p2',
      symbol: 'Volatile stocks',
      side: 'long',
      marketValue: '0',
      maintenanceRate: '1',
      targetWeight: '1',
    },
  ],
};
const m1 = { publisher: 'M1', source: 'M1 help, Margin call basics' } as const;

const m1Presets: readonly Preset[] = [
  preset(
    {
      ...m1,
      id: 'm1-base',
      shortName: 'the account',
      description: '$49,000 of securities and $1,000 of cash against a loan of $10,000.',
      note: 'M1 prints a requirement of $12,500, which takes 25\u00A0% of the cash too. Its excess of $27,750 goes with $12,250, as here. It also prints a call value of $13,333.34, which leaves out the cash; further down it uses $12,000, as here.',
    },
    m1Account,
  ),
  preset(
    {
      ...m1,
      id: 'm1-13000',
      shortName: 'the market falls to $13,000',
      description: 'The holdings fall from $49,000 to $13,000: still no call.',
    },
    m1Account,
    [{ type: 'moveMarket', ratio: '-0.734693877551020408163265306122' }],
  ),
  preset(
    {
      ...m1,
      id: 'm1-11000',
      shortName: 'the market falls to $11,000',
      description: 'The holdings fall from $49,000 to $11,000: a call.',
    },
    m1Account,
    [{ type: 'moveMarket', ratio: '-0.775510204081632653061224489795' }],
  ),
  preset(
    {
      ...m1,
      id: 'm1-rate-100',
      shortName: 'requirements rise to 100\u00A0%',
      description: 'Every security must be paid for in full; the cash stays cash.',
      note: 'M1 prints a requirement of $50,000 and a call of $10,000, which counts the cash as a security. With the cash left as cash they are $49,000 and $9,000, as here.',
    },
    m1Account,
    [{ type: 'setRequirement', position: 'p1', rate: '1' }],
  ),
  preset(
    {
      ...m1,
      id: 'm1-rate-100-invested',
      shortName: 'requirements rise to 100\u00A0%, the cash invested',
      description: 'The $1,000 of cash is invested first, then every security must be paid for in full.',
      note: 'Only with the cash invested are the $50,000 required and the call of $10,000 that M1 prints right.',
    },
    m1Account,
    [
      { type: 'trade', position: 'p1', amount: '1000' },
      { type: 'setRequirement', position: 'p1', rate: '1' },
    ],
  ),
  preset(
    {
      ...m1,
      id: 'm1-rebalanced',
      shortName: 'rebalanced into 100\u00A0%',
      description: 'All holdings are moved into volatile stocks; the cash stays cash.',
      note: 'M1 prints a requirement of $50,000 and a call of $10,000, which counts the cash as a security. With the cash left as cash they are $49,000 and $9,000, as here.',
    },
    m1Pie,
    [{ type: 'rebalance' }],
  ),
  preset(
    {
      ...m1,
      id: 'm1-rebalanced-invested',
      shortName: 'rebalanced into 100\u00A0%, the cash invested',
      description: 'All holdings and the $1,000 of cash are moved into volatile stocks.',
      note: 'Only with the cash invested are the $50,000 required and the call of $10,000 that M1 prints right.',
    },
    m1Pie,
    [{ type: 'rebalance', cashInvested: '1000' }],
  ),
];

const merrill = { publisher: 'Merrill', source: 'Merrill, Margin maintenance call (© 2025)' } as const;

const merrillPresets: readonly Preset[] = [
  preset(
    {
      ...merrill,
      id: 'merrill-long',
      shortName: 'long',
      description: '$12,000 of stock against a loan of $7,000, at 30\u00A0%.',
    },
    { ...nothing, ruleSet: 'merrill', marginLoan: '7000', positions: [held('12000', '0.3')] },
  ),
  preset(
    {
      ...merrill,
      id: 'merrill-short',
      shortName: 'short',
      description: '$10,000 of stock sold short, with a credit of $14,000.',
    },
    {
      ...nothing,
      ruleSet: 'merrill',
      shortCredit: '14000',
      positions: [{ id: 'p1', symbol: 'SHORT', side: 'short', marketValue: '10000', maintenanceRate: '0.3' }],
    },
  ),
  preset(
    {
      ...merrill,
      id: 'merrill-long-short',
      shortName: 'long and short',
      description: '$10,000 long and $10,000 short, with a credit of $15,000 and a loan of $7,000.',
    },
    {
      ...nothing,
      ruleSet: 'merrill',
      marginLoan: '7000',
      shortCredit: '15000',
      positions: [
        { id: 'p1', symbol: 'LONG', side: 'long', marketValue: '10000', maintenanceRate: '0.3' },
        { id: 'p2', symbol: 'SHORT', side: 'short', marketValue: '10000', maintenanceRate: '0.3' },
      ],
    },
  ),
  preset(
    {
      ...merrill,
      id: 'merrill-concentrated',
      shortName: 'concentrated',
      description: '$111,000 in one stock against a loan of $60,000, at 40\u00A0%.',
      note: 'Merrill writes $111,000 in its text and $110,000 in its sum. $111,000 gives equity of $51,000, which is 46\u00A0% as printed; $110,000 gives $50,000 as printed, but 45\u00A0%. Here it is $111,000.',
    },
    { ...nothing, ruleSet: 'merrill', marginLoan: '60000', positions: [held('111000', '0.4')] },
  ),
];

const sofi = preset(
  {
    publisher: 'SoFi',
    id: 'sofi-one-stock',
    shortName: 'one stock',
    description: '200 shares at $100 against a loan of $10,000, at 30\u00A0%.',
    source: 'SoFi, What Is Maintenance Margin? (22 February 2022)',
    note: 'SoFi’s story has a deposit of $20,000; 200 shares at $100 with a loan of $10,000 leave room for $10,000, as here.',
  },
  {
    ...nothing,
    ruleSet: 'sofi',
    marginLoan: '10000',
    positions: [
      { id: 'p1', symbol: 'STOCK', side: 'long', shares: '200', price: '100', maintenanceRate: '0.3' },
    ],
  },
);

const invented = {
  publisher: 'Made up',
  source: 'Made up for this page on 20 November 2026: round prices, not quotes',
} as const;

/** A long holding of so many shares, at its broker's rate unless one is given. */
function shares(id: string, symbol: string, count: string, price: string): PositionInput {
  return { id, symbol, side: 'long', shares: count, price };
}

const ourPresets: readonly Preset[] = [
  preset(
    {
      ...invented,
      id: 'ten-holdings',
      shortName: 'ten holdings',
      description: 'Three funds and seven stocks against a loan of $30,000; one has a rate of its own.',
    },
    {
      ...nothing,
      ruleSet: 'finra-minimum',
      marginLoan: '30000',
      positions: [
        shares('p1', 'VTI', '60', '300'),
        shares('p2', 'VXUS', '100', '70'),
        shares('p3', 'BND', '100', '75'),
        shares('p4', 'AAPL', '40', '250'),
        shares('p5', 'MSFT', '20', '450'),
        { ...shares('p6', 'NVDA', '50', '180'), maintenanceRate: '0.4' },
        shares('p7', 'AMZN', '30', '220'),
        shares('p8', 'JPM', '20', '300'),
        shares('p9', 'JNJ', '40', '170'),
        shares('p10', 'KO', '100', '70'),
      ],
    },
  ),
  preset(
    {
      ...invented,
      id: 'leveraged-long-short',
      shortName: 'a leveraged fund and two shorts',
      description: 'A fund that moves three times as far as the market, and a short below $5 a share.',
    },
    {
      ...nothing,
      ruleSet: 'finra-minimum',
      marginLoan: '15000',
      shortCredit: '10100',
      positions: [
        shares('p1', 'VTI', '100', '300'),
        { ...shares('p2', 'TQQQ', '100', '90'), leverage: '3', beta: '3' },
        { ...shares('p3', 'TSLA', '20', '400'), side: 'short' },
        { ...shares('p4', 'LOWP', '500', '4.20'), side: 'short' },
      ],
    },
  ),
];

/** Every starter account, in the order it is offered. */
export const presets: readonly Preset[] = [...m1Presets, ...merrillPresets, sofi, ...ourPresets];
