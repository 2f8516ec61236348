// Copies a text, and says at the button whether that worked.
import { Copy } from 'lucide-react';
import { useEffect, useState } from 'react';

const shownFor = 4000;

/** The text is made only when it is asked for. */
export function CopyButton({ text }: { readonly text: () => string }) {
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), shownFor);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setSaid('Copied');
    } catch {
      setSaid('The browser does not allow copying');
    }
  };
  return (
    <button type="button" className="button" onClick={() => void copy()}>
      <Copy aria-hidden="true" size={16} />
      {said ?? 'Copy as text'}
    </button>
  );
}
