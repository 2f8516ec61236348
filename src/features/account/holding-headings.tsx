// The columns of the holdings and what heads them; a heading that is a term says what it means.
import { type GlossaryEntry, glossary } from '@/presets/glossary';
import { Term } from '@/ui/term';

/** The table's first row. */
export function HoldingHeadings({
  isByShares,
  isInCall,
  hasAlone,
}: {
  readonly isByShares: boolean;
  readonly isInCall: boolean;
  readonly hasAlone: boolean;
}) {
  return (
    <tr>
      {headings(isByShares, isInCall, hasAlone).map(([key, label, term]) => (
        <th key={key} scope="col" data-cell={key}>
          {term === undefined ? label : <Term entry={term} text={label} />}
        </th>
      ))}
    </tr>
  );
}

/** What heads the column of own margin-call prices. */
export function aloneHeading(isInCall: boolean): string {
  return isInCall ? 'Call ends' : 'Alone';
}

const callEnds: GlossaryEntry = {
  ...glossary.alone,
  name: 'Call ends',
  meaning:
    'The price of one holding at which the margin call ends if only it moves and all else stands still.',
};

function headings(
  isByShares: boolean,
  isInCall: boolean,
  hasAlone: boolean,
): (readonly [string, string, GlossaryEntry?])[] {
  const alone = isInCall ? callEnds : glossary.alone;
  return [
    ['symbol', 'Holding'],
    ['side', 'Side'],
    ...(isByShares
      ? ([
          ['shares', 'Shares'],
          ['price', 'Price $'],
          ['worth', 'Value'],
        ] as const)
      : ([['value', 'Value $']] as const)),
    ['rate', 'Requires', glossary.rate],
    ...(hasAlone ? ([['alone', aloneHeading(isInCall), alone]] as const) : []),
  ];
}
