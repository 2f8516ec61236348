// One question about a figure of the proof, with its answer; nothing where the account does not raise it.
import { Question } from '@/ui/question';
import { StrongText } from '@/ui/strong-text';
import type { Misreading } from './misreading-words';

/** The question, closed at rest. */
export function MisreadingAnswer({ about }: { readonly about: Misreading | null }) {
  if (about === null) return null;
  return (
    <Question question={about.question}>
      {() => (
        <p>
          <StrongText text={about.answer} />
        </p>
      )}
    </Question>
  );
}
