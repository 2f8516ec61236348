// What the page says of links: what came by one, what is wrong with one, what one to be sent contains.
import type { Issue } from '@/engine/result';

/** A name as it stands in a sentence; a long one is cut. */
export function quoted(name: string, most = 60): string {
  return `“${name.length > most ? `${name.slice(0, most - 1)}…` : name}”`;
}

/** What is wrong with a link, in sentences; `wordIssue` says what is wrong with an account in it. */
export function wordLinkIssues(
  issues: readonly Issue[],
  wordIssues: (issues: readonly Issue[]) => readonly string[],
): readonly string[] {
  const [first] = issues;
  if (first === undefined) return [];
  switch (first.code) {
    case 'broken-link':
      return ['It is cut off or was altered on the way. Ask for it again, and copy the whole of it.'];
    case 'link-too-long':
      return ['It is longer than any link that this page makes.'];
    case 'newer-version':
      return ['A newer Headroom made it. Reload the page to get the newer one, then follow the link again.'];
    case 'unknown-preset':
      return [
        `It leads to an example called ${quoted(first.figures['id'] ?? '')}, which this page does not have.`,
      ];
    case 'unknown-lesson':
      return [
        `It leads to a lesson called ${quoted(first.figures['id'] ?? '')}, which this page does not have.`,
      ];
    default:
      return wordIssues(issues);
  }
}
