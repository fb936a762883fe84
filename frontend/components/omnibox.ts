/*
 * The keyboard of the omnibox: the arrows walk its answers while the field keeps the focus, Enter opens the one walked to.
 * Without one walked to, Enter is left to the server, which takes the first.
 */
interface Overlay extends HTMLElement {
  opened: boolean;
}

function list(): HTMLElement | null {
  return document.getElementById('omnibox-hits');
}

function overlay(): Overlay | null {
  return list()?.closest<Overlay>('vaadin-popover') ?? null;
}

function answers(): HTMLElement[] {
  return overlay()?.opened ? [...list()!.querySelectorAll<HTMLElement>('[role=option]')] : [];
}

function walkedTo(): HTMLElement | undefined {
  return answers().find((answer) => answer.ariaSelected === 'true');
}

function walk(input: HTMLInputElement, to: number): void {
  const all = answers();
  if (!all.length) return;
  const at = ((to % all.length) + all.length) % all.length;
  all.forEach((answer, i) => {
    answer.id = `omnibox-hit-${i}`;
    answer.ariaSelected = String(i === at);
  });
  all[at].scrollIntoView({ block: 'nearest' });
  input.setAttribute('aria-activedescendant', all[at].id);
}

function pressed(event: KeyboardEvent, input: HTMLInputElement): boolean {
  const at = answers().findIndex((answer) => answer.ariaSelected === 'true');
  switch (event.key) {
    case 'ArrowDown':
      walk(input, at + 1);
      return answers().length > 0;
    case 'ArrowUp':
      walk(input, at < 0 ? -1 : at - 1);
      return answers().length > 0;
    case 'Enter':
      walkedTo()?.click();
      return walkedTo() !== undefined;
    case 'Escape':
      if (overlay()?.opened) overlay()!.opened = false;
      else input.blur();
      return true;
    default:
      return false;
  }
}

export function walkAnswers(field: HTMLElement): void {
  const input = field.querySelector('input');
  if (!input || input.role === 'combobox') return;
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.addEventListener('input', () => input.removeAttribute('aria-activedescendant'));
  field.addEventListener('keydown', (event) => {
    if (!event.isComposing && pressed(event, input)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
  const popover = field.parentElement?.querySelector<Overlay>('vaadin-popover');
  popover?.addEventListener('opened-changed', () => {
    input.setAttribute('aria-expanded', String(popover.opened));
    if (popover.opened) input.setAttribute('aria-controls', 'omnibox-hits');
    else input.removeAttribute('aria-controls');
    input.removeAttribute('aria-activedescendant');
  });
  // an answer is chosen with the field still focused: on a phone the field would otherwise shrink under the finger
  popover?.addEventListener('mousedown', (event) => event.preventDefault());
}
