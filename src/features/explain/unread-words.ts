// What of a story could not be read, and what the figures count in its place. Serves rule R-93 of rules.md.
import type { HoldingStory, Story } from '@/state/story';

/** In a sentence; empty where all could be read. */
export function wordUnread(story: Story): string {
  const fields = Object.keys(story.refused);
  if (fields.length === 0) return '';
  const kept = fields.filter((field) => hasBefore(story, field)).length;
  if (fields.length === 1) {
    return kept === 1
      ? 'One entry could not be read: the figures still count the one before it.'
      : 'One entry could not be read: no figure counts it.';
  }
  const many = `${fields.length} entries could not be read`;
  if (kept === 0) return `${many}: no figure counts them.`;
  return kept === fields.length
    ? `${many}: the figures still count those before them.`
    : `${many}: the figures count those before them, where there was one.`;
}

/** Whether a field that refused its text was told something before. */
function hasBefore(story: Story, field: string): boolean {
  switch (field) {
    case 'fall':
    case 'rate':
    case 'moneyIn':
    case 'interest':
    case 'tradeCash':
      return story[field] !== null;
  }
  const at = field.indexOf('-');
  const told: HoldingStory | undefined = story.holdings[field.slice(at + 1)];
  const kind = field.slice(0, at);
  if (kind === 'fall') return told?.fall !== undefined || told?.price !== undefined;
  return kind === 'rate' ? told?.rate !== undefined : told?.shares !== undefined;
}
