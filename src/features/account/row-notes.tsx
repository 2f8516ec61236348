// What stands below a row of the holdings: the reasons of refused texts, and what a figure is or would be.
import { useFormContext, useFormState, useWatch } from 'react-hook-form';
import type { PositionInput } from '@/engine/account';
import { useAtRest } from '@/state/at-rest';
import { restId } from '@/state/holding-edits';
import { stillUsed } from '@/ui/decimal-field';
import styles from './holding-rows.module.css';
import { rateText, sharesTimesPrice, worthWords } from './holding-words';
import { LeverageQuestion } from './leverage-question';
import { fieldName, type RawTexts } from './raw-texts';

/** A pasted row whose figures could not be read, or were taken back, is worth nothing; never in silence. */
function isWithoutFigures({ id, marketValue }: PositionInput): boolean {
  return id !== restId && marketValue !== undefined && Number(marketValue) === 0;
}

/** The notes of one row, each under the id that its field is described by. */
export function RowNotes({
  id,
  position,
  isKept,
  isByShares,
  rate,
  rateNote,
  rateCaution,
}: {
  readonly id: string;
  readonly position: PositionInput | undefined;
  readonly isKept: boolean;
  readonly isByShares: boolean;
  readonly rate: string | null;
  readonly rateNote: string | null;
  readonly rateCaution: string | null;
}) {
  const columns = isByShares ? (['shares', 'price', 'rate'] as const) : (['value', 'rate'] as const);
  const { control } = useFormContext<RawTexts>();
  const names = columns.map((column) => fieldName(`${column}-${id}`));
  const { errors } = useFormState<RawTexts>({ control, name: names });
  const typedValue = useWatch<RawTexts>({ control, name: fieldName(`value-${id}`) });
  const isTypingRate = typeof useWatch<RawTexts>({ control, name: fieldName(`rate-${id}`) }) === 'string';
  const isTypingValue = typeof typedValue === 'string';
  // While a value is typed it is shown already, but the shares are still kept.
  const replaced = useAtRest(({ history }) =>
    isTypingValue ? history.present.account.positions.find((each) => each.id === id) : undefined,
  );
  const hasShares = position?.shares !== undefined;
  const used = (column: (typeof columns)[number]) => {
    if (position === undefined) return '';
    if (column === 'rate') return stillUsed(rateText(rate));
    return hasShares ? stillUsed(sharesTimesPrice(position)) : stillUsed(worthWords(position));
  };
  const hint = (column: (typeof columns)[number]) => {
    if (position === undefined) return null;
    // A rate in mid-typing passes through small ones.
    if (column === 'rate')
      return isTypingRate || rateCaution === null ? rateNote : <strong>{rateCaution}</strong>;
    if (column === columns[0] && isWithoutFigures(position))
      return 'Counts as $0 until its figures are typed.';
    if (column !== 'value') return null;
    if (id === restId) return 'What is left of the one number: values typed above come out of it.';
    if (replaced?.shares !== undefined && !hasShares) {
      return `This value takes the place of ${sharesTimesPrice(replaced)}.`;
    }
    return hasShares ? sharesTimesPrice(position) : null;
  };
  return (
    <td className={styles.notes}>
      {columns.map((column, at) => {
        const message = errors[names[at] ?? '']?.message;
        const hinted = hint(column);
        return (
          <div
            key={column}
            id={`${column}-${id}-note`}
            className={message === undefined ? undefined : styles.error}
          >
            {message === undefined ? hinted : `${message}${used(column)}`}
          </div>
        );
      })}
      <LeverageQuestion position={isKept ? position : undefined} />
    </td>
  );
}
