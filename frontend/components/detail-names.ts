// A list beside its detail lays the detail over itself when there is no room for both, as a dialog. The dialog is named
// after what is in it, for those who listen.
interface Layout extends HTMLElement {
  updated(changed: unknown): void;
}

const TAG = 'vaadin-master-detail-layout';

function nameDetail(layout: HTMLElement): void {
  const detail = layout.shadowRoot?.getElementById('detail');
  if (detail?.getAttribute('role') === 'dialog') {
    const shown = layout.querySelector(':scope > [slot="detail"]');
    const name = shown?.getAttribute('aria-label') ?? shown?.querySelector('h1, h2, h3')?.textContent;
    detail.setAttribute('aria-label', name?.trim() || document.title);
  } else {
    detail?.removeAttribute('aria-label');
  }
}

void customElements.whenDefined(TAG).then(() => {
  const layout = customElements.get(TAG)!.prototype as Layout;
  const updated = layout.updated;
  layout.updated = function (this: Layout, changed) {
    updated.call(this, changed);
    nameDetail(this);
  };
  document.querySelectorAll<HTMLElement>(TAG).forEach(nameDetail);
});
