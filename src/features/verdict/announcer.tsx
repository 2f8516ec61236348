// What a screen reader hears: the verdict in one line, half a second after a change is kept, and only when that line
// is another one. Silent while something is dragged or typed.
import { useEffect, useRef, useState } from 'react';
import { useDesk } from '@/state/store';
import { shortVerdict } from './sentences';
import { verdictWordsNow } from './verdict-words';

const quiet = 500;

/** The page's one status region. It looks at the verdict only when it may speak. */
export function Announcer() {
  const commits = useDesk((desk) => desk.commits);
  const spoken = useRef<string | null>(null);
  const [announced, setAnnounced] = useState('');

  useEffect(() => {
    spoken.current ??= shortVerdict(verdictWordsNow());
    if (commits === 0) return;
    const timer = setTimeout(() => {
      // What is dragged meanwhile is spoken once it is kept.
      if (useDesk.getState().draft !== null) return;
      const line = shortVerdict(verdictWordsNow());
      if (spoken.current === line) return;
      spoken.current = line;
      setAnnounced(line);
    }, quiet);
    return () => clearTimeout(timer);
  }, [commits]);

  return (
    <div role="status" className="visually-hidden">
      {announced}
    </div>
  );
}
