// The Flesch–Kincaid grade: 0.39 × words a sentence + 11.8 × syllables a word − 15.59. Figures are no words: counted as
// such they would make every text look easier than it is.

/** The year of school in which a text is read with ease. Semicolons end a sentence too: each part of a list stands alone. */
export function gradeOf(text: string): number {
  const sentences = text.split(/[.;?!](?:\s|$)/).filter((each) => /\p{L}/u.test(each));
  const words = text.match(/\p{L}[\p{L}’]*/gu) ?? [];
  const syllables = words.map(syllablesOf).reduce((total, each) => total + each, 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replaceAll(/[^a-z]/g, '');
  const groups = letters.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '').match(/[aeiouy]{1,2}/g);
  return Math.max(1, groups?.length ?? 0);
}
