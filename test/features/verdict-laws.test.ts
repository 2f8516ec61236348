// Laws of the printed distance, on any account: typing it makes no call, a tenth of a percent more always does.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AccountInput } from '@/engine/account';
import { wordVerdict } from '@/features/verdict/sentences';
import type { SimulatorDocument } from '@/io/document';
import { selectView } from '@/state/figures';
import { selectVerdict } from '@/state/verdict';
import { findDetails } from '@/state/ways-out';
import { shiftPoint } from '@/ui/decimal-text';
import { anyDocument } from '../support/arbitrary-document';

const day = { calledOn: '2026-11-23', today: '2026-11-23' };

function documentAt(account: AccountInput, ratio: string | null): SimulatorDocument {
  const document = { app: 'headroom', schemaVersion: 1, account } as const;
  return ratio === null
    ? { ...document, scenarios: [] }
    : {
        ...document,
        scenarios: [{ id: 's', name: '', changes: [{ type: 'moveMarket', ratio }] }],
        shownScenario: 's',
      };
}

function headline(account: AccountInput, ratio: string | null): string {
  return wordVerdict(selectVerdict(selectView(documentAt(account, ratio))), null, day).headline;
}

function isInCall(account: AccountInput, ratio: string): boolean {
  const view = selectView(documentAt(account, ratio));
  return view.ok && view.scene.at(view.move)?.excess.sign() === -1;
}

/** One to three longs of one beta with rates up to 90 %, and a loan that is at most what makes a call. */
const accounts: fc.Arbitrary<AccountInput> = fc
  .record({
    held: fc.array(fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 90 })), {
      minLength: 1,
      maxLength: 3,
    }),
    share: fc.integer({ min: 1, max: 1000 }),
  })
  .map(({ held, share }) => {
    const most = held.reduce((total, [value, rate]) => total + (value * (100 - rate)) / 100, 0);
    return {
      name: '',
      ruleSet: 'finra-minimum',
      cash: '0',
      marginLoan: ((most * share) / 1000).toFixed(2),
      shortCredit: '0',
      positions: held.map(([value, rate], index) => ({
        id: `p${index}`,
        symbol: '',
        side: 'long' as const,
        marketValue: String(value),
        maintenanceRate: String(rate / 100),
      })),
    };
  });

const distanceOf = (words: string) => /falls more than \*\*([\d.]+)\u00A0%\*\*/.exec(words)?.[1] ?? null;

it('the printed distance makes no call when it is typed, and 0.1 more always does', () => {
  fc.assert(
    fc.property(accounts, (account) => {
      const distance = distanceOf(headline(account, null));
      fc.pre(distance !== null);
      expect(Number(distance)).toBeGreaterThan(0);
      expect(isInCall(account, shiftPoint(`-${distance}`, -2))).toBe(false);
      const further = (Number(distance) + 0.1).toFixed(10);
      expect(Number(further) > 100 || isInCall(account, shiftPoint(`-${further}`, -2))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

it('in a what-if the distance never names the market’s own move on the wrong side of it', () => {
  let [frees, calls] = [0, 0];
  fc.assert(
    fc.property(accounts, fc.integer({ min: -9999, max: -1 }), (account, hundredths) => {
      const ratio = shiftPoint(String(hundredths), -4);
      const words = headline(account, ratio);
      const free = /fell more than \*\*([\d.]+)\u00A0%\*\*/.exec(words)?.[1];
      const called = /fall of more than \*\*([\d.]+)\u00A0%\*\*/.exec(words)?.[1];
      const moved = -hundredths / 100;
      frees += free === undefined ? 0 : 1;
      calls += called === undefined ? 0 : 1;
      expect(free === undefined || Number(free) >= moved).toBe(true);
      expect(called === undefined || Number(called) < moved).toBe(true);
    }),
    { numRuns: 200 },
  );
  // Both sentences were met, or the law held nothing.
  expect(frees).toBeGreaterThan(5);
  expect(calls).toBeGreaterThan(5);
});

it('any document has whole sentences that promise nothing', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const view = selectView(document as SimulatorDocument);
      const { headline: first, second } = wordVerdict(selectVerdict(view), findDetails(view), day);
      for (const sentence of [first, second].filter((each) => each !== '')) {
        expect(sentence).toMatch(/[.?](\*\*)?$/);
        expect(sentence).not.toMatch(/undefined|NaN|null| {2}|\.\.|\b(safe|should|best|recommend)/i);
        expect(sentence).not.toMatch(/fall of (the market of )?100\.0/);
      }
    }),
    { numRuns: 200 },
  );
});
