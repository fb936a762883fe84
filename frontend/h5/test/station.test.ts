import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Busy, SignedOut, TurnedDown, Unreachable, type Api } from '../src/api.ts';
import type { Op, OpResult, Session, TaskList } from '../src/model.ts';
import { NotStored, Station } from '../src/station.ts';
import { Store } from '../src/store.ts';
import { CODES, DELIANG, GUIFANG, WAYBILLS, Warehouse } from './warehouse.ts';

/** The way to the warehouse, which can be cut, lose an answer, end the session or be slow. */
class Line {
  readonly warehouse = new Warehouse();
  readonly batches: Op[][] = [];
  session: Session | null = GUIFANG.session;
  fault: 'NONE' | 'CUT' | 'ANSWER_LOST' | 'BUSY' | 'SLOW' = 'NONE';
  stale = false;
  poison: string | null = null;
  patience: Promise<void> = Promise.resolve();

  async me(): Promise<Session> {
    this.pass();
    return this.session!;
  }

  async signIn(_merchant: string, login: string, password: string): Promise<Session> {
    if (this.fault === 'CUT') throw new Unreachable();
    const found = this.warehouse.people.find((person) => person.session.user.login === login && person.password === password);
    if (!found) throw new SignedOut('wrong');
    this.session = found.session;
    return found.session;
  }

  async signOut(): Promise<void> {
    this.pass();
    this.session = null;
  }

  async tasks(): Promise<TaskList> {
    this.pass();
    if (this.stale) throw new Busy(null);
    return this.warehouse.list();
  }

  async ops(ops: readonly Op[]): Promise<OpResult[]> {
    this.pass();
    if (this.fault === 'SLOW') await this.patience;
    if (ops.some((op) => op.code === this.poison)) throw new TurnedDown(400, 'code');
    this.batches.push([...ops]);
    assert.ok(ops.every((op) => op.userId === this.session!.user.id), 'each act is sent by its own user');
    const results = ops.map((op) => this.warehouse.apply(op));
    if (this.fault === 'ANSWER_LOST') {
      this.fault = 'CUT';
      throw new Unreachable();
    }
    return results;
  }

  private pass(): void {
    if (this.fault === 'CUT') throw new Unreachable();
    if (this.fault === 'BUSY') throw new Busy(300);
    if (!this.session) throw new SignedOut('signed out');
  }
}

let line: Line;
let store: Store;
let station: Station;
let number = 0;

async function opened(grace = 5_000): Promise<Station> {
  const fresh = new Station(line as unknown as Api, store, grace);
  await fresh.start();
  await settled(fresh);
  return fresh;
}

async function settled(it: Station): Promise<void> {
  await it.sync.idle();
}

async function until(done: () => boolean): Promise<void> {
  for (let i = 0; i < 1_000 && !done(); i++) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function reconnect(): Promise<void> {
  line.fault = 'NONE';
  await station.wake();
  await settled(station);
}

beforeEach(async () => {
  line = new Line();
  store = await Store.open(`test-${++number}`);
  station = await opened();
});

afterEach(() => {
  station.sync.stop();
  store.close();
});

describe('with a network', () => {
  test('the server has the word when it answers at once', async () => {
    line.warehouse.stopped.set(WAYBILLS.first, { anchor: 'CANCELLED', reason: 'CANCELLED', text: '买家取消' });
    const outcome = await station.scan('OUTBOUND', null, WAYBILLS.first);
    assert.deepEqual([outcome.verdict.result, outcome.sure], ['REFUSED', true]);
    assert.equal(station.conflicts.length, 0, 'the person was told once, and rightly');
  });

  test('the device speaks when the server is slow, and a later no is a conflict', async () => {
    station.sync.stop();
    station = await opened(1);
    let release = () => {};
    line.patience = new Promise((resolve) => (release = resolve));
    line.fault = 'SLOW';
    line.warehouse.stopped.set(WAYBILLS.first, { anchor: 'CANCELLED', reason: 'CANCELLED', text: '买家取消' });
    const outcome = await station.scan('OUTBOUND', null, WAYBILLS.first);
    assert.deepEqual([outcome.verdict.result, outcome.sure], ['ACCEPTED', false]);
    release();
    await settled(station);
    assert.equal(station.conflicts.length, 1);
  });

  test('two quick scans are judged one after the other', async () => {
    const outcomes = await Promise.all([1, 2, 3].map(() => station.scan('PICK', 't-1', CODES.tea)));
    assert.deepEqual(outcomes.map((outcome) => outcome.verdict.result), ['ACCEPTED', 'ACCEPTED', 'TOO_MANY']);
  });

  test('a parcel packed a moment ago goes out before the list is fetched anew', async () => {
    for (const code of [CODES.tea, CODES.tea, CODES.bowl]) await station.scan('PACK', 't-4', code);
    line.stale = true;
    await station.scan('OUTBOUND', null, WAYBILLS.fresh);
    assert.deepEqual(station.counters, { PICK: 3, PACK: 0, OUTBOUND: 3 });
  });

  test('a finished task makes room for the next step', async () => {
    for (const code of [CODES.tea, CODES.tea, CODES.bowl]) await station.scan('PICK', 't-1', code);
    await settled(station);
    assert.deepEqual(station.counters, { PICK: 2, PACK: 2, OUTBOUND: 3 });
  });
});

describe('without a network', () => {
  beforeEach(() => station.linkChanged('OFFLINE'));
  beforeEach(() => (line.fault = 'CUT'));

  test('scans are kept, judged here and sent once, in order', async () => {
    const outcomes = [];
    for (const code of [CODES.tea, CODES.pot, CODES.tea, CODES.bowl]) outcomes.push(await station.scan('PICK', 't-1', code));
    assert.deepEqual(outcomes.map((outcome) => outcome.verdict.result), ['ACCEPTED', 'WRONG_ITEM', 'ACCEPTED', 'TASK_COMPLETE']);
    assert.equal(station.unsynced, 4);
    await reconnect();
    assert.equal(station.unsynced, 0);
    assert.deepEqual(line.warehouse.operations.map((op) => op.code), [CODES.tea, CODES.pot, CODES.tea, CODES.bowl]);
    assert.equal(line.warehouse.tasks.find((task) => task.id === 't-1')?.done, 3);
  });

  test('an answer that got lost does not count a scan twice', async () => {
    await station.scan('PICK', 't-1', CODES.tea);
    line.fault = 'ANSWER_LOST';
    await station.wake();
    await reconnect();
    assert.equal(line.batches.length, 2, 'sent twice');
    assert.equal(line.warehouse.operations.length, 1, 'done once');
    assert.equal(station.task('PICK', 't-1')?.done, 1);
  });

  test('a long queue goes in batches of fifty', async () => {
    for (let i = 0; i < 120; i++) await station.scan('PICK', 't-1', CODES.strange);
    await reconnect();
    assert.deepEqual(line.batches.map((batch) => batch.length), [50, 50, 20]);
  });

  test('the queue outlives the page', async () => {
    await station.scan('PICK', 't-1', CODES.tea);
    station.sync.stop();
    station = await opened();
    assert.equal(station.phase, 'WORKING');
    assert.equal(station.unsynced, 1);
    assert.equal(station.task('PICK', 't-1')?.done, 1);
    await reconnect();
    assert.equal(station.unsynced, 0);
  });

  test('one act the server cannot read does not stop those behind it', async () => {
    await station.scan('PICK', 't-1', 'NUL');
    await station.scan('PICK', 't-1', CODES.tea);
    line.poison = 'NUL';
    await reconnect();
    assert.equal(station.queued.length, 0);
    assert.deepEqual(line.warehouse.operations.map((op) => op.code), [CODES.tea]);
  });

  test('signing out waits until everything is sent', async () => {
    await station.scan('PICK', 't-1', CODES.tea);
    assert.equal(await station.signOut(), false);
    assert.equal(station.phase, 'WORKING');
    await reconnect();
    assert.equal(await station.signOut(), true);
    assert.equal(await store.session(), undefined);
    assert.equal(await store.tasks(), undefined);
  });
});

describe('a conflict', () => {
  beforeEach(async () => {
    line.fault = 'CUT';
    await station.scan('OUTBOUND', null, WAYBILLS.second);
    line.warehouse.stopped.set(WAYBILLS.second, { anchor: 'CANCELLED', reason: 'CANCELLED', text: '买家取消' });
    await reconnect();
  });

  test('stays until a person decides, also over a restart', async () => {
    assert.equal(station.unsynced, 1);
    station.sync.stop();
    station = await opened();
    assert.equal(station.conflicts[0]?.answer?.order?.anchor, 'CANCELLED');
    assert.equal(await station.signOut(), false);
  });

  test('is decided with an act of its own that is sent once', async () => {
    const conflict = station.conflicts[0]!;
    await station.resolve(conflict, 'HELD_BACK');
    await settled(station);
    assert.equal(station.unsynced, 0);
    const [sent] = line.warehouse.resolutions;
    assert.deepEqual([sent?.kind, sent?.resolves, sent?.resolution], ['RESOLVE', conflict.opId, 'HELD_BACK']);
  });

  test('decided without a network is sent later', async () => {
    line.fault = 'CUT';
    await station.resolve(station.conflicts[0]!, 'SUPERVISOR');
    assert.deepEqual([station.conflicts.length, station.unsynced], [0, 1]);
    await reconnect();
    assert.equal(line.warehouse.resolutions.length, 1);
  });
});

describe('a lost session', () => {
  test('keeps the queue and asks to sign in again', async () => {
    line.session = null;
    await station.scan('PICK', 't-1', CODES.tea);
    await settled(station);
    assert.deepEqual([station.phase, station.lost, station.unsynced], ['SIGNED_OUT', true, 1]);
    assert.equal(await station.signIn('qinghe', 'wugf', GUIFANG.password), null);
    await settled(station);
    assert.deepEqual([station.phase, station.unsynced], ['WORKING', 0]);
    assert.equal(line.warehouse.operations.length, 1);
  });

  test("leaves another person's queue until that person signs in", async () => {
    line.fault = 'CUT';
    await station.scan('PICK', 't-1', CODES.tea);
    line.fault = 'NONE';
    line.session = null;
    await station.wake();
    await settled(station);
    await station.signIn('qinghe', 'madl', DELIANG.password);
    await settled(station);
    assert.equal(line.warehouse.operations.length, 0);
    assert.deepEqual([...station.others], [['吴桂芳', 1]]);
    assert.equal(await station.signOut(), true, 'the other queue does not hold this person');
    await station.signIn('qinghe', 'wugf', GUIFANG.password);
    await settled(station);
    assert.equal(line.warehouse.operations[0]?.userId, GUIFANG.session.user.id);
  });
});

describe('a busy server', () => {
  test('is left alone for as long as it asks', async () => {
    line.fault = 'BUSY';
    await station.scan('PICK', 't-1', CODES.tea);
    await settled(station);
    assert.equal(station.link, 'BUSY');
    line.fault = 'NONE';
    await station.sync.kick();
    assert.equal(line.batches.length, 0, 'not before the time it named');
    await until(() => station.unsynced === 0);
    assert.deepEqual([line.batches.length, station.link, station.unsynced], [1, 'ONLINE', 0]);
  });
});

describe('a device that cannot write', () => {
  test('says so instead of counting', async () => {
    station.sync.stop();
    store.append = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    await assert.rejects(station.scan('PICK', 't-1', CODES.tea), NotStored);
    assert.equal(station.task('PICK', 't-1')?.done, 0);
  });
});

test('Retry-After is read as seconds or as a date', async () => {
  const { retryAfter } = await import('../src/api.ts');
  assert.equal(retryAfter('3'), 3_000);
  assert.equal(retryAfter('Sat, 21 Nov 2026 06:32:10 GMT', Date.parse('2026-11-21T06:32:00Z')), 10_000);
  assert.equal(retryAfter(null), null);
  assert.equal(retryAfter('soon'), null);
});
