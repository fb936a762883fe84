import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { clockTime, maskedWaybill } from '../format.ts';
import { icon } from '../icons.ts';
import { contradiction } from '../judge.ts';
import type { Resolution, ScanKind, StoredOp, Verdict } from '../model.ts';
import type { Page } from '../page.ts';
import type { Texts } from '../texts.ts';
import { stopText, stopWord } from './chrome.ts';
import { feel } from './scan.ts';

/** A scan on which this device and the server disagree. It stays until a person decides; scanning goes on meanwhile. */
export function conflictBody(page: Page, conflict: StoredOp): TemplateResult {
  const { text } = page;
  const answer = conflict.answer!;
  const gained = contradiction(conflict.told, answer) === 'GAINED';
  return html`
    <main tabindex="-1" class="deciding">
      ${keyed(conflict.opId, html`<section class="hero conf" role="alert">
        ${feel(page, 'wrong')}
        <div class="w">${icon('hand', 46)}${text.decide}</div>
        <div class="d">${thing(conflict)} ${gained ? text.systemCounted : stateOf(text, answer)}</div>
      </section>`)}
      <div class="cmp">
        <div><h2>${text.yourScan}</h2><b>${clockTime(conflict.at)} ${text.scanVerb[conflict.kind as ScanKind]}</b>${text.storedOffline}</div>
        <div><h2>${text.inSystem}</h2><b>${gained ? text.systemCounted : stateOf(text, answer)}</b>${gained ? text.systemCountedWhy : reasonOf(text, answer)}</div>
      </div>
      <p class="ask">${question(text, conflict, gained)}</p>
      ${lastOne(page)}
    </main>
    <div class="dock decide">${choices(text, conflict, gained).map(([resolution, word], index) => html`
      <button class="big ${index > 0 ? 'sec' : ''}" @click=${() => page.decide(conflict, resolution)}>${index === 0 ? icon('hand', 22) : ''}${word}</button>`)}
    </div>`;
}

function thing(conflict: StoredOp): string {
  return conflict.kind === 'OUTBOUND' ? maskedWaybill(conflict.code) : conflict.label || conflict.code;
}

function stateOf(text: Texts, answer: Verdict): string {
  switch (answer.result) {
    case 'WRONG_ITEM':
      return text.notInTask;
    case 'TOO_MANY':
      return text.tooMany;
    case 'UNKNOWN':
      return text.notKnown;
    default:
      return stopWord(text, answer);
  }
}

function reasonOf(text: Texts, answer: Verdict): string {
  return stopText(text, answer) ?? answer.order?.number ?? text.systemRefused;
}

function question(text: Texts, { kind }: StoredOp, gained: boolean): string {
  if (kind === 'OUTBOUND') return gained ? text.askOut : text.askParcel;
  return gained ? text.askIn : text.askItem;
}

function choices(text: Texts, { kind }: StoredOp, gained: boolean): [Resolution, string][] {
  const lead: [Resolution, string] = ['SUPERVISOR', text.supervisor];
  if (kind === 'OUTBOUND') {
    return gained
      ? [['HANDED_OVER', text.handedOver], ['HELD_BACK', text.notHandedOver], lead]
      : [['HELD_BACK', text.holdParcel], ['HANDED_OVER', text.handedOver], lead];
  }
  return gained ? [['HANDED_OVER', text.putIn], ['HELD_BACK', text.notPutIn], lead] : [['HELD_BACK', text.holdItem], lead];
}

/** Scans made while the conflict stands still show that they were kept. */
function lastOne({ scene, text }: Page): TemplateResult | '' {
  if (!scene) return '';
  const { outcome, tone } = scene;
  const good = tone === 'ok' || tone === 'stored' || tone === 'done';
  return html`<div class="next" role="status">${icon(good ? 'ok' : 'bad', 22)}
    <span class="one">${good ? text.stored : text.notCounted} <b>${outcome.kind === 'OUTBOUND' ? maskedWaybill(outcome.code) : outcome.code}</b></span></div>`;
}
