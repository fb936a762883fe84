import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clockTime, duration, urgency } from '../format.ts';
import { icon, type IconName } from '../icons.ts';
import { SCAN_KINDS, type ScanKind, type Task } from '../model.ts';
import type { Page } from '../page.ts';
import { worklist } from '../station.ts';
import { bar, emptyState, strip } from './chrome.ts';

const MARKS: Record<ScanKind, IconName> = { PICK: 'clip', PACK: 'pkg', OUTBOUND: 'truck' };

/** The three actions with their counters, and what to do next. */
export function tasksPage(page: Page): TemplateResult {
  const { text, station, chosenKind } = page;
  const session = station.session!;
  const tasks = worklist(station.tasks, chosenKind);
  const small = `${session.user.name}${text.dot}${session.warehouse?.name ?? session.merchant.name}`;
  return html`
    ${bar(page, { icon: 'menu', label: text.menu, act: () => page.openSheet('MENU') }, text.app, small)}
    ${strip(page)}
    <main tabindex="-1">
      ${SCAN_KINDS.some((kind) => page.may(kind)) ? html`${tiles(page)}${taskList(page, tasks)}` : emptyState('lock', text.noPermission, text.noPermissionHint)}
      <p class="note" role="alert">${page.note ?? nothing}</p>
    </main>
    ${dock(page, tasks[0])}`;
}

function tiles(page: Page): TemplateResult {
  const { text, station, chosenKind } = page;
  const counters = station.counters;
  const press = (kind: ScanKind) => (kind === 'OUTBOUND' ? page.go({ page: 'SCAN', kind, taskId: null }) : page.choose(kind));
  return html`<div class="tri">${SCAN_KINDS.filter((kind) => page.may(kind)).map(
    (kind) => html`<button @click=${() => press(kind)} aria-pressed=${kind === 'OUTBOUND' ? nothing : kind === chosenKind}>
      <span class="top">${icon(MARKS[kind], 28)}<b>${counters[kind]}</b></span>${text.kind[kind]}</button>`,
  )}</div>`;
}

function taskList(page: Page, tasks: readonly Task[]): TemplateResult {
  const { text, station, chosenKind } = page;
  const stale = station.link !== 'ONLINE' && station.list;
  return html`<h2 class="h">${text.myTasks[chosenKind]}<span class="grow"></span>
      <span class="t3">${stale ? text.listOf(clockTime(station.list!.now)) : text.urgentFirst}</span></h2>
    ${tasks.length > 0
      ? html`<ul class="tasks">${repeat(tasks, (task) => task.id, (task, index) => card(page, task, index === 0))}</ul>`
      : nothingToDo(page)}`;
}

function nothingToDo({ text, station, chosenKind }: Page): TemplateResult {
  if (station.list) return emptyState('ok', text.noTasks[chosenKind], text.noTasksHint);
  return station.link === 'ONLINE' ? emptyState('refresh', text.loading, '') : emptyState('wifioff', text.noListYet, text.noListYetHint);
}

function card(page: Page, task: Task, current: boolean): TemplateResult {
  const { text } = page;
  return html`<li><button class="task ${current ? 'cur' : ''}" @click=${() => page.go({ page: 'SCAN', kind: task.kind, taskId: task.id })}>
    <span class="row"><b>${task.number}</b>${task.carrier ? html`<span class="tg acc">${text.carriers[task.carrier] ?? task.carrier}</span>` : nothing}
      <span class="grow"></span>${clock(page, task)}</span>
    <span class="row t2">${[task.orderNumber === task.number ? '' : task.orderNumber, text.kinds(task.lines.length), text.pieces(task.total)].filter(Boolean).join(text.dot)}</span>
    ${task.done > 0
      ? html`<span class="row"><progress class="prog" max=${task.total} value=${task.done} aria-label=${text.progress(task.done, task.total)}></progress>
          <span class="t2 small">${task.done} / ${task.total}</span></span>`
      : nothing}
  </button></li>`;
}

function clock({ text, station }: Page, task: Task): TemplateResult | typeof nothing {
  const state = urgency(task, station.now());
  if (!state) return nothing;
  const time = duration(state.left);
  const word = { calm: text.left, soon: text.left, late: text.left, over: text.over, paused: text.paused }[state.urgency](time);
  return html`<span class="tg ${state.urgency}">${icon('clock', 14)}${word}</span>`;
}

function dock(page: Page, first: Task | undefined): TemplateResult {
  const { text, station } = page;
  if (first) {
    return html`<div class="dock"><button class="big" @click=${() => page.go({ page: 'SCAN', kind: first.kind, taskId: first.id })}>
      ${first.done > 0 ? text.resume(first.number) : text.begin(first.number)}</button></div>`;
  }
  const toShip = page.may('OUTBOUND') && station.counters.OUTBOUND > 0;
  return html`<div class="dock">${toShip
    ? html`<button class="big" @click=${() => page.go({ page: 'SCAN', kind: 'OUTBOUND', taskId: null })}>${icon('truck', 24)}${text.goOutbound}</button>`
    : html`<button class="big sec" @click=${() => page.refresh()}>${icon('refresh', 20)}${text.refresh}</button>`}</div>`;
}
