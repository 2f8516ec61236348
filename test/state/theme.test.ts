// The look that was chosen: kept under one name, read the same by the page and by what runs before it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readTheme, themeKey, writeTheme } from '@/state/theme';

function shelfOf(entries: Record<string, string>) {
  const kept = new Map(Object.entries(entries));
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const refusing = {
  getItem: () => {
    throw new Error('refused');
  },
  setItem: () => {
    throw new Error('refused');
  },
  removeItem: () => {
    throw new Error('refused');
  },
};

describe('the look', () => {
  it('is the system’s until one is chosen, and the system’s again leaves no entry', () => {
    const shelf = shelfOf({});
    expect(readTheme(shelf)).toBe('system');
    writeTheme(shelf, 'dark');
    expect(readTheme(shelf)).toBe('dark');
    writeTheme(shelf, 'system');
    expect(shelf.kept.size).toBe(0);
  });

  it('a foreign entry or a browser that refuses means the system’s', () => {
    expect(readTheme(shelfOf({ [themeKey]: 'purple' }))).toBe('system');
    expect(readTheme(refusing)).toBe('system');
    expect(readTheme(null)).toBe('system');
    expect(() => writeTheme(refusing, 'dark')).not.toThrow();
  });

  it('is read before the page is painted under the same name', () => {
    const early = readFileSync(fileURLToPath(new URL('../../public/theme.js', import.meta.url)), 'utf8');
    expect(early).toContain(`getItem('${themeKey}')`);
    const page = readFileSync(fileURLToPath(new URL('../../index.html', import.meta.url)), 'utf8');
    expect(page.indexOf('/theme.js')).toBeLessThan(page.indexOf('/src/main.tsx'));
  });
});
