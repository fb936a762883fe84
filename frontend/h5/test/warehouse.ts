import type { Op, OpResult, Session, Task, TaskLine, TaskList, Verdict } from '../src/model.ts';

/** A small warehouse that keeps the REST contract of /h5/api in memory: what the tests talk to. */

export interface Person {
  session: Session;
  password: string;
}

const MERCHANT = { slug: 'qinghe', name: '青禾优品' };
const WAREHOUSE = { id: 'wh-1', name: '上海嘉定仓' };
const ALL = ['fulfilment.pick', 'fulfilment.pack', 'fulfilment.outbound'];

function person(id: string, login: string, name: string, permissions = ALL): Person {
  return { password: 'hechuan-2026', session: { user: { id, login, name }, merchant: MERCHANT, warehouse: WAREHOUSE, permissions } };
}

export const GUIFANG = person('0198f000-0000-7000-8000-000000000001', 'wugf', '吴桂芳');
export const DELIANG = person('0198f000-0000-7000-8000-000000000002', 'madl', '马德亮');
export const NOBODY = person('0198f000-0000-7000-8000-000000000003', 'linxw', '林晓雯', []);

const TEA: TaskLine = { lineId: 'l-tea', skuCode: 'TEA-250', name: '武夷正山小种', spec: '特级 250g', barcodes: ['6901234500141'], quantity: 2, done: 0, bin: 'A-03-12' };
const BOWL: TaskLine = { lineId: 'l-bowl', skuCode: 'BOWL-150', name: '盖碗', spec: '150ml 青釉', barcodes: ['6901234500219'], quantity: 1, done: 0, bin: 'A-04-02' };
const POT: TaskLine = { lineId: 'l-pot', skuCode: 'POT-500', name: '陶罐', spec: '500ml 白釉', barcodes: ['6901234500905'], quantity: 3, done: 0, bin: 'B-01-07' };

export const CODES = { tea: '6901234500141', bowl: '6901234500219', pot: '6901234500905', strange: '4006381333931' };
export const WAYBILLS = { first: 'SF1630776104417', second: 'SF1630776100926', third: 'SF1630776107752', fresh: 'SF1630776108873' };

export class Warehouse {
  readonly people = [GUIFANG, DELIANG, NOBODY];
  readonly operations: Op[] = [];
  readonly stored = new Map<string, OpResult>();
  readonly resolutions: Op[] = [];
  tasks: Task[] = [];
  /** Waybills whose order must not leave, with the reason. */
  readonly stopped = new Map<string, { anchor: string; reason: string; text: string }>();
  now: () => number;

  constructor(now: () => number = () => Date.now()) {
    this.now = now;
    this.reset();
  }

  reset(): void {
    this.operations.length = 0;
    this.resolutions.length = 0;
    this.stored.clear();
    this.stopped.clear();
    this.tasks = [
      this.task('t-1', 'PICK', 'P-1503', '261121-8876', 6, [TEA, BOWL], 'SF1630776108876'),
      this.task('t-2', 'PICK', 'P-1504', '261121-8879', 27, [POT, TEA], 'SF1630776108879'),
      this.task('t-3', 'PICK', 'P-1505', '261121-8880', 80, [POT], 'SF1630776108880'),
      this.task('t-4', 'PACK', 'F-8873', '261121-8873', 41, [{ ...TEA, lineId: 'p-tea' }, { ...BOWL, lineId: 'p-bowl' }], WAYBILLS.fresh),
      this.parcel('t-5', '261121-8861', WAYBILLS.first),
      this.parcel('t-6', '261121-8862', WAYBILLS.second),
      this.parcel('t-7', '261121-8863', WAYBILLS.third),
    ];
  }

  private task(id: string, kind: 'PICK' | 'PACK', number: string, orderNumber: string, minutes: number, lines: TaskLine[], waybillNo: string): Task {
    return {
      id, kind, number, orderNumber, dueAt: new Date(this.now() + minutes * 60_000 + 20_000).toISOString(), clock: 'RUNNING', waybillNo, parcel: '1/1',
      carrier: 'SF', total: lines.reduce((sum, line) => sum + line.quantity, 0), done: 0, lines: lines.map((line) => ({ ...line })),
    };
  }

  private parcel(id: string, orderNumber: string, waybillNo: string): Task {
    return {
      id, kind: 'OUTBOUND', number: waybillNo, orderNumber, dueAt: null, clock: 'RUNNING', waybillNo, parcel: '1/1', carrier: 'SF',
      state: 'READY', total: 1, done: 0, lines: [],
    };
  }

  list(): TaskList {
    const open = this.tasks.filter((task) => task.done < task.total);
    const count = (kind: string) => open.filter((task) => task.kind === kind).length;
    return structuredClone({ now: new Date(this.now()).toISOString(), counts: { pick: count('PICK'), pack: count('PACK'), outbound: count('OUTBOUND') }, tasks: open });
  }

  /** Each opId is done once and answered alike ever after. */
  apply(op: Op): OpResult {
    const known = this.stored.get(op.opId);
    if (known) return known;
    this.operations.push(op);
    const result: OpResult = { opId: op.opId, ...this.judge(op) };
    this.stored.set(op.opId, result);
    return result;
  }

  private judge(op: Op): Verdict {
    if (op.kind === 'RESOLVE') {
      this.resolutions.push(op);
      return { result: 'ACCEPTED' };
    }
    return op.kind === 'OUTBOUND' ? this.out(op) : this.item(op);
  }

  private out(op: Op): Verdict {
    const scanned = { code: op.code, name: null };
    const task = this.tasks.find((each) => each.kind === 'OUTBOUND' && each.waybillNo === op.code);
    if (!task) return { result: 'UNKNOWN', scanned };
    const stop = this.stopped.get(op.code);
    if (stop) return { result: 'REFUSED', taskId: task.id, order: { number: task.orderNumber, ...stop } };
    const order = { number: task.orderNumber };
    if (task.done > 0) return { result: 'ALREADY_SCANNED', taskId: task.id, scanned, order };
    task.done = 1;
    return { result: 'TASK_COMPLETE', taskId: task.id, scanned, order, taskDone: 1, taskTotal: 1 };
  }

  private item(op: Op): Verdict {
    const task = this.tasks.find((each) => each.id === op.taskId && each.kind === op.kind);
    if (!task) return { result: 'UNKNOWN', scanned: { code: op.code, name: null } };
    const name = (line: TaskLine) => `${line.name} ${line.spec}`;
    const known = this.tasks.flatMap((each) => each.lines).find((line) => line.barcodes.includes(op.code));
    const scanned = { code: op.code, name: known ? name(known) : null };
    const want = (line: TaskLine | undefined) => (line ? { code: line.skuCode, name: name(line), bin: line.bin } : null);
    const stop = this.stopped.get(task.id);
    if (stop) return { result: 'REFUSED', taskId: task.id, order: { number: task.orderNumber, ...stop } };
    const line = task.lines.find((each) => [...each.barcodes, each.skuCode].includes(op.code.toUpperCase()));
    if (!line) return { result: 'WRONG_ITEM', taskId: task.id, scanned, wanted: want(task.lines.find((each) => each.done < each.quantity)) };
    const at = { taskId: task.id, lineId: line.lineId, scanned, wanted: want(line), quantity: line.quantity, taskTotal: task.total };
    if (line.done >= line.quantity) return { result: 'TOO_MANY', ...at, done: line.done, taskDone: task.done };
    line.done++;
    task.done++;
    if (task.done === task.total) this.follow(task);
    return { result: task.done === task.total ? 'TASK_COMPLETE' : 'ACCEPTED', ...at, done: line.done, taskDone: task.done };
  }

  /** A picked order waits to be packed, a packed one to go out. */
  private follow(task: Task): void {
    if (task.kind === 'PICK') {
      this.tasks.push({ ...task, kind: 'PACK', done: 0, lines: task.lines.map((line) => ({ ...line, done: 0 })) });
    } else {
      this.tasks.push(this.parcel(task.id, task.orderNumber, task.waybillNo!));
    }
  }
}
