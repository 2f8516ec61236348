// What ends the call, and by when, on paper: the sentences of the explanation, without the field for the day.
import { selectCallDay } from '@/state/call-day';
import type { Explained } from '@/state/explained';
import { useDesk } from '@/state/store';
import { localDay } from '@/state/today';
import { StrongText } from '@/ui/strong-text';
import { wordDue, wordWays } from './way-words';

/** The ways; nothing where nothing is called for. */
export function PrintedEnds({ explained }: { readonly explained: Explained }) {
  const ways = wordWays(explained);
  if (ways === null) return null;
  return (
    <section aria-label="What ends it on paper">
      <h2>What ends it</h2>
      <p>{ways.intro}</p>
      <ul>
        {ways.ways.map((way) => (
          <li key={way}>
            <StrongText text={way} />
          </li>
        ))}
      </ul>
      <p>{ways.note}</p>
    </section>
  );
}

/** The day; nothing where nothing is called for. */
export function PrintedDue({ explained }: { readonly explained: Explained }) {
  const calledOn = useDesk(selectCallDay);
  const due = wordDue(explained, calledOn, localDay());
  return due === '' ? null : (
    <section aria-label="By when on paper">
      <h2>By when</h2>
      <p>
        <StrongText text={due} />
      </p>
    </section>
  );
}
