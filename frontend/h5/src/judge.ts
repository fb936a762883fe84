import type { ScanKind, StoredOp, Task, TaskLine, TaskList, Verdict } from './model.ts';

/** Scanning without a network: what the device may say from the tasks it has fetched and the scans it still holds. */

const GOOD: ReadonlySet<string> = new Set(['ACCEPTED', 'TASK_COMPLETE']);
const BAD: ReadonlySet<string> = new Set(['WRONG_ITEM', 'TOO_MANY', 'REFUSED', 'UNKNOWN']);

export function counts(verdict: Verdict): boolean {
  return GOOD.has(verdict.result);
}

/**
 * Whether the server's answer contradicts what the person was told. LOST: told right, answered no.
 * GAINED: told no, but the server counted it. A scan that somebody else made before is no contradiction.
 */
export function contradiction(told: Verdict, answer: Verdict): 'LOST' | 'GAINED' | null {
  if (counts(told) && BAD.has(answer.result)) return 'LOST';
  if (BAD.has(told.result) && counts(answer)) return 'GAINED';
  return null;
}

/** Neither held, called off nor to be labelled anew when the list was fetched. */
export function mayGoOn({ state }: Task): boolean {
  return !state || state === 'READY';
}

/** Whether the parcel needs another label, and may go on with it. */
export function isLabelWrong({ order }: Verdict): boolean {
  return order?.reason === 'ADDRESS_CHANGED' || order?.reason === 'LABEL_VOID';
}

export function isComplete(task: Task): boolean {
  return task.kind === 'OUTBOUND' ? task.done > 0 : task.done >= task.total;
}

/** The line to fetch next; lines come in walking order. */
export function nextLine(task: Task): TaskLine | undefined {
  return task.lines.find((line) => line.done < line.quantity);
}

/** The fetched tasks with one verdict added. */
export function withVerdict(tasks: readonly Task[], op: Pick<StoredOp, 'kind' | 'taskId' | 'code'>, verdict: Verdict): Task[] {
  if (!counts(verdict) && verdict.result !== 'ALREADY_SCANNED') return [...tasks];
  if (op.kind === 'OUTBOUND') {
    return tasks.map((task) => (task.kind === 'OUTBOUND' && sameCode(task.waybillNo, op.code) ? { ...task, done: 1 } : task));
  }
  if (!counts(verdict)) return [...tasks];
  return tasks.map((task) => (task.id === op.taskId && task.kind === op.kind ? oneMore(task, verdict) : task));
}

function oneMore(task: Task, verdict: Verdict): Task {
  const lines = task.lines.map((line) =>
    line.lineId === verdict.lineId ? { ...line, done: Math.min(line.quantity, verdict.done ?? line.done + 1) } : line,
  );
  return { ...task, lines, done: lines.reduce((sum, line) => sum + line.done, 0) };
}

/** The server's list in one shape: a parcel in it is not out yet, whatever was packed of it. */
export function tidy(list: TaskList): TaskList {
  return { ...list, tasks: list.tasks.map((task) => (task.kind === 'OUTBOUND' ? toSend(task) : task)) };
}

/** The tasks as they stand once every scan still held here has been sent. A finished step opens the next one. */
export function effectiveTasks(tasks: readonly Task[], held: readonly StoredOp[]): Task[] {
  let now = [...tasks];
  for (const op of held) {
    if (op.state !== 'QUEUED' || op.kind === 'RESOLVE') continue;
    now = withNextSteps(withVerdict(now, op, judgedAgain(now, op)));
  }
  return withNextSteps(now);
}

/** A fetched task may already hold part of what was told, so the count of the line is taken anew. */
function judgedAgain(tasks: readonly Task[], op: StoredOp): Verdict {
  if (!counts(op.told) || op.kind === 'OUTBOUND') return op.told;
  const line = tasks.find((task) => task.id === op.taskId && task.kind === op.kind)?.lines.find((each) => each.lineId === op.told.lineId);
  return line ? { ...op.told, done: line.done + 1 } : op.told;
}

function withNextSteps(tasks: readonly Task[]): Task[] {
  const known = new Set(tasks.map((task) => `${task.kind} ${task.id}`));
  const next = tasks
    .filter((task) => task.total > 0 && isComplete(task))
    .flatMap((task) => (task.kind === 'PICK' ? [toPack(task)] : task.kind === 'PACK' && task.waybillNo ? [toSend(task)] : []))
    .filter((task) => !known.has(`${task.kind} ${task.id}`));
  return [...tasks, ...next];
}

function toPack(task: Task): Task {
  return { ...task, kind: 'PACK', done: 0, lines: task.lines.map((line) => ({ ...line, done: 0 })) };
}

function toSend(task: Task): Task {
  return { ...task, kind: 'OUTBOUND', total: 1, done: 0, lines: [] };
}

/** Judges one scan against the tasks as they stand. */
export function judge(kind: ScanKind, taskId: string | null, code: string, tasks: readonly Task[]): Verdict {
  if (kind === 'OUTBOUND') return judgeParcel(code, tasks);
  const task = tasks.find((each) => each.id === taskId && each.kind === kind);
  return task ? judgeItem(task, code, tasks) : { result: 'UNKNOWN', scanned: { code, name: null } };
}

function judgeItem(task: Task, code: string, tasks: readonly Task[]): Verdict {
  if (!mayGoOn(task)) return { result: 'REFUSED', taskId: task.id, scanned: { code, name: null }, order: { number: task.orderNumber, reason: task.state } };
  const matching = task.lines.filter((line) => carries(line, code));
  const first = matching[0];
  const totals = { taskId: task.id, taskDone: task.done, taskTotal: task.total };
  if (!first) {
    return { result: 'WRONG_ITEM', ...totals, scanned: { code, name: nameOf(code, tasks) }, wanted: wantedOf(nextLine(task)) };
  }
  const open = matching.find((line) => line.done < line.quantity);
  if (!open) {
    const sum = (pick: (line: TaskLine) => number) => matching.reduce((all, line) => all + pick(line), 0);
    return {
      result: 'TOO_MANY', ...totals, lineId: first.lineId, scanned: { code, name: title(first) }, wanted: wantedOf(first),
      done: sum((line) => line.done), quantity: sum((line) => line.quantity),
    };
  }
  return {
    result: task.done + 1 >= task.total ? 'TASK_COMPLETE' : 'ACCEPTED',
    taskId: task.id, lineId: open.lineId, scanned: { code, name: title(open) }, wanted: wantedOf(open),
    done: open.done + 1, quantity: open.quantity, taskDone: task.done + 1, taskTotal: task.total,
  };
}

function judgeParcel(code: string, tasks: readonly Task[]): Verdict {
  const parcel = tasks.find((task) => task.kind === 'OUTBOUND' && sameCode(task.waybillNo, code));
  const scanned = { code, name: null };
  if (parcel) {
    const known = { taskId: parcel.id, scanned, order: { number: parcel.orderNumber } };
    if (parcel.done > 0) return { result: 'ALREADY_SCANNED', ...known };
    if (!mayGoOn(parcel)) return { result: 'REFUSED', ...known, order: { number: parcel.orderNumber, reason: parcel.state } };
    return { result: 'ACCEPTED', ...known };
  }
  const unpacked = tasks.find((task) => task.kind !== 'OUTBOUND' && sameCode(task.waybillNo, code));
  if (unpacked) {
    return { result: 'REFUSED', taskId: unpacked.id, scanned, order: { number: unpacked.orderNumber, reason: 'NOT_PACKED' } };
  }
  return { result: 'UNKNOWN', scanned };
}

export function carries(line: TaskLine, code: string): boolean {
  return line.barcodes.some((barcode) => sameCode(barcode, code)) || sameCode(line.skuCode, code);
}

/** The task a printed number, order number or waybill belongs to; unfinished ones first. */
export function taskByCode(code: string, tasks: readonly Task[]): Task | undefined {
  const named = tasks.filter((task) => task.kind !== 'OUTBOUND' && [task.number, task.orderNumber, task.waybillNo].some((each) => sameCode(each, code)));
  return named.find((task) => !isComplete(task)) ?? named[0];
}

function sameCode(known: string | null, code: string): boolean {
  return known !== null && known !== '' && known.toUpperCase() === code.trim().toUpperCase();
}

function nameOf(code: string, tasks: readonly Task[]): string | null {
  const line = tasks.flatMap((task) => task.lines).find((each) => carries(each, code));
  return line ? title(line) : null;
}

export function title(line: Pick<TaskLine, 'name' | 'spec'>): string {
  return line.spec ? `${line.name} ${line.spec}` : line.name;
}

function wantedOf(line: TaskLine | undefined): Verdict['wanted'] {
  return line ? { code: line.skuCode, name: title(line), bin: line.bin } : null;
}

/** The three counters: the server's, less what is finished here and not yet sent. */
export function openCounts(list: TaskList, effective: readonly Task[]): Record<ScanKind, number> {
  const finished = (kind: ScanKind) =>
    list.tasks.filter((task) => task.kind === kind && !isComplete(task)).length -
    effective.filter((task) => task.kind === kind && !isComplete(task)).length;
  return {
    PICK: Math.max(0, list.counts.pick - finished('PICK')),
    PACK: Math.max(0, list.counts.pack - finished('PACK')),
    OUTBOUND: Math.max(0, list.counts.outbound - finished('OUTBOUND')),
  };
}

/** The fetched list after the server's answers: lines, totals, next steps and counters move with them. */
export function afterAnswer(list: TaskList, op: StoredOp, answer: Verdict): TaskList {
  const tasks = withNextSteps(withVerdict(withNextSteps(list.tasks), op, answer));
  const closed = (kind: ScanKind) =>
    list.tasks.filter((task) => task.kind === kind && !isComplete(task)).length -
    tasks.filter((task) => task.kind === kind && !isComplete(task)).length;
  const { pick, pack, outbound } = list.counts;
  return { ...list, tasks, counts: { pick: pick - closed('PICK'), pack: pack - closed('PACK'), outbound: outbound - closed('OUTBOUND') } };
}
