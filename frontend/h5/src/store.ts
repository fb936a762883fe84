import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { NewOp, OpState, Session, StoredOp, TaskList, Verdict } from './model.ts';

/** How many settled acts stay on the device for the list of recent scans and the time a task took. */
const KEPT = 300;

interface Schema extends DBSchema {
  ops: { key: number; value: StoredOp; indexes: { state: OpState } };
  kept: { key: string; value: unknown };
}

export interface Settlement {
  seq: number;
  state: OpState;
  answer: Verdict;
}

/** What survives on the device: every act in order, the last session and the tasks fetched for it. */
export class Store {
  private readonly db: IDBPDatabase<Schema>;

  private constructor(db: IDBPDatabase<Schema>) {
    this.db = db;
  }

  static async open(name = 'dingshu-h5'): Promise<Store> {
    const db = await openDB<Schema>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('ops', { keyPath: 'seq', autoIncrement: true }).createIndex('state', 'state');
        fresh.createObjectStore('kept');
      },
    });
    return new Store(db);
  }

  close(): void {
    this.db.close();
  }

  /** Resolves once the act is on disk: only then may the device beep. */
  async append(op: NewOp): Promise<StoredOp> {
    const write = this.db.transaction('ops', 'readwrite', { durability: 'strict' });
    const seq = await write.store.add(op as StoredOp);
    await write.done;
    return { ...op, seq };
  }

  all(): Promise<StoredOp[]> {
    return this.db.getAll('ops');
  }

  /** The first acts of one person that were not sent, in the order they were made. */
  async queued(userId: string, limit: number): Promise<StoredOp[]> {
    const waiting = await this.db.getAllFromIndex('ops', 'state', 'QUEUED');
    return waiting.filter((op) => op.userId === userId).sort((a, b) => a.seq - b.seq).slice(0, limit);
  }

  /** Answers and the tasks they change are written together. */
  async settle(settlements: readonly Settlement[], tasks: TaskList | null): Promise<void> {
    const write = this.db.transaction(['ops', 'kept'], 'readwrite');
    const ops = write.objectStore('ops');
    for (const { seq, state, answer } of settlements) {
      const op = await ops.get(seq);
      if (op) await ops.put({ ...op, state, answer });
    }
    if (tasks) await write.objectStore('kept').put(tasks, 'tasks');
    await write.done;
  }

  /** The person's decision takes the place of the conflict in one step; the decision itself is sent like a scan. */
  async resolve(conflict: StoredOp, decision: NewOp): Promise<StoredOp> {
    const write = this.db.transaction('ops', 'readwrite', { durability: 'strict' });
    await write.store.put({ ...conflict, state: 'SETTLED' });
    const seq = await write.store.add(decision as StoredOp);
    await write.done;
    return { ...decision, seq };
  }

  async prune(): Promise<void> {
    const write = this.db.transaction('ops', 'readwrite');
    const settled = await write.store.index('state').getAllKeys('SETTLED');
    const old = settled.sort((a, b) => b - a).slice(KEPT);
    await Promise.all(old.map((seq) => write.store.delete(seq)));
    await write.done;
  }

  session(): Promise<Session | undefined> {
    return this.db.get('kept', 'session') as Promise<Session | undefined>;
  }

  tasks(): Promise<TaskList | undefined> {
    return this.db.get('kept', 'tasks') as Promise<TaskList | undefined>;
  }

  async keepTasks(tasks: TaskList): Promise<void> {
    await this.db.put('kept', tasks, 'tasks');
  }

  /** Another person's tasks never stay behind. */
  async keepSession(session: Session | null): Promise<void> {
    const write = this.db.transaction('kept', 'readwrite');
    const before = (await write.store.get('session')) as Session | undefined;
    if (session) await write.store.put(session, 'session');
    else await write.store.delete('session');
    if (before?.user.id !== session?.user.id) await write.store.delete('tasks');
    await write.done;
  }
}
