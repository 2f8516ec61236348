// One line of arithmetic: native MathML for the eye, the same line as plain text for those who listen.
import { createElement, Fragment, type ReactNode } from 'react';
import styles from './math.module.css';
import { lineText, type Token, type TokenLine, withParentheses } from './tokens';

/** A line; it breaks before operators where it is too long. */
export function Formula({ line }: { readonly line: TokenLine }) {
  return (
    <span className={styles.formula}>
      <span className="visually-hidden">{lineText(line)}</span>
      <span aria-hidden="true">
        {/* The pieces never change their order, and none is told apart from its equals. */}
        {piecesOf(withParentheses(line)).map((piece, index) => (
          <Fragment key={index}>{createElement('math', { displaystyle: 'true' }, row(piece))} </Fragment>
        ))}
      </span>
    </span>
  );
}

/** The line cut before each operator. */
function piecesOf(line: TokenLine): TokenLine[] {
  const pieces: Token[][] = [];
  for (const token of line) {
    const last = pieces.at(-1);
    if (last === undefined || token.kind === 'operator') pieces.push([token]);
    else last.push(token);
  }
  return pieces;
}

function row(line: TokenLine): ReactNode {
  return createElement(
    'mrow',
    null,
    ...line.flatMap((token, index) => {
      const isBetween = (token.kind === 'operator' || token.kind === 'name') && index > 0;
      const follows = line[index - 1]?.kind === 'operator';
      return isBetween && !follows ? [space(), element(token)] : [element(token)];
    }),
  );
}

function element(token: Token): ReactNode {
  switch (token.kind) {
    case 'figure':
      return createElement('mn', null, token.text);
    case 'name':
      return createElement('mtext', null, token.text);
    case 'operator':
      // Space is set by hand: at the start of a piece an operator would get none.
      return createElement(
        Fragment,
        null,
        createElement('mo', { lspace: '0', rspace: '0' }, token.text),
        space(),
      );
    case 'fraction':
      return createElement(
        'mfrac',
        null,
        row(withParentheses(token.top)),
        row(withParentheses(token.bottom)),
      );
    case 'group':
      return createElement('mrow', null, mo('('), row(token.line), mo(')'));
    case 'greater':
    case 'lesser':
      return createElement(
        'mrow',
        null,
        createElement('mi', null, token.kind === 'greater' ? 'max' : 'min'),
        mo('('),
        ...token.items.flatMap((item, index) =>
          index === 0 ? [row(withParentheses(item))] : [mo(';'), row(withParentheses(item))],
        ),
        mo(')'),
      );
  }
}

function space(): ReactNode {
  return createElement('mspace', { width: '0.28em' });
}

function mo(text: string): ReactNode {
  return createElement('mo', null, text);
}
