// The width of an element and the size of the page's text, followed as they change.
import { type RefObject, useEffect, useState } from 'react';

const unknown = { width: 0, fontSize: 16 };

/** Pixels; a width of 0 until the element is there. */
export function useSize(element: RefObject<HTMLElement | null>): typeof unknown {
  const [size, setSize] = useState(unknown);
  useEffect(() => {
    const { current } = element;
    if (current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const text = getComputedStyle(window.document.documentElement).fontSize;
      setSize({
        width: entry?.contentRect.width ?? 0,
        fontSize: Number.parseFloat(text) || unknown.fontSize,
      });
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
