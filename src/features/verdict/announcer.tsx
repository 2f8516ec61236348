// What a screen reader hears: the verdict in one line, half a second after a change is kept, and only when that line
// is another one. Silent while something is dragged or typed.
import { useEffect, useRef, useState } from 'react';
import { useDesk } from '@/state/store';
import { shortVerdict } from './sentences';
import { useVerdictWords } from './verdict-panel';

const quiet = 500;

/** The page's one status region. */
export function Announcer() {
  const commits = useDesk((desk) => desk.commits);
  const line = shortVerdict(useVerdictWords());
  const newest = useRef(line);
  const spoken = useRef(line);
  const [announced, setAnnounced] = useState('');

  useEffect(() => {
    newest.current = line;
  }, [line]);

  useEffect(() => {
    if (commits === 0) return;
    const timer = setTimeout(() => {
      if (spoken.current === newest.current) return;
      spoken.current = newest.current;
      setAnnounced(newest.current);
    }, quiet);
    return () => clearTimeout(timer);
  }, [commits]);

  return (
    <div role="status" className="visually-hidden">
      {announced}
    </div>
  );
}
