import { setServerTime } from './clock';
import { showSheet } from './ds-keys';
import { setRow } from './grid-rows';
import { walkAnswers } from './omnibox';

/** What the server asks of the page as a whole. */
const page = {
  serverTime: setServerTime,
  walkAnswers,
  row: setRow,
  keys: showSheet,

  /** Chooses light or dark for this browser; anything else follows the system. */
  theme(scheme: string): void {
    const root = document.documentElement;
    if (scheme === 'light' || scheme === 'dark') {
      localStorage.setItem('ds-theme', scheme);
      root.setAttribute('theme', scheme);
    } else {
      localStorage.removeItem('ds-theme');
      root.removeAttribute('theme');
    }
  },

  chosenTheme(): string {
    return localStorage.getItem('ds-theme') ?? 'system';
  },

  async copy(text: string): Promise<void> {
    await navigator.clipboard?.writeText(text);
  }
};

declare global {
  interface Window {
    ds: typeof page;
  }
}

window.ds = page;
