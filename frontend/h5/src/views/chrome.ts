import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { icon, type IconName } from '../icons.ts';
import type { Verdict } from '../model.ts';
import type { Page } from '../page.ts';
import type { Texts } from '../texts.ts';

/** The parts around every page: the bar with 未同步, the strip without a network, sheets. */

export function bar(page: Page, lead: { icon: IconName; label: string; act: () => void }, title: string, small: string): TemplateResult {
  const { text, settings } = page;
  return html`<header class="bar">
    <button class="ib" aria-label=${lead.label} @click=${lead.act}>${icon(lead.icon, 24)}</button>
    <h1>${title}<small>${small}</small></h1>
    <span class="grow"></span>
    ${syncPill(page)}
    <button class="ib" aria-label=${settings.muted ? text.soundOff : text.soundOn} aria-pressed=${!settings.muted}
      @click=${() => page.change({ muted: !settings.muted })}>${icon(settings.muted ? 'voloff' : 'vol', 22)}</button>
  </header>`;
}

function syncPill({ station, text }: Page): TemplateResult {
  const waiting = station.unsynced;
  const cut = station.link !== 'ONLINE';
  if (waiting === 0 && !cut) return html`<span class="sync" role="status">${icon('check', 16)}${text.synced}</span>`;
  return html`<span class="sync off" role="status">${icon(cut ? 'wifioff' : 'cloudup', 16)}${text.unsynced(waiting)}</span>`;
}

export function strip(page: Page): TemplateResult | typeof nothing {
  const { station, text } = page;
  if (station.link === 'ONLINE') return nothing;
  return html`<div class="strip" role="status">
    ${icon('cloudup', 22)}<span class="grow">${station.link === 'OFFLINE' ? text.offlineStrip : text.busyStrip}</span>
    <button class="retry" @click=${() => page.retry()}>${icon('refresh', 18)}${text.retry}</button>
  </div>`;
}

/** A sheet from below; Esc and the cross close it. */
export function sheet(page: Page, title: string, content: TemplateResult): TemplateResult {
  return html`<dialog class="sheet" aria-label=${title} ${ref(openAsModal)} @close=${() => page.openSheet(null)}>
    <div class="sheet-head">
      <h2>${title}</h2>
      <button class="ib" aria-label=${page.text.close} @click=${() => page.openSheet(null)}>${icon('x', 24)}</button>
    </div>
    ${content}
  </dialog>`;
}

function openAsModal(element: Element | undefined): void {
  const dialog = element as HTMLDialogElement | undefined;
  // after this drawing, because only an attached dialog can open
  if (dialog) queueMicrotask(() => dialog.isConnected && !dialog.open && dialog.showModal());
}

export function emptyState(mark: IconName, title: string, hint: string): TemplateResult {
  return html`<div class="empty">${icon(mark, 32)}<b>${title}</b><p>${hint}</p></div>`;
}

/** Why a parcel may not go on, in one word: the hold or the missing step, or for a closed order how it was closed. */
export function stopWord(text: Texts, { order }: Verdict): string {
  const state = text.anchors[order?.anchor ?? ''];
  const reason = text.anchors[order?.reason ?? ''];
  return (order?.reason === 'CANCELLED' ? (state ?? reason) : (reason ?? state)) ?? text.refused;
}

/** What people wrote about it, if anything. */
export function stopText(text: Texts, { order, message }: Verdict): string | null {
  const reason = order?.reason && !(order.reason in text.anchors) ? order.reason : null;
  return order?.text || reason || message || null;
}
