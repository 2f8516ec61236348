/** The width of an element and the size of the page's text, followed as they change: what a drawing needs to be to measure. */
import { type RefObject, useEffect, useState } from 'react';

const unknown = { width: 0, fontSize: 16 };

/** Pixels; a width of 0 until the element is there. */
export function useSize(element: RefObject<HTMLElement | null>): typeof unknown {
  const [size, setSize] = useState(unknown);
  useEffect(() => {
    const { current } = element;
    if (current === null) return;
    const page = window.document.documentElement;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width } = current;
      const fontSize = Number.parseFloat(getComputedStyle(page).fontSize) || unknown.fontSize;
      setSize((now) => (now.width === width && now.fontSize === fontSize ? now : { width, fontSize }));
    });
    observer.observe(current);
    // Larger text makes the page longer, though the element may keep its size.
    observer.observe(page);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
