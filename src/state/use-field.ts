/** What every number field needs of the store: its refused text, and one gesture from first key to leaving it. */
import { useAtRest } from '@/state/at-rest';
import { cancel, keepText, release } from '@/state/store';

/** A field's refused text, and what to do with what is typed. `field` names it among all fields. */
export function useField(field: string) {
  const refused = useAtRest(({ texts }) => texts[field]);
  return {
    refused,
    onRefuse: (text: string | null) => keepText(field, text),
    onCommit: () => release(field),
    onCancel: () => cancel(field),
  };
}
