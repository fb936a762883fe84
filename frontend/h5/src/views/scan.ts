import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import { clockTime, maskedWaybill, stopwatch } from '../format.ts';
import { DONE_MARK, icon, type IconName } from '../icons.ts';
import { counts, isLabelWrong, mayGoOn, nextLine, title } from '../judge.ts';
import type { StoredOp, Task, TaskLine } from '../model.ts';
import type { Page } from '../page.ts';
import { signalOf, type Scene } from '../scene.ts';
import type { Signal } from '../signals.ts';
import { worklist } from '../station.ts';
import { bar, emptyState, stopText, stopWord, strip } from './chrome.ts';
import { conflictBody } from './conflict.ts';

type Part = TemplateResult | typeof nothing;

/** One action at work. The field in the middle says what the last scan meant; the dock never moves. */
export function scanPage(page: Page): TemplateResult {
  const { text, route, station, shownTask: task } = page;
  const kind = route.page === 'SCAN' ? route.kind : 'OUTBOUND';
  const conflict = station.conflicts[0];
  const small = conflict ? text.decideBar(station.conflicts.length) : kind === 'OUTBOUND' ? (station.session?.warehouse?.name ?? '') : (task?.number ?? '');
  const head = html`${bar(page, { icon: 'back', label: text.back, act: () => page.go({ page: 'TASKS' }) }, text.kind[kind], small)}${strip(page)}`;
  if (conflict) return html`${head}${conflictBody(page, conflict)}`;
  if (kind !== 'OUTBOUND' && !task) return html`${head}${gone(page)}`;
  if (page.scene?.tone === 'done') return html`${head}${donePage(page, page.scene, task)}`;
  return html`${head}
    <main tabindex="-1" class=${page.camera ? 'filming' : ''}>
      <div class="stage">${progressBar(page, task)}${hero(page, task)}${page.camera ? viewfinder(page) : nothing}${nextRow(page, task)}</div>
      ${lastScans(page)}
    </main>
    ${dock(page)}`;
}

/** A conflict met on the task page is decided there. */
export function conflictPage(page: Page, conflict: StoredOp): TemplateResult {
  const { text, station } = page;
  return html`${bar(page, { icon: 'menu', label: text.menu, act: () => page.openSheet('MENU') }, text.app, text.decideBar(station.conflicts.length))}
    ${strip(page)}${conflictBody(page, conflict)}`;
}

function gone(page: Page): TemplateResult {
  const { text, station } = page;
  return html`<main tabindex="-1">${station.list ? emptyState('clip', text.taskGone, text.taskGoneHint) : emptyState('refresh', text.loading, '')}</main>
    <div class="dock"><button class="big" @click=${() => page.go({ page: 'TASKS' })}>${text.toTasks}</button></div>`;
}

function progressBar({ text, station, sentOut }: Page, task: Task | undefined): TemplateResult {
  const left = station.counters.OUTBOUND;
  const [done, total, words, more] = task
    ? [task.done, task.total, text.progress(task.done, task.total), text.kinds(task.lines.length)]
    : [sentOut, sentOut + left, text.parcelsLeft(left), text.parcelsDone(sentOut)];
  return html`<div class="steps"><span>${words}</span><progress class="prog" max=${Math.max(1, total)} value=${done} aria-label=${words}></progress><span>${more}</span></div>`;
}

/** How the state sounds and vibrates, in words, for those who hear or feel nothing. */
export function feel({ text, settings }: Page, signal: Signal): TemplateResult {
  return html`<span class="snd">${icon(settings.muted ? 'voloff' : 'vol', 18)}${settings.muted ? text.off : text.sounds[signal]} ${icon('vib', 18)}${text.buzzes[signal]}</span>`;
}

function hero(page: Page, task: Task | undefined): TemplateResult {
  const { scene } = page;
  if (!scene) return task ? readyForItem(page, task) : readyForParcel(page);
  switch (scene.tone) {
    case 'ok':
      return shell(page, scene, 'ok', 'ok', scene.outcome.kind === 'OUTBOUND' ? page.text.out : page.text.right, good(page, scene, task));
    case 'stored':
    case 'done':
      return shell(page, scene, 'off', 'ok', page.text.stored, good(page, scene, task));
    case 'wrong':
      return wrong(page, scene);
    case 'many':
      return many(page, scene);
    case 'stop':
      return stop(page, scene);
    case 'broken':
      return shell(page, scene, 'bad', 'bad', page.text.notStored, said(page.text.notStoredWhy, page.text.notStoredWhat));
  }
}

/** Made anew for each scan, so that the same message twice is announced twice. */
function shell(page: Page, scene: Scene, look: 'ok' | 'off' | 'bad' | 'many', mark: IconName, word: string, body: Part): TemplateResult {
  const calm = look === 'ok' || look === 'off';
  return html`${keyed(scene.outcome.opId, html`<section class="hero ${look}" role=${calm ? 'status' : 'alert'}>
    ${feel(page, signalOf(scene.tone))}<div class="w">${icon(mark, 48)}${word}</div>${body}</section>`)}`;
}

function said(what: string | TemplateResult, then: string): TemplateResult {
  return html`<div class="d">${what}</div><div class="d strong">${then}</div>`;
}

function readyForItem({ text }: Page, task: Task): TemplateResult {
  const line = nextLine(task);
  const cue = html`<span class="cue">${icon('scan', 18)}${text.scanItem}</span>`;
  if (!line) return html`<section class="hero ready">${cue}</section>`;
  const lead = task.kind === 'PACK' ? text.checkItem : line.bin ? text.nextBin : text.nextItem;
  return html`<section class="hero ready">${cue}<span class="lead">${lead}</span>
    ${line.bin && task.kind === 'PICK'
      ? html`<div class="bin">${line.bin}</div><div class="it">${title(line)}</div>`
      : html`<div class="it only">${title(line)}</div>`}
    <div class="foot"><div class="qty"><b>${line.done}</b><span class="t2">${text.of(line.quantity)}</span></div><span class="t3 code">${line.skuCode}</span></div></section>`;
}

function readyForParcel({ text, station }: Page): TemplateResult {
  return html`<section class="hero ready"><span class="cue">${icon('scan', 18)}${text.scanParcel}</span>
    <span class="lead">${text.outboundHint}</span>
    <div class="qty huge"><b>${station.counters.OUTBOUND}</b><span class="t2">${text.parcelsWaiting}</span></div></section>`;
}

function good({ text }: Page, { outcome }: Scene, task: Task | undefined): TemplateResult {
  const { verdict, code, parcel } = outcome;
  if (!task) {
    const details = [verdict.order?.number ?? parcel?.orderNumber, parcel?.parcel ? text.parcel(parcel.parcel) : null,
      parcel?.carrier ? (text.carriers[parcel.carrier] ?? parcel.carrier) : null];
    return html`<div class="d">${maskedWaybill(code)}</div><div class="d soft">${details.filter(Boolean).join(text.dot)}</div>`;
  }
  const line = task.lines.find((each) => each.lineId === verdict.lineId);
  return html`<div class="d">${line ? title(line) : (verdict.scanned?.name || code)}</div>
    <div class="qty"><b>${verdict.done ?? line?.done ?? 1}</b><span>${text.of(verdict.quantity ?? line?.quantity ?? 1)}</span></div>`;
}

function wrong(page: Page, scene: Scene): TemplateResult {
  const { text } = page;
  const { verdict, code, kind, sure } = scene.outcome;
  if (kind === 'OUTBOUND') {
    return shell(page, scene, 'bad', 'bad', text.unknownParcel, said(text.scanned(maskedWaybill(code)), sure ? text.notOurParcel : text.notInList));
  }
  const name = verdict.scanned?.name;
  const word = verdict.result === 'UNKNOWN' && !name ? text.unknownItem : text.wrongItem;
  const wanted = verdict.wanted?.name ?? nextName(page);
  return shell(page, scene, 'bad', 'bad', word, html`<div class="d">${text.scanned(name || code)}</div>
    ${wanted ? html`<div class="d strong">${text.wanted(wanted)}</div>` : nothing}`);
}

function nextName({ shownTask }: Page): string | undefined {
  const line = shownTask && nextLine(shownTask);
  return line && title(line);
}

function many(page: Page, scene: Scene): TemplateResult {
  const { text } = page;
  const { verdict, code, kind } = scene.outcome;
  if (verdict.result === 'ALREADY_SCANNED') {
    const what = kind === 'OUTBOUND' ? maskedWaybill(code) : (verdict.scanned?.name || code);
    return shell(page, scene, 'many', 'cminus', text.already, said(what, kind === 'OUTBOUND' ? text.alreadyOut : text.alreadyScanned));
  }
  const name = verdict.scanned?.name || code;
  const why = verdict.quantity ? html`${name} <span class="whole">${text.tooManyWhy(verdict.quantity, verdict.done ?? verdict.quantity)}</span>` : name;
  return shell(page, scene, 'many', 'cminus', text.tooMany, said(why, text.notCounted));
}

function stop(page: Page, scene: Scene): TemplateResult {
  const { text } = page;
  const { verdict, kind } = scene.outcome;
  if (verdict.order?.reason === 'NOT_PACKED') return shell(page, scene, 'bad', 'hand', text.notPacked, said(verdict.order?.number ?? '', text.notPackedWhat));
  const why = text.stopWhy(verdict.order?.number ?? page.shownTask?.orderNumber ?? '', stopWord(text, verdict));
  if (isLabelWrong(verdict)) return shell(page, scene, 'bad', 'hand', text.relabel, said(why, text.relabelWhat));
  const reason = stopText(text, verdict);
  return shell(page, scene, 'bad', 'hand', text.stop, said([why, reason].filter(Boolean).join(text.dot), kind === 'OUTBOUND' ? text.stopParcel : text.stopGoods));
}

function nextRow(page: Page, task: Task | undefined): Part {
  const { text, scene, station } = page;
  if (!scene) return nothing;
  if (scene.tone === 'wrong' && task) return instead(page, scene, task);
  if (scene.tone === 'many' && task) return putBack(page, scene);
  const line = task && nextLine(task);
  if (line && counts(scene.outcome.verdict)) {
    return html`<div class="next"><span class="t3">${text.next}</span>${line.bin ? html`<b>${line.bin}</b>` : nothing}
      <span class="one ${line.bin ? 't2' : ''}">${title(line)} × ${line.quantity - line.done}</span></div>`;
  }
  const oldest = station.queued[0];
  if (scene.tone !== 'stored' || !oldest) return nothing;
  return html`<div class="next"><span class="t3">${text.storedQueue}</span><b>${station.queued.length}</b><span class="t2 one">${text.storedSince(clockTime(oldest.at))}</span></div>`;
}

function instead({ text }: Page, { outcome }: Scene, task: Task): Part {
  const line = nextLine(task);
  if (!line) return nothing;
  const name = outcome.verdict.scanned?.name;
  return html`<div class="next">${icon('cornerdown', 22)}<span>${name ? text.putBackFetch(name) : text.putBackThis} <b>${line.bin ?? title(line)}</b></span></div>`;
}

function putBack({ text, shownTask }: Page, { outcome }: Scene): TemplateResult {
  const { wanted, scanned, lineId } = outcome.verdict;
  const bin = wanted?.bin ?? scanned?.bin ?? shownTask?.lines.find((line) => line.lineId === lineId)?.bin;
  return html`<div class="next">${icon('cornerdown', 22)}<span>${bin ? html`${text.putBackTo} <b>${bin}</b>` : text.putBackOne}</span></div>`;
}

function lastScans(page: Page): TemplateResult {
  const { text, station, route } = page;
  const recent = station.recent(route.page === 'SCAN' ? route.kind : 'OUTBOUND');
  return html`<section class="last"><h2>${text.lastScans}</h2>
    ${recent.length > 0 ? html`<ul>${recent.map((op) => scanRow(page, op))}</ul>` : html`<p class="t3">${text.noScans}</p>`}</section>`;
}

function scanRow({ text }: Page, op: StoredOp): TemplateResult {
  const [mark, look, word] = rowState(text, op);
  const outbound = op.kind === 'OUTBOUND';
  return html`<li><span class=${look}>${icon(mark, 20)}</span>
    <span class="one">${outbound ? maskedWaybill(op.code) : op.label || op.code}${outbound || !op.label ? nothing : html` <span class="t3">${shortCode(op.code)}</span>`}
      ${word ? html`<span class=${look === 'g' ? 't3' : look}>${word}</span>` : nothing}</span><time>${clockTime(op.at)}</time></li>`;
}

function rowState(text: Page['text'], op: StoredOp): [IconName, 'g' | 'r' | 'a' | 'v', string] {
  if (op.state === 'CONFLICT') return ['hand', 'v', text.toDecide];
  const verdict = op.answer ?? op.told;
  switch (verdict.result) {
    case 'WRONG_ITEM':
      return ['bad', 'r', text.notInTask];
    case 'UNKNOWN':
      return ['bad', 'r', text.notKnown];
    case 'REFUSED':
      return ['hand', 'r', text.refusedShort];
    case 'TOO_MANY':
      return ['cminus', 'a', text.oneTooMany];
    case 'ALREADY_SCANNED':
      return ['cminus', 'a', text.twice];
    default:
      if (op.state === 'QUEUED') return ['clock', 'a', text.notSynced];
      return ['ok', 'g', op.kind === 'OUTBOUND' ? text.wentOut : ''];
  }
}

/** The last six characters are what people compare. */
function shortCode(code: string): string {
  return code.length > 6 ? code.slice(-6) : code;
}

function viewfinder(page: Page): TemplateResult {
  const { text } = page;
  return html`<section class="cam" aria-label=${text.openCamera}>
    <video id="finder" playsinline muted></video><span class="frame" aria-hidden="true"></span>
    ${page.cameraTrouble ? html`<p class="cam-note" role="alert">${text.cameraTrouble[page.cameraTrouble]}</p>` : html`<p class="cam-note">${text.aim}</p>`}
    ${page.camera?.hasTorch ? html`<button class="ib torch" aria-label=${text.torch} aria-pressed=${page.torchOn} @click=${() => page.toggleTorch()}>${icon('zap', 24)}</button>` : nothing}
  </section>`;
}

function dock(page: Page): TemplateResult {
  const { text, scene, camera, station, route } = page;
  const stuck = scene && !counts(scene.outcome.verdict);
  const first = stuck && !camera
    ? html`<button class="big" @click=${() => page.keepScanning()}>${text.keepScanning}</button>`
    : html`<button class="big" @click=${() => page.toggleCamera()}>${icon(camera ? 'x' : 'camera', 24)}${camera ? text.closeCamera : text.openCamera}</button>`;
  const outbound = route.page === 'SCAN' && route.kind === 'OUTBOUND';
  return html`<div class="dock">${first}<div class="two">
    <button class="big sec" @click=${() => page.openSheet('LINES')}>${icon('list', 20)}${outbound ? text.parcels : text.lines}</button>
    <button class="big sec" @click=${() => page.openSheet('MANUAL')}>${icon('keyboard', 20)}${text.manual}</button></div>
    ${station.link !== 'ONLINE' && station.unsynced > 0 ? html`<p class="t3 tall">${text.mustSend(station.unsynced)}</p>` : nothing}
  </div>`;
}

function donePage(page: Page, scene: Scene, task: Task | undefined): TemplateResult {
  const { text, station } = page;
  const kind = scene.outcome.kind;
  const where = { PICK: text.donePick, PACK: text.donePack, OUTBOUND: '' }[kind];
  const told = [task?.number, where].filter(Boolean).join(text.dot);
  const following = task && worklist(station.tasks, kind).find((each) => each.id !== task.id);
  const toPack = kind === 'PICK' && page.may('PACK') ? station.tasks.find((each) => each.kind === 'PACK' && each.orderNumber === task?.orderNumber) : undefined;
  return html`<main tabindex="-1" class="full">${keyed(scene.outcome.opId, html`<section class="hero done" role="status">${feel(page, 'done')}${DONE_MARK}
      <div class="w">${text.doneTitle[kind]}</div>
      <div class="d">${told}</div>
      ${scene.outcome.sure ? nothing : html`<div class="d strong">${text.doneStored}</div>`}
      ${stats(page, scene, task)}
      ${kind === 'PACK' && task?.waybillNo ? html`<div class="d">${maskedWaybill(task.waybillNo)}</div>` : nothing}
    </section>`)}</main>
    <div class="dock">
      ${following
        ? open(page, following, text.nextTask(following.number))
        : toPack
          ? open(page, toPack, text.thenPack(toPack.number))
          : kind === 'PACK' && page.may('OUTBOUND')
            ? html`<button class="big" @click=${() => page.go({ page: 'SCAN', kind: 'OUTBOUND', taskId: null })}>${icon('truck', 22)}${text.goOutbound}</button>`
            : nothing}
      <button class="big sec" @click=${() => page.go({ page: 'TASKS' })}>${text.toTasks}</button>
    </div>`;
}

function open(page: Page, task: Task, word: string): TemplateResult {
  return html`<button class="big" @click=${() => page.go({ page: 'SCAN', kind: task.kind, taskId: task.id })}>${icon('arrowright', 22)}${word}</button>`;
}

function stats({ text, station, sentOut }: Page, { outcome }: Scene, task: Task | undefined): TemplateResult {
  if (!task) return html`<div class="stat"><div><b>${sentOut}</b>${text.statPieces}</div></div>`;
  const began = station.firstScanAt(task.kind, task.id);
  return html`<div class="stat"><div><b>${task.total}</b>${text.statPieces}</div><div><b>${task.lines.length}</b>${text.statKinds}</div>
    ${began ? html`<div><b>${stopwatch(Date.parse(outcome.at) - Date.parse(began))}</b>${text.statTime}</div>` : nothing}</div>`;
}

/** The lines of the task, or the parcels that wait to go out. */
export function linesList({ text, station, shownTask }: Page): TemplateResult {
  if (shownTask) return html`<ul class="lines">${shownTask.lines.map(lineRow)}</ul>`;
  const parcels = station.tasks.filter((task) => task.kind === 'OUTBOUND' && task.done === 0);
  if (parcels.length === 0) return emptyState('ok', text.noTasks.OUTBOUND, text.noTasksHint);
  return html`<ul class="lines">${parcels.map((task) => html`<li><span class="one"><b>${maskedWaybill(task.waybillNo ?? '')}</b>
    <span class="t2">${task.orderNumber}</span></span>${mayGoOn(task) ? nothing : html`<span class="tg late">${text.anchors[task.state ?? '']}</span>`}</li>`)}</ul>`;
}

function lineRow(line: TaskLine): TemplateResult {
  const done = line.done >= line.quantity;
  return html`<li><span class=${done ? 'g' : 't3'}>${icon(done ? 'ok' : 'scan', 20)}</span>
    <span class="grow">${title(line)}<small>${[line.bin, line.skuCode].filter(Boolean).join(' · ')}</small></span><b>${line.done} / ${line.quantity}</b></li>`;
}

/** Typing a code by hand, for labels no scanner reads. */
export function manualForm(page: Page): TemplateResult {
  const { text, route } = page;
  const label = route.page === 'SCAN' && route.kind !== 'OUTBOUND' ? text.manualLabel.item : text.manualLabel.parcel;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const code = String(new FormData(event.target as HTMLFormElement).get('code') ?? '').trim();
    if (code === '') return;
    page.openSheet(null);
    page.scan(code);
  };
  return html`<form class="manual" @submit=${submit} novalidate>
    <label>${label}<input name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" enterkeyhint="send" ${ref(focusOn)}></label>
    <button class="big">${text.manualSend}</button></form>`;
}

function focusOn(element: Element | undefined): void {
  queueMicrotask(() => (element as HTMLInputElement | undefined)?.focus());
}
