// What differs from today, on paper: each change in its words.
import { selectDocument, useDesk } from '@/state/store';
import { withoutArrows } from './arrows';
import { listChangeWords } from './list-change-words';

/** One line; nothing where nothing differs. */
export function PrintedChanges() {
  const changes = listChangeWords(useDesk(selectDocument));
  if (changes.length === 0) return null;
  return (
    <p>
      <strong>What if:</strong> {changes.map(({ words }) => withoutArrows(words)).join(' · ')}
    </p>
  );
}
