/**
 * Light, dark, or as the system says: a choice about the page and no part of any account. It is kept in this browser
 * under a name of its own; `public/theme.js` reads it before the page is painted.
 */
import type { Shelf } from '@/state/saved-copy';

/** The looks that can be chosen. */
export const themes = ['system', 'light', 'dark'] as const;

/** One of them. */
export type Theme = (typeof themes)[number];

/** Where the choice is kept. */
export const themeKey = 'headroom.theme';

/** The look that was chosen; the system's where none was, or where the browser refuses its storage. */
export function readTheme(shelf: Shelf | null): Theme {
  try {
    const kept = shelf?.getItem(themeKey) ?? null;
    return themes.find((theme) => theme === kept) ?? 'system';
  } catch {
    return 'system';
  }
}

/** Keeps a choice; a browser that refuses simply forgets it. */
export function writeTheme(shelf: Shelf | null, theme: Theme): void {
  try {
    if (theme === 'system') shelf?.removeItem(themeKey);
    else shelf?.setItem(themeKey, theme);
  } catch {
    // The look stays as chosen until the page is closed.
  }
}
