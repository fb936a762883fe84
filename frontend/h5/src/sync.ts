import { Busy, SignedOut, TurnedDown, Unreachable, type Api } from './api.ts';
import type { Op, OpResult, StoredOp, TaskList } from './model.ts';

export type Link = 'ONLINE' | 'OFFLINE' | 'BUSY';

/** The most acts one call may carry. */
export const BATCH = 50;

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/** What the sender needs from the rest of the page. */
export interface Outbox {
  nextBatch(limit: number): Promise<StoredOp[]>;
  answered(ops: readonly StoredOp[], results: ReadonlyMap<string, OpResult>): Promise<void>;
  fetched(tasks: TaskList): Promise<void>;
  sessionLost(): void;
  linkChanged(link: Link): void;
}

/**
 * Sends the queue in order, one batch at a time, and fetches the tasks when nothing waits. A batch that got no answer
 * is sent again as it was: the server knows each opId and does it once.
 */
export class Sync {
  link: Link = 'ONLINE';
  private readonly api: Pick<Api, 'ops' | 'tasks'>;
  private readonly outbox: Outbox;
  private running: Promise<void> | null = null;
  private again = false;
  private wantTasks = false;
  private pause = FIRST_PAUSE;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private fetching: AbortController | null = null;
  private notBefore = 0;
  private stopped = false;
  private readonly now: () => number;

  constructor(api: Pick<Api, 'ops' | 'tasks'>, outbox: Outbox, now: () => number = () => Date.now()) {
    this.api = api;
    this.outbox = outbox;
    this.now = now;
  }

  /** Sends what waits now, unless the server asked for a pause. A fetch of tasks gives way to scans. */
  kick(refresh = false): Promise<void> {
    this.wantTasks ||= refresh;
    if (this.stopped) return Promise.resolve();
    const rest = this.notBefore - this.now();
    if (rest > 0) return this.later(rest);
    this.again = true;
    clearTimeout(this.timer);
    if (!refresh) this.fetching?.abort();
    this.running ??= alone(() => this.drain()).finally(() => this.ended());
    return this.running;
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  private ended(): void {
    this.running = null;
    if (this.again) void this.kick();
  }

  start(): void {
    this.stopped = false;
    this.notBefore = 0;
    this.pause = FIRST_PAUSE;
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    this.fetching?.abort();
  }

  private async drain(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        await this.sendAll();
        if (this.wantTasks && !this.stopped) await this.fetchTasks();
        this.pause = FIRST_PAUSE;
      } catch (failure) {
        this.failed(failure);
      }
    }
  }

  private async sendAll(): Promise<void> {
    for (let batch = await this.outbox.nextBatch(BATCH); batch.length > 0; batch = await this.outbox.nextBatch(BATCH)) {
      if (this.stopped) return;
      const answers = await this.answersTo(batch);
      this.reached();
      await this.outbox.answered(batch, answers);
    }
  }

  /** One bad act must not stop those behind it: a refused batch is sent act by act. */
  private async answersTo(batch: readonly StoredOp[]): Promise<Map<string, OpResult>> {
    try {
      const results = await this.api.ops(batch.map(asSent));
      const answers = new Map(results.map((result) => [result.opId, result]));
      if (!answers.has(batch[0]!.opId)) throw new Busy(null);
      return answers;
    } catch (failure) {
      if (!(failure instanceof TurnedDown)) throw failure;
      const first = batch[0]!;
      if (batch.length > 1) return this.answersTo([first]);
      return new Map([[first.opId, { opId: first.opId, result: 'REFUSED', message: failure.message }]]);
    }
  }

  private async fetchTasks(): Promise<void> {
    this.fetching = new AbortController();
    const { signal } = this.fetching;
    try {
      const tasks = await this.api.tasks(signal);
      if (signal.aborted) return;
      this.wantTasks = false;
      this.reached();
      await this.outbox.fetched(tasks);
    } catch (failure) {
      if (!signal.aborted) throw failure;
    } finally {
      this.fetching = null;
    }
  }

  private failed(failure: unknown): void {
    if (failure instanceof SignedOut) return this.outbox.sessionLost();
    const asked = failure instanceof Busy ? failure.retryAfter : null;
    this.show(failure instanceof Unreachable ? 'OFFLINE' : 'BUSY');
    this.notBefore = asked === null ? 0 : this.now() + asked;
    const spread = this.pause * (0.75 + Math.random() / 2);
    void this.later(asked ?? spread);
    this.pause = Math.min(LONGEST_PAUSE, this.pause * 2);
  }

  private async later(wait: number): Promise<void> {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.kick(this.wantTasks), wait);
  }

  private reached(): void {
    this.show('ONLINE');
  }

  private show(link: Link): void {
    if (this.link === link) return;
    this.link = link;
    this.outbox.linkChanged(link);
  }
}

function asSent({ opId, userId, kind, taskId, code, at, resolves, resolution }: StoredOp): Op {
  return { opId, userId, kind, taskId, code, at, ...(resolves ? { resolves, resolution } : {}) };
}

/** Two windows of the page on one device send one after the other. */
async function alone(work: () => Promise<void>): Promise<void> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks as LockManager | undefined;
  return locks ? locks.request('dingshu-h5-sync', work) : work();
}
