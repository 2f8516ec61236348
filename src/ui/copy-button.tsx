// Copies words, or words and the same as HTML, and says at the button whether that worked.
import { Copy } from 'lucide-react';
import { useEffect, useState } from 'react';

/** What goes to the clipboard; places that take HTML choose that, all others the text. */
export interface Copied {
  readonly text: string;
  readonly html?: string;
}

/** What the button copies and says. */
export interface CopyButtonProps {
  /** Made only when it is asked for. */
  readonly copy: () => Copied;
  readonly label: string;
  /** Said after copying: what to do with it, where that is not plain. */
  readonly done?: string;
}

const shownFor = 4000;

/** A button that copies. */
export function CopyButton({ copy, label, done = 'Copied' }: CopyButtonProps) {
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), shownFor);
    return () => clearTimeout(timer);
  }, [said]);
  const press = async () => {
    try {
      await write(copy());
      setSaid(done);
    } catch {
      setSaid('The browser does not allow copying');
    }
  };
  return (
    <button type="button" className="button" onClick={() => void press()}>
      <Copy aria-hidden="true" size={16} />
      {said ?? label}
    </button>
  );
}

/** Both forms where the browser takes both; older ones, and those that refuse HTML, get the text. */
async function write({ text, html }: Copied) {
  if (html !== undefined && typeof ClipboardItem !== 'undefined') {
    const item = new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([html], { type: 'text/html' }),
    });
    try {
      return await navigator.clipboard.write([item]);
    } catch {
      // The text alone is tried below; if that is refused too, the button says so.
    }
  }
  await navigator.clipboard.writeText(text);
}
