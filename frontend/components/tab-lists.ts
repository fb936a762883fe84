/*
 * The scroller inside Vaadin's tab list carries a tabindex, and so stands between the list and its tabs for those who
 * listen. It needs none: the tabs themselves take the focus.
 */
interface TabList extends HTMLElement {
  ready(): void;
}

function free(list: HTMLElement): void {
  list.shadowRoot?.querySelector('[part=tabs]')?.removeAttribute('tabindex');
}

customElements.whenDefined('vaadin-tabs').then((definition) => {
  const kind = definition.prototype as TabList;
  const ready = kind.ready;
  kind.ready = function (this: TabList): void {
    ready.call(this);
    free(this);
  };
  document.querySelectorAll<HTMLElement>('vaadin-tabs').forEach(free);
});
