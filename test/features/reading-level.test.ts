// How hard the page is to read, as the school year in which its sentences are read with ease: the verdict of every state,
// why it came, what ends it, and the answers to what is often misread.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderNote, wordCauses, wordNow, wordSides, wordWhole } from '@/features/explain/explain-words';
import { wordReasons } from '@/features/explain/reason-words';
import { wordEnds, wordWays } from '@/features/explain/way-words';
import { misreadRate, misreadRatio, misreadRequirement } from '@/features/proof/misreading-words';
import { sayVerdict } from '@/features/say/say-words';
import { wordVerdict } from '@/features/verdict/sentences';
import type { SimulatorDocument } from '@/io/document';
import { glossary } from '@/presets/glossary';
import { explain } from '@/state/explained';
import { selectExplanation } from '@/state/explanation';
import { selectView } from '@/state/figures';
import { blankStory } from '@/state/story';
import { isStanding, selectVerdict } from '@/state/verdict';
import { findDetails } from '@/state/ways-out';
import { anyDocument } from '../support/arbitrary-document';
import { gradeOf } from '../support/reading-grade';

const day = { calledOn: '2026-11-23', today: '2026-11-23' };
const fell = { ...blankStory, fall: '0.22', rate: '0.25', interest: '12', moneyIn: '-500' };
const plain = (text: string) => text.replaceAll('**', '').replaceAll('\u00A0', ' ');

/** What the page and its copies say of the state that is on show; the state, too. */
function readVerdict(document: SimulatorDocument): { readonly state: string; readonly texts: string[] } {
  const view = selectView(document);
  const standing = selectVerdict(view);
  if (!isStanding(standing)) return { state: standing.kind, texts: [] };
  const sentences = wordVerdict(standing, findDetails(view), day);
  const input = {
    standing,
    sentences,
    changes: [],
    reasons: [],
    leftOut: [],
    today: day.today,
    pricesOf: null,
  };
  const { chat, email, script } = sayVerdict(input);
  // The last line is the same in each: the day, a name and “Educational, not advice”.
  const withoutLast = (lines: readonly string[]) => lines.slice(0, -1).join(' ');
  return {
    state: `${standing.kind}${standing.isWhatIf ? ', what-if' : ''}`,
    texts: [
      `${sentences.headline} ${sentences.second}`,
      withoutLast(chat.text.trimEnd().split('\n')),
      withoutLast(email.text.trimEnd().split('\n')),
      withoutLast(script),
    ],
  };
}

/** What an explained call says of a fall, a requirement that rose, interest and money taken out. */
function readWhy({ account }: SimulatorDocument): string[] {
  const explained = explain(account, fell);
  if (explained === null) return [];
  const { past } = explained;
  const why = past === null ? [] : [wordReasons(past), [...wordCauses(past).map(sentence), wordWhole(past)]];
  return [
    wordNow(explained),
    ...why.map((each) => each.join(' ')),
    ...(past === null ? [] : wordSides(past)),
    wordEnds(explained, day.calledOn, day.today),
    wordWays(explained)?.note ?? '',
  ];
}

const sentence = (cause: { readonly sentence: string }) => cause.sentence;

function readAnswers(document: SimulatorDocument): string[] {
  const explanation = selectExplanation(selectView(document));
  if (explanation === null) return [];
  return [misreadRate, misreadRatio, misreadRequirement].flatMap((misread) => {
    const found = misread(explanation);
    return found === null ? [] : [`${found.question} ${found.answer}`];
  });
}

/** Of fewer words one long one, as “requirement”, decides the grade. */
const fewestWords = 8;

const average = (grades: readonly number[]) =>
  grades.reduce((total, each) => total + each, 0) / grades.length;

it('a sentence of ten words of one syllable is of the first years of school, one of long words of the last', () => {
  // 0.39 × 10 + 11.8 − 15.59 = 0.11; 0.39 × 4 + 11.8 × 12 ÷ 4 − 15.59 = 21.37.
  expect(gradeOf('The cat sat on the mat by the old door.')).toBeCloseTo(0.11, 10);
  expect(gradeOf('Conditional liquidation, notwithstanding $100.')).toBeGreaterThan(20);
});

it('no text of any state needs more than nine years of school, and on average less than five', () => {
  const states = new Set<string>();
  const grades: number[] = [];
  fc.assert(
    fc.property(anyDocument, (json) => {
      const document = json as SimulatorDocument;
      const { state, texts } = readVerdict(document);
      states.add(state);
      for (const text of [...texts, ...readWhy(document), ...readAnswers(document)].map(plain)) {
        if (text.split(' ').length < fewestWords) continue;
        const grade = gradeOf(text);
        expect(grade, `read: ${text}`).toBeLessThanOrEqual(9);
        grades.push(grade);
      }
    }),
    { numRuns: 150 },
  );
  expect([...states]).toEqual(
    expect.arrayContaining([
      'call',
      'belowZero',
      'exact',
      'riseOnly',
      'noMove',
      'fall',
      'noLoan',
      'call, what-if',
    ]),
  );
  expect(average(grades)).toBeLessThan(5);
}, 60_000);

it('what a word means is read with ease after six years on average, long as the words themselves are', () => {
  const meanings = Object.values(glossary).map(({ meaning }) => gradeOf(meaning));
  expect(average(meanings)).toBeLessThan(6);
  expect(gradeOf(orderNote)).toBeLessThan(9);
});
