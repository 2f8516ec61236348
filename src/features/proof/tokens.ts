// A line of arithmetic as tokens: drawn as MathML, and said as plain text, from one and the same list.

/** One piece of a line. */
export type Token =
  | { readonly kind: 'figure'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'operator'; readonly text: '+' | '−' | '×' | '=' | '≈' }
  | { readonly kind: 'fraction'; readonly top: TokenLine; readonly bottom: TokenLine }
  /** The greater, or the lesser, of several. */
  | { readonly kind: 'greater' | 'lesser'; readonly items: readonly TokenLine[] }
  | { readonly kind: 'group'; readonly line: TokenLine };

/** Pieces in the order they are read. */
export type TokenLine = readonly Token[];

/** A figure already in words: "$1,000.00". */
export const figure = (text: string): Token => ({ kind: 'figure', text });
/** Something called by its name: "Cash". */
export const named = (text: string): Token => ({ kind: 'name', text });
/** An operator. */
export const sign = (text: (Token & { kind: 'operator' })['text']): Token => ({ kind: 'operator', text });
/** One line over another. */
export const fraction = (top: TokenLine, bottom: TokenLine): Token => ({ kind: 'fraction', top, bottom });
/** The greater of several. */
export const greater = (...items: readonly TokenLine[]): Token => ({ kind: 'greater', items });
/** The lesser of several. */
export const lesser = (...items: readonly TokenLine[]): Token => ({ kind: 'lesser', items });
/** A line between parentheses. */
export const group = (...line: TokenLine): Token => ({ kind: 'group', line });

/** Terms with an operator between each two. */
export function joined(operator: '+' | '−' | '×', terms: readonly TokenLine[]): TokenLine {
  return terms.flatMap((term, index) => (index === 0 ? term : [sign(operator), ...term]));
}

/** The same line with parentheses around a negative figure that follows an operator. */
export function withParentheses(line: TokenLine): TokenLine {
  return line.map((token, index) => (isOperand(line, index) && isNegative(token) ? group(token) : token));
}

function isOperand(line: TokenLine, index: number): boolean {
  const previous = line[index - 1];
  return previous?.kind === 'operator' && previous.text !== '=' && previous.text !== '≈';
}

function isNegative(token: Token | undefined): boolean {
  return token?.kind === 'figure' && token.text.startsWith('−');
}

/** The line as plain text. */
export function lineText(line: TokenLine): string {
  return withParentheses(line)
    .map((token, index) => tokenText(token, isOperand(line, index)))
    .join(' ');
}

/** A fraction is written on one line: where it follows an operator, the minus of its top would follow it too. */
function tokenText(token: Token, follows: boolean): string {
  switch (token.kind) {
    case 'figure':
    case 'name':
    case 'operator':
      return token.text;
    case 'fraction':
      return `${operandText(token.top, follows)} ÷ ${operandText(token.bottom, true)}`;
    case 'greater':
    case 'lesser':
      return `the ${token.kind} of ${token.items.map(lineText).join(' and ')}`;
    case 'group':
      return `(${lineText(token.line)})`;
  }
}

function operandText(line: TokenLine, follows: boolean): string {
  const isPlain = line.length === 1 && !(follows && isNegative(line[0]));
  return isPlain ? lineText(line) : `(${lineText(line)})`;
}
