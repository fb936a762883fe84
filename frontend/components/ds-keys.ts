import { inChinese } from './clock';

/*
 * Keyboard shortcuts. A control that has one says so itself: `data-key="a"`, `data-key="g o"` for two keys in a row,
 * `data-key="/|mod+k"` for either of two.
 * Pressing the key clicks it when it can be seen and is enabled; a text field is focused instead. An element with
 * `data-keys="j k"` gets them as a `ds-key` event with `detail.key`. `?` lists what the page knows just now.
 */
const memory = 'ds-keys';
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

function press(key: string): boolean {
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

function entry(keys: string, words: string): HTMLElement {
  const line = document.createElement('div');
  const term = document.createElement('dt');
  term.textContent = words;
  const detail = document.createElement('dd');
  for (const key of keys.split(/[ |]/)) {
    const cap = document.createElement('kbd');
    cap.textContent = key.replace('mod+', navigator.platform.startsWith('Mac') ? '⌘ ' : 'Ctrl ');
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

function showSheet(): void {
  if (document.querySelector('.keys-sheet')) return;
  const list = document.createElement('dl');
  for (const control of holders('data-key')) list.append(entry(control.dataset.key!, label(control)));
  for (const listener of holders('data-keys')) {
    const words = (listener.dataset.keyLabels ?? '').split('|');
    listener.dataset.keys!.split(' ').forEach((key, i) => words[i] && list.append(entry(key, words[i])));
  }
  const sheet = document.createElement('dialog');
  sheet.className = 'keys-sheet';
  const title = document.createElement('h2');
  title.id = 'keys-sheet-title';
  title.textContent = inChinese() ? '键盘快捷键' : 'Keyboard shortcuts';
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
