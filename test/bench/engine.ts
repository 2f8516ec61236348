/**
 * `npm run bench`: what exactness costs. One slider step, building the curve and a 201-point curve at 10 to 10,000
 * positions, as ratios to a position-by-position loop in decimal.js and to one in float64 within the same run.
 * Absolute times belong to the machine; the ratios are what to look at.
 */
import { Decimal } from 'decimal.js';
import { type Account, type AccountInput, type PositionInput, parseAccount } from '@/engine/account';
import type { ExcessCurve } from '@/engine/excess-curve';
import { buildMarketCurve } from '@/engine/market-curve';
import { bare } from '@/engine/quantity';
import { type ChangeInput, parseChanges } from '@/engine/scenario';
import { buildScenarioCurve } from '@/engine/scenario-curve';
import type { SimulatorDocument } from '@/io/document';
import { ruleSets } from '@/presets/rule-sets';
import { compareScenarios } from '@/state/compared';
import { selectView } from '@/state/figures';
import { Frontier } from '@/state/frontier';
import { Scene } from '@/state/scene';

const sizes = [10, 100, 1_000, 10_000];
const steps = Array.from({ length: 201 }, (_, index) => ((index - 100) * 0.004).toFixed(3));

/** A long/short account: every fifth position is short, prices and rates vary, betas only where asked for. */
function makeAccount(size: number, ruleSet: string, hasBetas: boolean): Account {
  const account = parseAccount(makeInput(size, ruleSet, hasBetas), ruleSets, '');
  if (!account.ok) throw new Error(JSON.stringify(account.issues));
  return account.value;
}

function makeInput(size: number, ruleSet: string, hasBetas: boolean): AccountInput {
  const positions = Array.from({ length: size }, (_, index): PositionInput => {
    const beta = hasBetas ? { beta: (0.5 + ((index * 37) % 1_000) / 800 + index / 1e6).toFixed(6) } : {};
    const rate = ruleSet === 'fidelity' ? {} : { maintenanceRate: (0.25 + (index % 6) * 0.05).toFixed(2) };
    return {
      id: `p${index}`,
      symbol: `P${index}`,
      side: index % 5 === 4 ? 'short' : 'long',
      shares: String(10 + (index % 90)),
      price: (3 + ((index * 7.31) % 200)).toFixed(2),
      ...beta,
      ...rate,
    };
  });
  return {
    name: '',
    ruleSet,
    cash: '1000',
    marginLoan: String(size * 900),
    shortCredit: String(size * 1_100),
    positions,
  };
}

interface Plain<N> {
  readonly value: N;
  readonly price: N;
  readonly shares: N;
  readonly rate: N;
  readonly beta: N;
  readonly isLong: boolean;
}

function plainRows<N>(account: Account, from: (text: string) => N): readonly Plain<N>[] {
  return account.positions.map((position) => ({
    value: from(position.marketValue.toText()),
    price: from(position.price?.toText() ?? '0'),
    shares: from(position.shares?.toText() ?? '0'),
    rate: from(position.ownRate?.toText() ?? (position.side === 'long' ? '0.3' : '0.3')),
    beta: from(position.beta.toText()),
    isLong: position.side === 'long',
  }));
}

/** Excess position by position in decimal.js, as a first draft of such a page would do it. */
function decimalLoop(rows: readonly Plain<Decimal>[], money: Decimal, move: string): Decimal {
  let excess = money;
  for (const row of rows) {
    const factor = Decimal.max(0, row.beta.times(move).plus(1));
    const value = row.value.times(factor);
    if (row.isLong) {
      excess = excess.plus(value).minus(value.times(row.rate));
    } else {
      const price = row.price.times(factor);
      const table = price.lt(5) ? Decimal.max('2.5', price) : Decimal.max(5, price.times('0.3'));
      excess = excess.minus(value).minus(Decimal.max(value.times(row.rate), table.times(row.shares)));
    }
  }
  return excess;
}

/** The same in float64: fast, and wrong by a cent now and then. */
function floatLoop(rows: readonly Plain<number>[], money: number, move: number): number {
  let excess = money;
  for (const row of rows) {
    const factor = Math.max(0, 1 + row.beta * move);
    const value = row.value * factor;
    if (row.isLong) {
      excess += value - value * row.rate;
    } else {
      const price = row.price * factor;
      const table = price < 5 ? Math.max(2.5, price) : Math.max(5, price * 0.3);
      excess -= value + Math.max(value * row.rate, table * row.shares);
    }
  }
  return excess;
}

/** Median microseconds of one call over a quarter of a second; at least five calls unless they take seconds. */
function microseconds(run: () => unknown): number {
  // The first runs compile.
  const start = performance.now();
  while (performance.now() - start < 100) run();
  const times: number[] = [];
  const begin = performance.now();
  const isEnough = () => performance.now() - begin > (times.length < 5 ? 3_000 : 250);
  while (!isEnough()) {
    const before = performance.now();
    run();
    times.push((performance.now() - before) * 1_000);
  }
  return times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
}

const figure = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3)).padStart(10);

function report(
  title: string,
  ruleSet: string,
  hasBetas: boolean,
  make: (account: Account) => ExcessCurve = buildMarketCurve,
): void {
  process.stdout.write(`\n${title}\n`);
  process.stdout.write(
    ' positions      build µs    step µs  decimal÷step  float÷step  201 points µs  decimal÷201  float÷201\n',
  );
  for (const size of sizes) {
    if (hasBetas && ruleSet === 'fidelity' && size > 1_000) continue;
    const account = makeAccount(size, ruleSet, hasBetas);
    const moves = steps.map((step) => bare(step));
    const build = microseconds(() => make(account));
    const curve = make(account);
    const walk = () => {
      for (const move of moves) {
        const { equity, requirement } = curve.at(move);
        equity.minus(requirement);
      }
    };
    const points = microseconds(walk);
    const step = points / steps.length;
    const money = account.cash.plus(account.shortCredit).minus(account.marginLoan);
    const exact = plainRows(account, (text) => new Decimal(text));
    const float = plainRows(account, Number);
    const decimalStep = microseconds(() => decimalLoop(exact, new Decimal(money.toText()), '-0.13'));
    const floatStep = microseconds(() => {
      for (const move of steps) floatLoop(float, money.toNumber(), Number(move));
    });
    const columns = [
      build,
      step,
      decimalStep / step,
      floatStep / steps.length / step,
      points,
      (decimalStep * steps.length) / points,
      floatStep / points,
    ];
    process.stdout.write(`${String(size).padStart(10)} ${columns.map(figure).join('   ')}\n`);
  }
}

report('One beta, own rates, shorts with per-share minimums', 'finra-minimum', false);
report('Distinct betas, own rates', 'finra-minimum', true);
/** The same account inside a what-if: a market move, a dearer requirement, money out. */
function insideWhatIf(account: Account): ExcessCurve {
  const changes: readonly ChangeInput[] = [
    { type: 'moveMarket', ratio: '-0.1' },
    { type: 'shiftRequirement', points: '0.05' },
    { type: 'withdraw', amount: '5000' },
  ];
  const parsed = parseChanges(changes, ruleSets, '');
  const curve = parsed.ok ? buildScenarioCurve(account, parsed.value) : null;
  if (curve === null) throw new Error('the what-if is possible');
  return curve;
}

report(
  'Distinct betas inside a what-if (the loops beside it have no what-if)',
  'finra-minimum',
  true,
  insideWhatIf,
);
report('Concentration, one beta (the loops beside it have no concentration)', 'fidelity', false);

report(
  'Concentration with distinct betas, without promises (the loops beside it have no concentration)',
  'fidelity',
  true,
);

/** All cells of the frontier and its line, as when it is opened; the loop beside it knows no line. */
function reportFrontier(): void {
  process.stdout.write('\nThe frontier, 41 × 41 cells and 81 points of its line\n');
  process.stdout.write(' positions       cells ms      line ms  decimal÷cells  float÷cells\n');
  for (const size of [10, 60, 100, 1_000]) {
    const account = makeAccount(size, 'finra-minimum', false);
    const cells = microseconds(() => {
      const frontier = new Frontier(new Scene(account, []));
      for (const column of frontier.moves.keys()) {
        for (const row of frontier.shifts.keys()) frontier.at(column, row);
      }
    });
    const line = microseconds(() => new Frontier(new Scene(account, [])).boundary);
    const money = account.cash.plus(account.shortCredit).minus(account.marginLoan);
    const exact = plainRows(account, (text) => new Decimal(text));
    const float = plainRows(account, Number);
    const decimal = microseconds(() => decimalLoop(exact, new Decimal(money.toText()), '-0.13')) * 1681;
    const plain = microseconds(() => floatLoop(float, money.toNumber(), -0.13)) * 1681;
    const columns = [cells / 1_000, line / 1_000, decimal / cells, plain / cells];
    process.stdout.write(`${String(size).padStart(10)} ${columns.map(figure).join('   ')}\n`);
  }
}

reportFrontier();

const fourWhatIfs: SimulatorDocument['scenarios'] = [
  { id: 's1', name: 'A', changes: [{ type: 'moveMarket', ratio: '-0.2' }] },
  { id: 's2', name: 'B', changes: [{ type: 'shiftRequirement', points: '0.05' }] },
  { id: 's3', name: 'C', changes: [{ type: 'movePrice', position: 'p0', ratio: '-0.3' }] },
  {
    id: 's4',
    name: 'D',
    changes: [
      { type: 'moveMarket', ratio: '-0.1' },
      { type: 'trade', position: 'p1', shares: '-5' },
      { type: 'withdraw', amount: '5000' },
    ],
  },
];

/**
 * Four what-ifs beside today, every figure, call point and curve of each: all anew as when the account changes, and one
 * anew as when the market's slider is let go. The loops beside it walk 201 points of as many curves.
 */
function reportCompared(): void {
  process.stdout.write('\nFour what-ifs beside today\n');
  process.stdout.write(
    ' positions       all ms       one ms   decimal÷all    float÷all  decimal÷one    float÷one\n',
  );
  for (const size of [10, 60, 100, 1_000]) {
    const input = makeInput(size, 'finra-minimum', false);
    const ids = fourWhatIfs.map(({ id }) => id);
    const document = (account: AccountInput, scenarios = fourWhatIfs): SimulatorDocument => ({
      app: 'headroom',
      schemaVersion: 1,
      account,
      scenarios,
    });
    const all = microseconds(() => compareScenarios(document({ ...input }), ids));
    let released = 0;
    const one = microseconds(() => {
      released += 1;
      const changes: readonly ChangeInput[] = [
        { type: 'moveMarket', ratio: (-((released % 500) + 1) / 1_000).toFixed(3) },
      ];
      const scenarios = fourWhatIfs.map((each) => (each.id === 's1' ? { ...each, changes } : each));
      const moved = { ...document(input, scenarios), shownScenario: 's1' };
      // The page has its own figures by then.
      selectView(moved);
      return compareScenarios(moved, ids);
    });
    const account = makeAccount(size, 'finra-minimum', false);
    const money = account.cash.plus(account.shortCredit).minus(account.marginLoan);
    const exact = plainRows(account, (text) => new Decimal(text));
    const float = plainRows(account, Number);
    const decimal = microseconds(() => decimalLoop(exact, new Decimal(money.toText()), '-0.13')) * 201;
    const plain = microseconds(() => floatLoop(float, money.toNumber(), -0.13)) * 201;
    const columns = [
      all / 1_000,
      one / 1_000,
      (5 * decimal) / all,
      (5 * plain) / all,
      decimal / one,
      plain / one,
    ];
    process.stdout.write(`${String(size).padStart(10)} ${columns.map(figure).join('   ')}\n`);
  }
}

reportCompared();
