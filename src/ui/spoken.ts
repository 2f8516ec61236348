/**
 * Figures as they are read out: rounded to what the ear keeps, with "about" where that changed them. Never for a figure
 * to act on. Serves rule R-96 of rules.md.
 */

const money = /(about )?(−?)\$([\d,]+(?:\.\d+)?)/g;
const percent = /([+−]?)([\d,]+(?:\.\d+)?)…?[ \u00A0]%/g;
/** A change behind what changed: "from $100 to $78 (−22.0 %)". */
const change = /\(([+−])([\d,]+(?:\.\d+)?)…?[ \u00A0]%\)/g;
const points = /([+−]?)([\d,]+(?:\.\d+)?)…?( percentage)? points/g;

/** From here on dollars keep four digits or three; below they are whole, and below ten they keep their cents. */
const fourDigitsFrom = 10_000;
const threeDigitsFrom = 1000;
const wholeFrom = 10;

/** A written sentence as it is spoken: "$36,429.10 (42.9 %)" becomes "about $36,430, about 43 percent". */
export function speak(sentence: string): string {
  return sentence
    .replaceAll('**', '')
    .replaceAll('→', 'to')
    .replaceAll(money, (_, about: string | undefined, sign: string, digits: string) => {
      const words = told(
        sign,
        roundDollars(numberIn(digits)),
        numberIn(digits),
        (figure) => `$${withCents(figure)}`,
      );
      return about === undefined || words.startsWith(about) ? words : `${about}${words}`;
    })
    .replaceAll(change, (_, sign: string, digits: string) => {
      const figure = numberIn(digits);
      const words = told('', roundPercent(figure), figure, (percents) => `${percents} percent`);
      return `(${sign === '−' ? 'down' : 'up'} ${words})`;
    })
    .replaceAll(percent, (_, sign: string, digits: string) =>
      told(sign, roundPercent(numberIn(digits)), numberIn(digits), (figure) => `${figure} percent`),
    )
    .replaceAll(points, (_, sign: string, digits: string, kind: string | undefined) =>
      told(
        sign,
        roundPercent(numberIn(digits)),
        numberIn(digits),
        (figure) => `${figure}${kind ?? ''} points`,
      ),
    )
    .replaceAll('\u00A0', ' ')
    .replaceAll(' (', ', ')
    .replaceAll(/\)(?=[.,;:])/g, '')
    .replaceAll(')', ',')
    .replaceAll('about about ', 'about ')
    .replaceAll('the about ', 'the roughly ')
    .replaceAll(/(^|[.?!] )about /g, '$1About ');
}

function told(sign: string, rounded: number, exact: number, word: (figure: string) => string): string {
  const about = rounded === exact ? '' : 'about ';
  const signed = sign === '' ? '' : sign === '−' ? 'minus ' : 'plus ';
  return `${about}${signed}${word(rounded.toLocaleString('en-US', { maximumFractionDigits: 8 }))}`;
}

/** Ten cents are written with both digits. */
function withCents(figure: string): string {
  return figure.replace(/\.\d$/, '$&0');
}

function numberIn(digits: string): number {
  return Number(digits.replaceAll(',', ''));
}

function roundDollars(dollars: number): number {
  // Two large sums must still differ by about what lies between them.
  if (dollars >= fourDigitsFrom) return Number(dollars.toPrecision(4));
  if (dollars >= threeDigitsFrom) return Number(dollars.toPrecision(3));
  return dollars >= wholeFrom ? Math.round(dollars) : dollars;
}

/** Whole from ten on, two digits below; a distance is never rounded to all there is. */
function roundPercent(figure: number): number {
  if (figure < wholeFrom) return Number(figure.toPrecision(2));
  const rounded = Math.round(figure);
  return rounded === 100 && figure < 100 ? figure : rounded;
}
