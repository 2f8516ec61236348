/** Links lead to fields that may be folded away or on another page: each section brings its own into sight. */
import { useEffect } from 'react';
import { type Section, sectionOf } from '@/state/field-places';
import { goToField, useDesk } from '@/state/store';

/** Gives the focus to the field that is sought, if it is one of this section: it has come forth by then. */
export function useSought(section: Section): void {
  const sought = useDesk((desk) => desk.sought);
  useEffect(() => {
    if (sought === null || sectionOf(sought) !== section) return;
    const field = document.getElementById(sought);
    field?.scrollIntoView?.({ block: 'center' });
    field?.focus();
    goToField(null);
  }, [section, sought]);
}
