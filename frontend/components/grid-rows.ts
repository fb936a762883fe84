/*
 * The row one is at in a grid that carries `data-rows`: its own focus, walked with j and k as with the arrows. The grid keeps
 * the row in sight and loads more at its end. One begins at the first row and goes on from where one was; the server hears of
 * each row as `ds-row`, and whether the keyboard led there.
 */
interface RowGrid extends HTMLElement {
  scrollToIndex(index: number): void;
}

interface Focused {
  section?: string;
  index?: number;
  item?: { key: string };
}

const at = new WeakMap<HTMLElement, number>();

function cell(grid: HTMLElement, index: number): HTMLElement | null {
  const root = grid.shadowRoot!;
  const heads = root.querySelectorAll('#header > tr:not([hidden])').length;
  const row = root.querySelector(`#items > tr:not([hidden])[aria-rowindex="${heads + index + 1}"]`);
  return row?.querySelector<HTMLElement>('td[last-frozen]') ?? row?.querySelector<HTMLElement>('td:last-of-type') ?? null;
}

function reach(grid: RowGrid, index: number): HTMLElement | null {
  if (!cell(grid, index)) grid.scrollToIndex(index);
  const found = cell(grid, index);
  found?.focus();
  return found;
}

export function walkRows(grid: HTMLElement, by: number): void {
  const was = at.get(grid);
  const here = reach(grid as RowGrid, was ?? 0);
  if (was !== undefined) {
    const key = by > 0 ? 'ArrowDown' : 'ArrowUp';
    here?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  }
}

/** What the server knows better: the row one is at, or with a negative number that one is at none. */
export function setRow(grid: HTMLElement, index: number): void {
  if (index < 0) at.delete(grid);
  else at.set(grid, index);
}

document.addEventListener('cell-focus', (event) => {
  const grid = event.target as HTMLElement;
  const { section, index, item } = (event as CustomEvent<{ context: Focused }>).detail.context;
  if (section !== 'body' || index === undefined || !item || !grid.hasAttribute('data-rows') || at.get(grid) === index) return;
  at.set(grid, index);
  grid.dispatchEvent(new CustomEvent('ds-row', { detail: { row: item.key, walked: grid.hasAttribute('navigating') } }));
});
