import { outlines } from './icons';

/** The markup of one outline, for templates that draw many of them. */
export function outline(name: string): string {
  return (
    '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round"' +
    ` stroke-linejoin="round" aria-hidden="true">${outlines[name] ?? ''}</svg>`
  );
}

/** `<ds-icon name="search">`: an outline in the colour and size its surroundings give it. Never read aloud. */
class DsIcon extends HTMLElement {
  static readonly observedAttributes = ['name'];

  connectedCallback(): void {
    this.setAttribute('aria-hidden', 'true');
    this.draw();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.draw();
  }

  private draw(): void {
    this.innerHTML = outline(this.getAttribute('name') ?? '');
  }
}

customElements.define('ds-icon', DsIcon);
