// What "clear everything" asks before, and says after.

/** The question, with all that would go. */
export function wordAsked(asides: number): string {
  return `Clear everything? ${list(asides)} go from this browser for good: nothing brings them back.`;
}

/** What is gone; or that the browser refused to let go of it. */
export function wordCleared(asides: number, isGone: boolean): string {
  return isGone
    ? `Gone from this browser: ${lowered(list(asides))}. Nothing of it was ever sent anywhere.`
    : 'The page is empty, but this browser refused to empty its storage. Clear this site’s data in the browser’s settings.';
}

function list(asides: number): string {
  const aside =
    asides === 0 ? '' : asides === 1 ? ' the account put aside,' : ` ${asides} accounts put aside,`;
  return `Your account,${aside} every what-if, all steps to undo and the chosen look`;
}

function lowered(text: string): string {
  return text.replace(/^Your/, 'your');
}
