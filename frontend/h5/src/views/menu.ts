import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons.ts';
import type { Page } from '../page.ts';
import type { Look } from '../settings.ts';
import type { Language } from '../texts.ts';

/** Who works here, how the device behaves, and the way out. */
export function menu(page: Page): TemplateResult {
  const { text, settings, station } = page;
  const session = station.session!;
  return html`<div class="menu">
    <p class="who"><b>${session.user.name}</b><span class="t2">${[session.merchant.name, session.warehouse?.name].filter(Boolean).join(text.dot)}</span></p>
    ${choice('language', text.language, settings.language, [['zh', '中文'], ['en', 'English']], (language) => page.change({ language: language as Language }))}
    ${choice('look', text.look, settings.look, Object.entries(text.looks), (look) => page.change({ look: look as Look }))}
    ${choice('sound', text.sound, settings.muted ? 'off' : 'on', [['on', text.on], ['off', text.off]], (sound) => page.change({ muted: sound === 'off' }))}
    <label class="field">${text.prefix}<input maxlength="1" .value=${settings.prefix} autocomplete="off" autocapitalize="none" aria-describedby="prefix-hint"
      @change=${(event: Event) => page.change({ prefix: (event.target as HTMLInputElement).value })}><small id="prefix-hint" class="t3">${text.prefixHint}</small></label>
    ${page.canInstall ? html`<button class="big sec" @click=${() => page.install()}>${text.install}</button>` : nothing}
    ${signOutButton(page)}
  </div>`;
}

function signOutButton(page: Page): TemplateResult {
  const { text, station } = page;
  const why = whyNot(page);
  return html`<button class="big sec" aria-disabled=${why !== null} aria-describedby="out-why" @click=${() => why === null && page.signOut()}>
      ${station.unsynced > 0 ? icon('lock', 18) : nothing}${text.signOut}</button>
    <p id="out-why" class="t2 why" role="status">${why ?? nothing}</p>`;
}

function whyNot({ text, station }: Page): string | null {
  if (station.conflicts.length > 0) return text.mustDecide(station.conflicts.length);
  if (station.unsynced > 0) return text.mustSend(station.unsynced);
  return station.link === 'ONLINE' ? null : text.mustConnect;
}

function choice(name: string, label: string, value: string, options: [string, string][], pick: (value: string) => void): TemplateResult {
  return html`<fieldset class="choice"><legend>${label}</legend><div>${options.map(([key, word]) => html`<label><input type="radio" name=${name} value=${key}
    .checked=${key === value} @change=${() => pick(key)}><span>${word}</span></label>`)}</div></fieldset>`;
}
