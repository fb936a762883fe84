import type { Language } from './texts.ts';

export type Look = 'auto' | 'light' | 'dark';

/** What a person chose on this device; nothing of it is secret. */
export interface Settings {
  language: Language;
  look: Look;
  muted: boolean;
  prefix: string;
  merchant: string;
  login: string;
}

const KEY = 'dingshu-h5';
const DEFAULTS: Settings = { language: 'zh', look: 'auto', muted: false, prefix: '', merchant: '', login: '' };

/** The address may name the merchant (?m=) and the language (?lang=en). */
export function readSettings(address: URLSearchParams): Settings {
  const settings = { ...DEFAULTS, ...stored() };
  const merchant = address.get('m');
  if (merchant) settings.merchant = merchant;
  const language = address.get('lang');
  if (language === 'zh' || language === 'en') settings.language = language;
  return settings;
}

export function keepSettings(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // a device that keeps nothing still works until it is closed
  }
}

function stored(): Partial<Settings> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Settings>;
  } catch {
    return {};
  }
}
