// The words to send and to read out: pencil cases for each state, and every number found in the result.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountInput } from '@/engine/account';
import { Quantity } from '@/engine/quantity';
import type { ChangeInput } from '@/engine/scenario';
import { type Said, sayVerdict } from '@/features/say/say-words';
import { wordVerdict } from '@/features/verdict/sentences';
import { listChangeWords } from '@/features/what-if/list-change-words';
import type { SimulatorDocument } from '@/io/document';
import { evaluateText } from '@/io/evaluation';
import { ruleSets } from '@/presets/rule-sets';
import { selectView } from '@/state/figures';
import { isStanding, type StandingKind, selectVerdict } from '@/state/verdict';
import { findDetails } from '@/state/ways-out';
import { anyDocument } from '../support/arbitrary-document';
import { documentOf } from '../support/document-of';
import { long } from '../support/verdict-words';

const today = '2026-11-21';

function say(document: SimulatorDocument): { said: Said; kind: StandingKind } | null {
  const view = selectView(document);
  const verdict = selectVerdict(view);
  if (!isStanding(verdict)) return null;
  const sentences = wordVerdict(verdict, findDetails(view), { calledOn: today, today });
  const changes = verdict.isWhatIf ? listChangeWords(document).map(({ words }) => words) : [];
  const input = { standing: verdict, sentences, changes, reasons: [], leftOut: [], today, pricesOf: null };
  return { said: sayVerdict(input), kind: verdict.kind };
}

function saidOf(account: Partial<AccountInput>, changes: readonly ChangeInput[] = []): Said {
  const scenarios = [{ id: 's', name: '', changes }];
  const found = say({ ...documentOf(account), scenarios, shownScenario: 's' });
  if (found === null) throw new Error('no verdict');
  return found.said;
}

/** The call of the guide: 400 ACME at $76 less a loan; equity 30,400 below the 30,960 that are required. */
const called = {
  ruleSet: 'm1',
  marginLoan: '52000',
  positions: [
    long('62400', '0.4', { id: 'p1', symbol: 'ACME', shares: '800', price: '78' }),
    long('20000', '0.3', { id: 'p2', symbol: 'REST' }),
  ].map(({ marketValue, ...rest }) =>
    'shares' in rest ? rest : { ...rest, marketValue },
  ) as AccountInput['positions'],
};

describe('a call: 800 ACME at $78 with 40 %, $20,000 with 30 %, a loan of $52,000', () => {
  const said = saidOf(called);

  it('chat line: equity 30,400, required 24,960 + 6,000, a call of 560', () => {
    expect(said.chat.text).toBe(
      'Margin call: $560. Equity of $30,400 is below the $30,960 required.\nNovember 21, 2026. Broker’s rules: M1. Educational, not advice.\n',
    );
  });

  it('e-mail: each number once, and the day it is due', () => {
    // 560 ÷ (78 × 0.4) = 17.9, 18 shares, 1,404. Equity less required grows by 37,440 + 14,000 a unit: 1.1 %.
    expect(said.email.text).toBe(
      'Margin call: $560. Equity of $30,400 is below the $30,960 required. Any one ends it: that amount in cash; selling 18 ACME ($1,404); a rise of the market of 1.1 %. By Wednesday, November 25 (3 business days), or sooner without notice.\nNovember 21, 2026. Broker’s rules: M1. Educational, not advice.\n',
    );
  });

  it('ticket: named rows, as a table too', () => {
    expect(said.rows.map(([name]) => name)).toEqual(['Verdict', 'What ends it', 'Equity ratio', 'As of']);
    // 30,400 ÷ 82,400.
    expect(said.ticket.text).toContain('Equity ratio: 36.8 %\n');
    expect(said.ticket.html).toContain('<th align="left">What ends it</th>');
  });

  it('script: rounded, without signs or brackets', () => {
    expect(said.script.join(' ')).toBe(
      'Margin call: $560. Equity of $30,400 is below the $30,960 required. Any one ends it: that amount in cash; selling 18 ACME, about $1,400; a rise of the market of 1.1 percent. By Wednesday, November 25, 3 business days, or sooner without notice. November 21, 2026. Broker’s rules: M1. Educational, not advice.',
    );
  });

  it('the same at Interactive Brokers: no call, no day', () => {
    const { email } = saidOf({ ...called, ruleSet: 'interactive-brokers' });
    expect(email.text).toContain('$560 below the requirement. Interactive Brokers makes no call');
    expect(email.text).not.toMatch(/margin call|November 2[2-9]|business day/i);
    expect(email.text.match(/\$560\b/g)).toHaveLength(1);
  });

  it('as a what-if the changes are named first', () => {
    const typed = { ...called, marginLoan: '50000' };
    const { email } = saidOf(typed, [{ type: 'withdraw', amount: '2000', sell: false }]);
    expect(email.text).toMatch(/^What if: \$2,000 goes out\. There would be a margin call of \$560\./);
  });
});

describe('the other states', () => {
  const m1 = { cash: '1000', marginLoan: '10000', positions: [long('49000', '0.25')] };

  it('free: the figures that the sentences leave out', () => {
    const { email, script } = saidOf(m1);
    expect(email.text).toContain('Figures: equity $40,000; required $12,250.');
    expect(script.join(' ')).toContain(
      'falls more than about 76 percent, holdings to about $12,000. $27,750 above the requirement.',
    );
    expect(email.text.match(/\$27,750/g)).toHaveLength(1);
  });

  it('below zero: the call once, no sale to end it', () => {
    // 1,400 more owed than held; with 25 % of 22,000 a call of 6,900.
    const { email } = saidOf({ marginLoan: '23400', positions: [long('22000', '0.25')] });
    expect(email.text).toContain('equity is −$1,400. Margin call: $6,900.');
    expect(email.text).toContain('That amount in cash would');
    expect(email.text.match(/\$6,900/g)).toHaveLength(1);
  });

  it('exactly at the requirement', () => {
    const { email } = saidOf({ marginLoan: '75', positions: [long('100', '0.25')] });
    expect(email.text).toContain('Exactly at the requirement: no call.');
    expect(email.text).toContain('Figures: equity and requirement $25 each.');
  });

  it('no loan: nothing that only the page can do', () => {
    const { email } = saidOf({ positions: [long('49000')] });
    expect(email.text).toMatch(/^No loan, no margin call\./);
    expect(email.text).not.toContain('Enter');
    expect(email.text).toContain('1 rate is taken from the broker’s rules.');
  });

  it('names from outside are no HTML', () => {
    const { email, ticket } = saidOf({
      ...called,
      positions: [{ id: 'p1', symbol: '<b>X&', side: 'long', shares: '10', price: '5200' }],
    });
    expect(email.html).toContain('&lt;b&gt;X&amp;');
    expect(ticket.html).not.toContain('<b>');
  });
});

/** Every quantity and every decimal text within, as a number. */
function numbersIn(
  value: unknown,
  found: Set<number> = new Set(),
  seen: Set<unknown> = new Set(),
): Set<number> {
  if (value instanceof Quantity) return found.add(value.toNumber());
  if (typeof value === 'number') return found.add(value);
  if (typeof value === 'string') {
    for (const [digits] of value.replaceAll(/(\d),(?=\d)/g, '$1').matchAll(/\d+(?:\.\d+)?/g))
      found.add(Number(digits));
    return found;
  }
  if (typeof value !== 'object' || value === null || seen.has(value)) return found;
  seen.add(value);
  for (const each of Object.values(value)) numbersIn(each, found, seen);
  return found;
}

interface Token {
  readonly size: number;
  /** What one more in its last printed digit is. */
  readonly unit: number;
  readonly isPercent: boolean;
}

function tokensIn(text: string): Token[] {
  return [...text.matchAll(/(\$?)(\d[\d,]*)(\.\d+)?( percent| %| percentage points| points)?/g)].map(
    ([, , whole = '', fraction = '', kind = '']) => ({
      size: Number(`${whole.replaceAll(',', '')}${fraction}`),
      unit: 10 ** -Math.max(0, fraction.length - 1),
      isPercent: kind !== '',
    }),
  );
}

/** Without its days and the words that carry figures of their own. */
function withoutDays(text: string): string {
  return text
    .replaceAll(
      /(January|February|March|April|May|June|July|August|September|October|November|December) \d+(, \d{4})?/g,
      '',
    )
    .replaceAll(/\d+( to \d+)? business days?/g, '');
}

it('any account in any state: every number of every length is in the result, and nothing is promised', () => {
  const kinds = new Map<StandingKind, number>();
  fc.assert(
    fc.property(anyDocument, (json) => {
      const document = json as SimulatorDocument;
      const found = say(document);
      if (found === null) return;
      const { said, kind } = found;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      const view = selectView(document);
      const verdict = selectVerdict(view);
      const details = findDetails(view);
      const change = isStanding(verdict) && verdict.isWhatIf ? listChangeWords(document) : [];
      const exact = numbersIn([
        evaluateText(JSON.stringify(document), ruleSets).json,
        verdict,
        details,
        change,
      ]);
      const room = details?.requirementRoom ?? null;
      if (room !== null && room.rate !== null) {
        exact.add(room.rate.plus(room.atMost.as<'ratio'>()).toNumber());
      }
      exact.add(2000);
      // The equity ratio is made where it is said: the verdict has both of its terms.
      if (isStanding(verdict)) {
        const { equity, longMarketValue, shortMarketValue } = verdict.figures;
        const gross = longMarketValue.plus(shortMarketValue);
        if (gross.sign() > 0) exact.add(equity.per(gross).toNumber());
      }
      const sizes = [...exact].map(Math.abs);
      const isIn = ({ size, unit, isPercent }: Token, slack: number) =>
        sizes.some((each) =>
          [each, ...(isPercent ? [each * 100] : [])].some(
            (one) => Math.abs(one - size) <= Math.max(unit * 1.0001, slack * size) + Math.abs(one) * 1e-12,
          ),
        );
      for (const text of [said.chat.text, said.email.text, said.ticket.text]) {
        expect(text).toMatch(/Educational, not advice\.\n$/);
        expect(text).not.toMatch(/\*\*|\u00A0|undefined|NaN|null| {2}|\b(safe|should|best|recommend)/i);
        expect(tokensIn(withoutDays(text)).filter((token) => !isIn(token, 0))).toEqual([]);
      }
      const script = said.script.join(' ');
      expect(script).not.toMatch(/[*()%→−\u00A0]|about about|,,| ,|undefined|NaN/);
      expect(tokensIn(withoutDays(script)).filter((token) => !isIn(token, 0.05))).toEqual([]);
    }),
    { numRuns: 400 },
  );
  for (const kind of ['call', 'belowZero', 'exact', 'riseOnly', 'noMove', 'fall', 'noLoan'] as const)
    expect([kind, (kinds.get(kind) ?? 0) > 0]).toEqual([kind, true]);
}, 60_000);
