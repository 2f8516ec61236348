// A field of what happened: kept beside the account, and a text that cannot be read is kept with its reason.
import { type ReactNode, useRef } from 'react';
import { setStory, tellStory, useDesk } from '@/state/store';
import type { Story } from '@/state/story';
import { DecimalField } from '@/ui/decimal-field';
import type { TypedFigure } from '@/ui/typed-figures';

interface StoryFieldProps<T> {
  /** What the story knows its refused text by. */
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly prefix?: string;
  readonly hint?: ReactNode;
  readonly hasSignButton?: boolean;
  readonly read: (text: string) => TypedFigure<T>;
  /** The story with what was typed; null takes it back. */
  readonly tell: (story: Story, value: T | null) => Story;
}

/** The field; blank is nothing told. */
export function StoryField<T>({ field, read, tell, ...props }: StoryFieldProps<T>) {
  const refused = useDesk(({ story }) => story.refused[field]);
  // What was told when typing began: a text that is refused in the end must not leave the half of it that was read.
  const began = useRef<Story | null>(null);
  const show = (value: T | null) => {
    began.current ??= useDesk.getState().story;
    setStory((story) => tell(story, value));
  };
  const goBack = () => {
    const told = began.current;
    began.current = null;
    if (told !== null) setStory(({ refused: texts }) => ({ ...told, refused: texts }));
  };
  // A text that is forgotten goes with what is typed in its place, or with what undo leads to: no step of its own.
  const refuse = (text: string | null) =>
    (text === null ? setStory : tellStory)((story) => withRefused(story, field, text));
  return (
    <DecimalField
      {...props}
      refused={refused}
      read={(text) => {
        if (text.trim() === '') return { ok: true, show: () => show(null) };
        const typed = read(text);
        return typed.ok ? { ok: true, show: () => show(typed.value) } : typed;
      }}
      onRefuse={refuse}
      onCommit={() => {
        const told = began.current;
        began.current = null;
        if (told !== null) tellStory((story) => story, told);
      }}
      onCancel={goBack}
    />
  );
}

function withRefused(story: Story, field: string, text: string | null): Story {
  if ((story.refused[field] ?? null) === text) return story;
  const { [field]: _old, ...refused } = story.refused;
  return { ...story, refused: text === null ? refused : { ...refused, [field]: text } };
}
