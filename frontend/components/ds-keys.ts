import { inChinese } from './clock';
import { walkRows } from './grid-rows';

/*
 * Keyboard shortcuts. A control that has one says so itself: `data-key="a"`, `data-key="g o"` for two keys in a row,
 * `data-key="/|mod+k"` for either of two.
 * Pressing the key clicks it when it can be seen and is enabled; a text field is focused instead. An element with
 * `data-keys="x p"` gets them as a `ds-key` event with `detail.key`; a grid with `data-rows` is walked with j and k. `?` lists
 * what the page knows just now.
 */
const memory = 'ds-keys';
const steps: Record<string, number> = { j: 1, k: -1, arrowdown: 1, arrowup: -1 };
const names: Record<string, string> = { escape: 'Esc', enter: 'Enter', arrowdown: '↓', arrowup: '↑' };
let first: string | undefined;
let firstAt = 0;

function singleKeysOff(): boolean {
  return localStorage.getItem(memory) === 'off';
}

function typing(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return true;
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])'))
  );
}

function reachable(element: HTMLElement): boolean {
  if (element.matches('[disabled], [aria-disabled=true]') || !element.checkVisibility()) return false;
  const open = [...document.querySelectorAll('vaadin-dialog[opened], vaadin-confirm-dialog[opened], dialog[open]')].pop();
  return !open || open.contains(element);
}

function holders(attribute: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[${attribute}]`)].filter(reachable);
}

function atRest(): boolean {
  return !document.activeElement || document.activeElement === document.body;
}

function walked(key: string): boolean {
  const grid = steps[key] && (key.length === 1 || atRest()) ? holders('data-rows')[0] : undefined;
  if (grid) walkRows(grid, steps[key]);
  return grid !== undefined;
}

/** Enter presses what has the focus; it is a shortcut only where there is nothing to press. */
function leavesEnter(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return atRest() || (target instanceof HTMLElement && target.matches('td, tr, vaadin-grid input[type=checkbox], .pane-body'));
}

function press(key: string): boolean {
  if (walked(key)) return true;
  const control = holders('data-key').find((element) => element.dataset.key!.split('|').includes(key));
  if (control) {
    if (control.matches('vaadin-text-field, input')) control.focus();
    else if (control.matches('vaadin-side-nav-item')) control.shadowRoot?.querySelector('a')?.click();
    else control.click();
    return true;
  }
  const listener = holders('data-keys').find((element) => element.dataset.keys!.split(' ').includes(key));
  listener?.dispatchEvent(new CustomEvent('ds-key', { detail: { key } }));
  return listener !== undefined;
}

function named(event: KeyboardEvent): string {
  const chord = event.ctrlKey || event.metaKey ? 'mod+' : '';
  const shift = event.shiftKey && event.key.length > 1 ? 'shift+' : '';
  return chord + shift + (event.key.length === 1 && !chord ? event.key : event.key.toLowerCase());
}

/** A grid keeps Escape to itself when its checkbox has the focus, though there is nothing in the cell to leave. */
function leavesACell(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return (
    event.key === 'Escape' &&
    target instanceof HTMLElement &&
    target.matches('input[type=checkbox]') &&
    target.closest('vaadin-grid') !== null
  );
}

window.addEventListener('keydown', (event) => {
  const key = named(event);
  if (event.altKey || event.repeat || (event.defaultPrevented && !leavesACell(event))) return;
  if (typing(event) && (event.isComposing || !key.startsWith('mod+'))) return;
  const single = key.length === 1;
  if (single && singleKeysOff() && key !== '?') return;
  if (key === 'enter' && !leavesEnter(event)) return;
  const pair = first && event.timeStamp - firstAt < 1200 ? `${first} ${key}` : undefined;
  first = single ? key : undefined;
  firstAt = event.timeStamp;
  if (pair && press(pair)) {
    first = undefined;
    event.preventDefault();
  } else if (key === '?') {
    showSheet();
    event.preventDefault();
  } else if (press(key)) {
    event.preventDefault();
  }
});

function label(control: HTMLElement): string {
  return (
    control.dataset.keyLabel ?? control.getAttribute('aria-label') ?? control.getAttribute('placeholder') ?? wordsOf(control)
  );
}

function wordsOf(control: HTMLElement): string {
  const copy = control.cloneNode(true) as HTMLElement;
  copy.querySelectorAll('kbd, [slot]').forEach((hint) => hint.remove());
  return copy.textContent?.trim() ?? '';
}

/** As it stands on the keyboard. */
function capOf(key: string): string {
  if (key.startsWith('mod+')) return (navigator.platform.startsWith('Mac') ? '⌘ ' : 'Ctrl ') + key.slice(4).toUpperCase();
  if (/^[A-Z]$/.test(key)) return `⇧ ${key}`;
  return names[key] ?? key.toUpperCase();
}

function entry(keys: string, words: string): HTMLElement {
  const line = document.createElement('div');
  const term = document.createElement('dt');
  term.textContent = words;
  const detail = document.createElement('dd');
  for (const key of keys.split(/[ |]/)) {
    const cap = document.createElement('kbd');
    cap.textContent = capOf(key);
    detail.append(cap, ' ');
  }
  line.append(term, detail);
  return line;
}

function switchForSingleKeys(): HTMLElement {
  const field = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = !singleKeysOff();
  box.addEventListener('change', () => {
    if (box.checked) localStorage.removeItem(memory);
    else localStorage.setItem(memory, 'off');
  });
  field.append(box, inChinese() ? '单字母快捷键' : 'Single-letter keys');
  return field;
}

export function showSheet(): void {
  if (document.querySelector('.keys-sheet')) return;
  const title = document.createElement('h2');
  title.id = 'keys-sheet-title';
  title.textContent = inChinese() ? '键盘快捷键' : 'Keyboard shortcuts';
  const list = document.createElement('dl');
  const known = new Set<string>();
  const tell = (keys: string, words: string) => {
    if (!words || keys.split('|').every((key) => known.has(key))) return;
    keys.split('|').forEach((key) => known.add(key));
    list.append(entry(keys, words));
  };
  for (const control of holders('data-key')) tell(control.dataset.key!, label(control));
  for (const listener of holders('data-keys')) {
    const words = (listener.dataset.keyLabels ?? '').split('|');
    listener.dataset.keys!.split(' ').forEach((key, i) => tell(key, words[i]));
  }
  tell('?', title.textContent!);
  const sheet = document.createElement('dialog');
  sheet.className = 'keys-sheet';
  sheet.setAttribute('aria-labelledby', title.id);
  const close = document.createElement('vaadin-button');
  close.textContent = inChinese() ? '收起' : 'Close';
  close.addEventListener('click', () => sheet.close());
  const foot = document.createElement('footer');
  foot.append(switchForSingleKeys(), close);
  sheet.append(title, list, foot);
  sheet.addEventListener('close', () => sheet.remove());
  document.body.append(sheet);
  sheet.showModal();
}
