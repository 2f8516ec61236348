/** What a holding is called wherever it is spoken of, so that a person finds it again in the table. */

/** As much of a holding as its name needs. */
interface Named {
  readonly id: string;
  readonly symbol: string;
}

/**
 * Its symbol; without one its place among all holdings. The only one stands for all that is held, unless it is the
 * subject of a sentence, where "Holdings moves" would be no English. `within` a sentence it begins with a small letter.
 */
export function nameHolding(
  { id, symbol }: Named,
  all: readonly { readonly id: string }[],
  form: 'label' | 'subject' | 'within' = 'label',
): string {
  const own = symbol.trim();
  if (own !== '') return own;
  if (all.length === 1 && form !== 'subject') return form === 'within' ? 'the holdings' : 'Holdings';
  const place = all.findIndex((each) => each.id === id) + 1;
  return `${form === 'within' ? 'holding' : 'Holding'} ${place}`;
}
