import { Busy, SignedOut, Unreachable, type Api } from './api.ts';
import { newOpId } from './ids.ts';
import { afterAnswer, contradiction, counts, effectiveTasks, isComplete, judge, openCounts, tidy } from './judge.ts';
import type { NewOp, OpResult, Resolution, ScanKind, Session, StoredOp, Task, TaskList, Verdict } from './model.ts';
import type { Settlement, Store } from './store.ts';
import { Sync, type Link, type Outbox } from './sync.ts';

/** How long a scan waits for the server before this device judges it alone. */
const GRACE = 1_200;

export type Phase = 'STARTING' | 'SIGNED_OUT' | 'WORKING';

export type SignInRefusal = { kind: 'WRONG' } | { kind: 'BUSY'; retryAfter: number | null } | { kind: 'OFFLINE' };

/** What one scan led to. `sure` is false while only this device has judged it. */
export interface Outcome {
  opId: string;
  code: string;
  kind: ScanKind;
  taskId: string | null;
  at: string;
  verdict: Verdict;
  sure: boolean;
  /** The parcel the scanned label belongs to, as it was known before the scan. */
  parcel?: Task | undefined;
}

/** Writing to the device failed, so the scan does not count. */
export class NotStored extends Error {}

/**
 * One warehouse device at work: who is signed in, what there is to do, what was scanned and what of it the server
 * does not know yet. Knows no page; fires `change` whenever something to show has changed, `conflict` for a new one.
 */
export class Station extends EventTarget implements Outbox {
  phase: Phase = 'STARTING';
  session: Session | null = null;
  /** The session ended while somebody was working. */
  lost = false;
  ops: StoredOp[] = [];
  list: TaskList | null = null;
  /** Server time less device time, in milliseconds. */
  clockOffset = 0;

  readonly sync: Sync;
  private readonly api: Api;
  private readonly store: Store;
  private readonly grace: number;
  private readonly waiting = new Map<string, (answer: Verdict | null) => void>();
  private effective: Task[] | null = null;
  private writing: Promise<unknown> = Promise.resolve();

  constructor(api: Api, store: Store, grace = GRACE) {
    super();
    this.api = api;
    this.store = store;
    this.grace = grace;
    this.sync = new Sync(api, this);
  }

  /** Shows what the device remembers at once, then asks the server who is signed in. */
  async start(): Promise<void> {
    this.ops = await this.store.all();
    this.session = (await this.store.session()) ?? null;
    this.list = (await this.store.tasks()) ?? null;
    if (this.session) this.work();
    try {
      await this.enter(await this.api.me());
    } catch (failure) {
      if (failure instanceof SignedOut) {
        if (this.session) this.sessionLost();
        else this.leave();
      } else if (this.session) {
        void this.sync.kick(true);
      } else {
        this.linkChanged(failure instanceof Unreachable ? 'OFFLINE' : 'BUSY');
        this.leave();
      }
    }
  }

  async signIn(merchant: string, login: string, password: string): Promise<SignInRefusal | null> {
    try {
      await this.enter(await this.api.signIn(merchant, login, password));
      return null;
    } catch (failure) {
      if (failure instanceof Unreachable) return { kind: 'OFFLINE' };
      if (failure instanceof Busy) return { kind: 'BUSY', retryAfter: failure.retryAfter };
      return { kind: 'WRONG' };
    }
  }

  /** Waits for 未同步 0; false when something is still unsent or nobody answers. */
  async signOut(): Promise<boolean> {
    await this.sync.kick();
    if (this.unsynced > 0) return false;
    try {
      await this.api.signOut();
    } catch (failure) {
      if (!(failure instanceof SignedOut)) return false;
    }
    await this.store.keepSession(null);
    this.leave();
    return true;
  }

  /** The network is back or the page is looked at again. */
  async wake(): Promise<void> {
    if (this.phase === 'WORKING') return this.sync.kick(true);
    try {
      await this.enter(await this.api.me());
    } catch (failure) {
      this.linkChanged(failure instanceof Unreachable ? 'OFFLINE' : failure instanceof Busy ? 'BUSY' : 'ONLINE');
    }
  }

  private async enter(session: Session): Promise<void> {
    if (session.user.id !== this.session?.user.id) this.list = null;
    this.session = session;
    this.lost = false;
    await this.store.keepSession(session);
    this.work();
    void this.sync.kick(true);
  }

  private work(): void {
    this.phase = 'WORKING';
    this.sync.start();
    this.changed();
  }

  private leave(): void {
    this.phase = 'SIGNED_OUT';
    this.session = null;
    this.list = null;
    this.sync.stop();
    this.changed();
  }

  sessionLost(): void {
    this.phase = 'SIGNED_OUT';
    this.lost = true;
    this.sync.stop();
    this.waitNoLonger();
    this.changed();
  }

  linkChanged(link: Link): void {
    this.sync.link = link;
    if (link !== 'ONLINE') this.waitNoLonger();
    this.changed();
  }

  private waitNoLonger(): void {
    this.waiting.forEach((stopWaiting) => stopWaiting(null));
  }

  get link(): Link {
    return this.sync.link;
  }

  /** The tasks with everything scanned here counted in. */
  get tasks(): Task[] {
    this.effective ??= effectiveTasks(this.list?.tasks ?? [], this.ops);
    return this.effective;
  }

  task(kind: ScanKind, id: string | null): Task | undefined {
    return this.tasks.find((task) => task.kind === kind && task.id === id);
  }

  get counters(): Record<ScanKind, number> {
    return this.list ? openCounts(this.list, this.tasks) : { PICK: 0, PACK: 0, OUTBOUND: 0 };
  }

  private get own(): StoredOp[] {
    return this.ops.filter((op) => op.userId === this.session?.user.id);
  }

  get queued(): StoredOp[] {
    return this.own.filter((op) => op.state === 'QUEUED');
  }

  get conflicts(): StoredOp[] {
    return this.own.filter((op) => op.state === 'CONFLICT');
  }

  /** What the signed-in person still has to bring to an end: unsent acts and undecided conflicts. */
  get unsynced(): number {
    return this.queued.length + this.conflicts.length;
  }

  /** Unsent acts of other people who used this device, by name. */
  get others(): Map<string, number> {
    const sums = new Map<string, number>();
    for (const op of this.ops) {
      if (op.state === 'SETTLED' || (this.phase === 'WORKING' && op.userId === this.session?.user.id)) continue;
      sums.set(op.userName, (sums.get(op.userName) ?? 0) + 1);
    }
    return sums;
  }

  recent(kind: ScanKind, limit = 5): StoredOp[] {
    return this.own.filter((op) => op.kind === kind).slice(-limit).reverse();
  }

  /** When this device made the first scan of a task, for the time it took. */
  firstScanAt(kind: ScanKind, taskId: string): string | undefined {
    return this.own.find((op) => op.taskId === taskId && op.kind === kind)?.at;
  }

  now(): number {
    return Date.now() + this.clockOffset;
  }

  /**
   * Stores a scan, sends it and says what it means: the server's word when it comes at once, else this device's own.
   * Throws NotStored when the device could not keep it.
   */
  async scan(kind: ScanKind, taskId: string | null, code: string): Promise<Outcome> {
    const op = await this.inOrder(() => this.keep(kind, taskId, code));
    const parcel = kind === 'OUTBOUND' ? this.task(kind, op.told.taskId ?? null) : undefined;
    const answer = await this.answerTo(op.opId);
    return { opId: op.opId, code, kind, taskId, at: op.at, verdict: answer ?? op.told, sure: answer !== null, parcel };
  }

  private async keep(kind: ScanKind, taskId: string | null, code: string): Promise<StoredOp> {
    const told = judge(kind, taskId, code, this.tasks);
    return this.append({ ...this.act(code), kind, taskId: kind === 'OUTBOUND' ? null : taskId, told, label: told.scanned?.name ?? '' });
  }

  private act(code: string): Omit<NewOp, 'kind' | 'taskId' | 'told' | 'label'> {
    const user = this.session!.user;
    return {
      opId: newOpId(), userId: user.id, userName: user.name, code,
      at: new Date(this.now()).toISOString(), state: 'QUEUED', answer: null,
    };
  }

  private async append(op: NewOp): Promise<StoredOp> {
    try {
      const stored = await this.store.append(op);
      this.ops = [...this.ops, stored];
      this.changed();
      return stored;
    } catch (failure) {
      throw new NotStored('the device did not keep the scan', { cause: failure });
    }
  }

  /** Two quick scans are judged one after the other, so that the second sees the first. */
  private inOrder<T>(work: () => Promise<T>): Promise<T> {
    const next = this.writing.then(work, work);
    this.writing = next.catch(() => undefined);
    return next;
  }

  private answerTo(opId: string): Promise<Verdict | null> {
    if (this.link !== 'ONLINE') {
      void this.sync.kick();
      return Promise.resolve(null);
    }
    return new Promise((resolve) => {
      const settle = (answer: Verdict | null) => {
        clearTimeout(timer);
        this.waiting.delete(opId);
        resolve(answer);
      };
      const timer = setTimeout(() => settle(null), this.grace);
      this.waiting.set(opId, settle);
      void this.sync.kick();
    });
  }

  /** A person's decision about a conflict; it is kept and sent like a scan. */
  async resolve(conflict: StoredOp, resolution: Resolution): Promise<void> {
    const decision: NewOp = {
      ...this.act(conflict.code), kind: 'RESOLVE', taskId: conflict.taskId, told: { result: 'ACCEPTED' }, label: conflict.label,
      resolves: conflict.opId, resolution,
    };
    await this.inOrder(async () => {
      const stored = await this.store.resolve(conflict, decision);
      this.ops = [...this.ops.map((op) => (op.seq === conflict.seq ? { ...op, state: 'SETTLED' as const } : op)), stored];
      this.changed();
    });
    void this.sync.kick();
  }

  /** Unsent acts of the signed-in person only: another's wait until that person signs in. */
  nextBatch(limit: number): Promise<StoredOp[]> {
    const user = this.session?.user.id;
    return user && this.phase === 'WORKING' ? this.store.queued(user, limit) : Promise.resolve([]);
  }

  async answered(batch: readonly StoredOp[], results: ReadonlyMap<string, OpResult>): Promise<void> {
    const settled: Settlement[] = [];
    const heard: (() => void)[] = [];
    let list = this.list;
    for (const op of batch) {
      const answer = results.get(op.opId);
      if (!answer) continue;
      const waits = this.waiting.get(op.opId);
      const disputed = op.kind !== 'RESOLVE' && !waits && contradiction(op.told, answer) !== null;
      settled.push({ seq: op.seq, state: disputed ? 'CONFLICT' : 'SETTLED', answer });
      if (list && op.kind !== 'RESOLVE') list = afterAnswer(list, op, answer);
      if (waits) heard.push(() => waits(answer));
    }
    const bySeq = new Map(settled.map((each) => [each.seq, each]));
    this.ops = this.ops.map((op) => ({ ...op, ...bySeq.get(op.seq) }));
    this.list = list;
    this.changed();
    heard.forEach((tell) => tell());
    await this.store.settle(settled, list);
    if (settled.some((each) => each.state === 'CONFLICT')) this.dispatchEvent(new Event('conflict'));
    if (settled.some((each) => endsTask(each.answer))) void this.sync.kick(true);
  }

  async fetched(tasks: TaskList): Promise<void> {
    this.clockOffset = Date.parse(tasks.now) - Date.now();
    this.list = tidy(tasks);
    await this.store.keepTasks(this.list);
    await this.store.prune();
    await this.inOrder(async () => {
      this.ops = await this.store.all();
      this.changed();
    });
  }

  private changed(): void {
    this.effective = null;
    this.dispatchEvent(new Event('change'));
  }
}

function endsTask(answer: Verdict): boolean {
  return counts(answer) && (answer.result === 'TASK_COMPLETE' || (!!answer.taskTotal && answer.taskDone === answer.taskTotal));
}

/** Unfinished tasks of one kind: begun ones first, then the most urgent. */
export function worklist(tasks: readonly Task[], kind: ScanKind): Task[] {
  const due = (task: Task) => (task.dueAt ? Date.parse(task.dueAt) : Number.MAX_SAFE_INTEGER);
  return tasks
    .filter((task) => task.kind === kind && !isComplete(task))
    .sort((a, b) => Number(b.done > 0) - Number(a.done > 0) || due(a) - due(b));
}
