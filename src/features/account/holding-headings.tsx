// The columns of the holdings and what heads them.

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
      {headings(isByShares, isInCall, hasAlone).map(([key, label, detail]) => (
        <th key={key} scope="col" data-cell={key} title={detail}>
          {label}
        </th>
      ))}
    </tr>
  );
}

/** What heads the column of own margin-call prices. */
export function aloneHeading(isInCall: boolean): string {
  return isInCall ? 'Call ends' : 'Alone';
}

function headings(
  isByShares: boolean,
  isInCall: boolean,
  hasAlone: boolean,
): (readonly [string, string, string?])[] {
  const alone = isInCall
    ? 'The price of this holding alone at which the margin call ends'
    : 'The margin-call price of this holding alone, all else standing still';
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
    ['rate', 'Requires'],
    ...(hasAlone ? ([['alone', aloneHeading(isInCall), alone]] as const) : []),
  ];
}
