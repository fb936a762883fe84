/**
 * Hand scanners that type: a burst of keys faster than a person, closed by Enter or Tab, or anything between a chosen
 * first character and Enter or Tab. Reads the physical key where an input method has taken the character.
 */

export interface Key {
  key: string;
  code: string;
  shift: boolean;
  /** Milliseconds, from any fixed start. */
  at: number;
  /** Typed into a text field, where people type too. */
  inField?: boolean;
}

export type WedgeStep = { kind: 'PASS' } | { kind: 'HOLD' } | { kind: 'SCAN'; code: string };

/** The longest pause between two keys of one scan; outside of fields nobody types, and some radio scanners are slow. */
const GAP = 200;
const GAP_IN_FIELD = 60;
const SHORTEST = 4;

const SHIFTED: Readonly<Record<string, string>> = { Minus: '_', Period: '>', Slash: '?', Digit4: '$', Digit5: '%', Equal: '+' };
const PLAIN: Readonly<Record<string, string>> = { Minus: '-', Period: '.', Slash: '/', Space: ' ', Equal: '=', NumpadSubtract: '-', NumpadDecimal: '.' };

export class WedgeReader {
  private text = '';
  private last = -Infinity;
  private prefixed = false;
  prefix: string;

  constructor(prefix = '') {
    this.prefix = prefix;
  }

  /** HOLD: the key belongs to a scan and should reach nothing else. PASS: it is a person's. */
  press(key: Key): WedgeStep {
    const slow = key.at - this.last > (key.inField ? GAP_IN_FIELD : GAP);
    this.last = key.at;
    if (isTerminator(key)) return this.close(slow);
    const typed = character(key);
    if (typed === null) return { kind: 'PASS' };
    if (this.prefix !== '' && typed === this.prefix) return this.begin();
    if (slow && !this.prefixed) this.text = '';
    this.text += typed;
    return this.prefixed || this.text.length > 2 ? { kind: 'HOLD' } : { kind: 'PASS' };
  }

  reset(): void {
    this.text = '';
    this.prefixed = false;
  }

  private begin(): WedgeStep {
    this.text = '';
    this.prefixed = true;
    return { kind: 'HOLD' };
  }

  private close(slow: boolean): WedgeStep {
    const code = this.text.trim();
    const whole = code.length >= SHORTEST && (this.prefixed || !slow);
    this.reset();
    return whole ? { kind: 'SCAN', code } : { kind: 'PASS' };
  }
}

function isTerminator(key: Key): boolean {
  return [key.key, key.code].some((name) => name === 'Enter' || name === 'Tab' || name === 'NumpadEnter');
}

/** The character of a key; from its place on the board when an input method shows only 'Process' or 'Unidentified'. */
export function character(key: Key): string | null {
  if (key.key.length === 1) return fullWidth(key.key);
  if (key.key !== 'Process' && key.key !== 'Unidentified') return null;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(key.code);
  if (digit && !key.shift) return digit[1]!;
  const letter = /^Key([A-Z])$/.exec(key.code);
  if (letter) return key.shift ? letter[1]! : letter[1]!.toLowerCase();
  return (key.shift ? SHIFTED : PLAIN)[key.code] ?? null;
}

/** An input method in full-width mode turns 5 into ５. */
function fullWidth(text: string): string {
  const point = text.charCodeAt(0);
  return point >= 0xff01 && point <= 0xff5e ? String.fromCharCode(point - 0xfee0) : text;
}

/** Listens before every control, so that a scanner's Enter never presses the button that has the focus. */
export function listenToScanner(reader: WedgeReader, onScan: (code: string) => void): () => void {
  const swallow = (event: KeyboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const field = editable(event.composedPath()[0]);
    if (field?.type === 'password') return reader.reset();
    const step = reader.press({ key: event.key, code: event.code, shift: event.shiftKey, at: event.timeStamp, inField: field !== null });
    if (step.kind === 'HOLD' && !field) swallow(event);
    if (step.kind === 'SCAN') {
      swallow(event);
      if (field) field.value = '';
      onScan(step.code);
    }
  };
  window.addEventListener('keydown', onKey, true);
  return () => window.removeEventListener('keydown', onKey, true);
}

function editable(target: EventTarget | undefined): HTMLInputElement | null {
  return target instanceof HTMLInputElement ? target : null;
}
