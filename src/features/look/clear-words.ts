// What "clear everything" asks before, and says after.

/** The question, with all that would go. */
export function wordAsked(asides: number, saved: number): string {
  return `Clear everything? ${list(asides, saved)} go from this browser for good: nothing brings them back.`;
}

/** What is gone; or that the browser refused to let go of it. */
export function wordCleared(asides: number, saved: number, isGone: boolean): string {
  return isGone
    ? `Gone from this browser: ${lowered(list(asides, saved))}. Nothing of it was ever sent anywhere.`
    : 'The page is empty, but this browser refused to empty its storage. Clear this site’s data in the browser’s settings.';
}

function list(asides: number, saved: number): string {
  const mine =
    saved === 0 ? '' : saved === 1 ? ' the one under My accounts,' : ` all ${saved} under My accounts,`;
  const aside =
    asides === 0 ? '' : asides === 1 ? ' the account put aside,' : ` ${asides} accounts put aside,`;
  return `Your account,${mine}${aside} every what-if, all steps to undo and the chosen look`;
}

function lowered(text: string): string {
  return text.replace(/^Your/, 'your');
}
