import { html, nothing, type TemplateResult } from 'lit';
import { icon, LOGO } from '../icons.ts';
import type { Page } from '../page.ts';

/** Sign-in for staff of one merchant. A badge carries the login name only, never a secret. */
export function signInPage(page: Page): TemplateResult {
  const { text, settings, station } = page;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const field = (name: string) => String(form.get(name) ?? '');
    page.signIn(field('merchant').trim(), field('login').trim(), field('password'));
  };
  return html`<main class="door">
    <div class="brand">${LOGO}<span>${text.brand}</span><span class="grow"></span>
      <button class="plain" lang=${settings.language === 'zh' ? 'en' : 'zh-CN'}
        @click=${() => page.change({ language: settings.language === 'zh' ? 'en' : 'zh' })}>${icon('globe', 20)}${settings.language === 'zh' ? 'English' : '中文'}</button>
    </div>
    <form @submit=${submit} novalidate>
      <div><h1>${text.signInTitle}</h1>${station.lost ? nothing : html`<p class="t2">${text.signInHint}</p>`}</div>
      ${waitingNotes(page)}
      <label class="half">${text.merchant}<input name="merchant" .value=${settings.merchant} autocomplete="organization" autocapitalize="none" spellcheck="false"
        placeholder=${text.merchantHint} required></label>
      <label class="half">${text.login}<input name="login" .value=${settings.login} autocomplete="username" autocapitalize="none" spellcheck="false" required></label>
      <label>${text.password}<span class="with-eye">
        <input name="password" type=${page.passwordShown ? 'text' : 'password'} autocomplete="current-password" required>
        <button class="ib" type="button" aria-label=${page.passwordShown ? text.hidePassword : text.showPassword} aria-pressed=${page.passwordShown}
          @click=${() => page.showPassword()}>${icon('eye', 22)}</button></span></label>
      <p class="form-error" role="alert">${page.signInNote ? html`${icon('bad', 20)}<span>${page.signInNote}</span>` : nothing}</p>
      <button class="big" ?disabled=${page.busy}>${page.busy ? text.signingIn : text.signIn}</button>
      ${station.link === 'ONLINE' ? nothing : html`<p class="t2" role="status">${station.link === 'OFFLINE' ? text.signInOffline : text.signInDown}</p>`}
    </form>
  </main>`;
}

function waitingNotes({ station, text }: Page): TemplateResult | typeof nothing {
  const mine = station.lost ? station.unsynced : 0;
  const others = [...station.others].filter(([name]) => !(station.lost && name === station.session?.user.name));
  if (!station.lost && others.length === 0) return nothing;
  return html`<div class="notes" role="status">
    ${station.lost ? html`<p><b>${text.lost}</b></p>` : nothing}
    ${mine > 0 ? html`<p>${text.kept(mine)}</p>` : nothing}
    ${others.map(([name, n]) => html`<p>${text.others(name, n)}</p>`)}
  </div>`;
}
