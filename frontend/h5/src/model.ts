/** The records spoken between this page and /h5/api. Times are ISO 8601 in UTC; counts are pieces. */

export type ScanKind = 'PICK' | 'PACK' | 'OUTBOUND';

export const SCAN_KINDS: readonly ScanKind[] = ['PICK', 'PACK', 'OUTBOUND'];

export interface Session {
  user: { id: string; login: string; name: string };
  merchant: { slug: string; name: string };
  warehouse: { id: string; name: string } | null;
  permissions: string[];
}

export interface Csrf {
  header: string;
  token: string;
}

export interface TaskLine {
  lineId: string;
  skuCode: string;
  name: string;
  spec: string | null;
  barcodes: string[];
  quantity: number;
  done: number;
  bin: string | null;
}

/**
 * One job of the warehouse. The same parcel is picked, packed and sent out under one id, one kind after the other.
 * OUTBOUND tasks stand for the packed parcel: one piece, no lines.
 */
export interface Task {
  id: string;
  kind: ScanKind;
  number: string;
  orderNumber: string;
  dueAt: string | null;
  /** PAUSED while a hold stops the clock; absent when it runs. */
  clock?: 'RUNNING' | 'PAUSED';
  waybillNo: string | null;
  /** Which parcel of the order, such as 1/2. */
  parcel?: string | null;
  carrier: string | null;
  /** Why the parcel may not leave; absent or READY when it may. */
  state?: 'READY' | 'HELD' | 'ADDRESS_CHANGED' | 'CANCELLED' | null;
  total: number;
  done: number;
  lines: TaskLine[];
}

export interface TaskList {
  now: string;
  counts: { pick: number; pack: number; outbound: number };
  tasks: Task[];
}

export type ScanAnswer =
  | 'ACCEPTED'
  | 'WRONG_ITEM'
  | 'TOO_MANY'
  | 'ALREADY_SCANNED'
  | 'TASK_COMPLETE'
  | 'REFUSED'
  | 'UNKNOWN';

/** What a scan means, judged on this device or by the server: the same shape from both. */
export interface Verdict {
  result: ScanAnswer;
  taskId?: string | null;
  lineId?: string | null;
  message?: string | null;
  scanned?: { code: string; name: string | null; bin?: string | null } | null;
  wanted?: { code: string; name: string; bin: string | null } | null;
  done?: number | null;
  quantity?: number | null;
  taskDone?: number | null;
  taskTotal?: number | null;
  /** `reason` is a word such as HELD or NOT_PACKED, `text` what people wrote about it. */
  order?: { number?: string | null; anchor?: string | null; reason?: string | null; text?: string | null } | null;
}

/** How a person settled a scan on which this device and the server disagreed. */
export type Resolution = 'HELD_BACK' | 'HANDED_OVER' | 'SUPERVISOR';

export type OpKind = ScanKind | 'RESOLVE';

/** One act of a person, named on this device; the server does each opId once. */
export interface Op {
  opId: string;
  userId: string;
  kind: OpKind;
  taskId: string | null;
  code: string;
  at: string;
  resolves?: string;
  resolution?: Resolution;
}

export interface OpResult extends Verdict {
  opId: string;
}

/** QUEUED: not sent. SETTLED: both sides agree. CONFLICT: waits for a person. */
export type OpState = 'QUEUED' | 'SETTLED' | 'CONFLICT';

/** An act as it lies on this device, in the order of `seq`. */
export interface StoredOp extends Op {
  seq: number;
  userName: string;
  state: OpState;
  /** What this device said when it was scanned. */
  told: Verdict;
  answer: Verdict | null;
  /** What the scanned thing is called, for the list of recent scans. */
  label: string;
}

export type NewOp = Omit<StoredOp, 'seq'>;
