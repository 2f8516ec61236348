// Light, dark, or as the system says; shown at once and remembered in this browser.
import { useState } from 'react';
import { browserShelf } from '@/state/saved-copy';
import { readTheme, type Theme, themes, writeTheme } from '@/state/theme';
import styles from './look.module.css';

const names = { system: 'System', light: 'Light', dark: 'Dark' } as const satisfies Record<Theme, string>;

/** Three radio buttons in one row. */
export function ThemeChoice() {
  const [chosen, setChosen] = useState(() => readTheme(browserShelf()));
  const choose = (theme: Theme) => {
    setChosen(theme);
    writeTheme(browserShelf(), theme);
    showTheme(theme);
  };
  return (
    <fieldset className={styles.choice}>
      <legend>Look</legend>
      {themes.map((theme) => (
        <label key={theme}>
          <input type="radio" name="theme" checked={theme === chosen} onChange={() => choose(theme)} />
          <span>{names[theme]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Lets the page look so at once. */
export function showTheme(theme: Theme) {
  const page = document.documentElement;
  if (theme === 'system') page.removeAttribute('data-theme');
  else page.setAttribute('data-theme', theme);
}
