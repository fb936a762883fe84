import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { afterAnswer, contradiction, counts, effectiveTasks, isLabelWrong, judge, openCounts, taskByCode, tidy } from '../src/judge.ts';
import type { ScanAnswer, StoredOp, Verdict } from '../src/model.ts';
import { CODES, WAYBILLS, Warehouse } from './warehouse.ts';

let seq = 0;

function held(kind: StoredOp['kind'], taskId: string | null, code: string, told: Verdict): StoredOp {
  seq++;
  return { seq, opId: `op-${seq}`, userId: 'u', userName: '', kind, taskId, code, at: '2026-11-21T06:32:00Z', state: 'QUEUED', told, answer: null, label: '' };
}

describe('a scan judged on the device', () => {
  const { tasks } = new Warehouse().list();

  test('counts an item that is wanted', () => {
    const verdict = judge('PICK', 't-1', CODES.tea, tasks);
    assert.equal(verdict.result, 'ACCEPTED');
    assert.deepEqual([verdict.lineId, verdict.done, verdict.quantity, verdict.taskDone], ['l-tea', 1, 2, 1]);
  });

  test('takes the SKU code in place of the barcode, in any case', () => {
    assert.equal(judge('PICK', 't-1', 'tea-250', tasks).result, 'ACCEPTED');
  });

  test('names what was taken and what is wanted when the item is wrong', () => {
    const verdict = judge('PICK', 't-1', CODES.pot, tasks);
    assert.equal(verdict.result, 'WRONG_ITEM');
    assert.equal(verdict.scanned?.name, '陶罐 500ml 白釉');
    assert.deepEqual(verdict.wanted, { code: 'TEA-250', name: '武夷正山小种 特级 250g', bin: 'A-03-12' });
  });

  test('has no name for a code nobody knows', () => {
    assert.equal(judge('PICK', 't-1', CODES.strange, tasks).scanned?.name, null);
  });

  test('does not count one piece too many', () => {
    const full = effectiveTasks(tasks, [1, 2].map(() => held('PICK', 't-1', CODES.tea, { result: 'ACCEPTED', lineId: 'l-tea' })));
    const verdict = judge('PICK', 't-1', CODES.tea, full);
    assert.deepEqual([verdict.result, verdict.done, verdict.quantity], ['TOO_MANY', 2, 2]);
  });

  test('finishes the task with its last piece', () => {
    const nearly = effectiveTasks(tasks, [1, 2].map(() => held('PICK', 't-1', CODES.tea, { result: 'ACCEPTED', lineId: 'l-tea' })));
    assert.equal(judge('PICK', 't-1', CODES.bowl, nearly).result, 'TASK_COMPLETE');
  });

  test('fills the second line when two lines carry the same barcode', () => {
    const twice = tasks.map((task) => (task.id === 't-1' ? { ...task, total: 4, lines: [...task.lines, { ...task.lines[0]!, lineId: 'l-gift', quantity: 1 }] } : task));
    const full = effectiveTasks(twice, [1, 2].map(() => held('PICK', 't-1', CODES.tea, { result: 'ACCEPTED', lineId: 'l-tea' })));
    assert.equal(judge('PICK', 't-1', CODES.tea, full).lineId, 'l-gift');
  });

  test('lets a listed parcel out once', () => {
    assert.equal(judge('OUTBOUND', null, WAYBILLS.first, tasks).result, 'ACCEPTED');
    const out = effectiveTasks(tasks, [held('OUTBOUND', null, WAYBILLS.first, { result: 'ACCEPTED' })]);
    assert.equal(judge('OUTBOUND', null, WAYBILLS.first, out).result, 'ALREADY_SCANNED');
  });

  test('stops a held, an unpacked and an unknown parcel', () => {
    const stopped = tasks.map((task) => (task.waybillNo === WAYBILLS.first ? { ...task, state: 'HELD' as const } : task));
    assert.equal(judge('OUTBOUND', null, WAYBILLS.first, stopped).order?.reason, 'HELD');
    assert.equal(judge('OUTBOUND', null, WAYBILLS.fresh, tasks).order?.reason, 'NOT_PACKED');
    assert.equal(judge('OUTBOUND', null, 'SF0000000000000', tasks).result, 'UNKNOWN');
  });

  test('stops a held task piece by piece', () => {
    const held = tasks.map((task) => (task.id === 't-1' ? { ...task, state: 'HELD' as const } : task));
    assert.equal(judge('PICK', 't-1', CODES.tea, held).result, 'REFUSED');
  });

  test('stops what waits for a label with another address, at every step', () => {
    const changed = tasks.map((task) => ({ ...task, state: 'ADDRESS_CHANGED' as const }));
    for (const verdict of [judge('PICK', 't-1', CODES.tea, changed), judge('PACK', 't-4', CODES.tea, changed), judge('OUTBOUND', null, WAYBILLS.first, changed)]) {
      assert.equal(verdict.result, 'REFUSED');
      assert.equal(isLabelWrong(verdict), true);
    }
  });

  test('goes on to packing what was picked without a network, and lets out what was packed', () => {
    const pieces = (kind: 'PICK' | 'PACK') => [CODES.tea, CODES.tea, CODES.bowl].map((code) =>
      held(kind, 't-1', code, { result: 'ACCEPTED', lineId: code === CODES.tea ? 'l-tea' : 'l-bowl' }));
    const picked = effectiveTasks(tasks, pieces('PICK'));
    assert.equal(judge('PACK', 't-1', CODES.tea, picked).result, 'ACCEPTED');
    const packed = effectiveTasks(tasks, [...pieces('PICK'), ...pieces('PACK')]);
    assert.equal(judge('OUTBOUND', null, 'SF1630776108876', packed).result, 'ACCEPTED');
    assert.deepEqual(openCounts(new Warehouse().list(), packed), { PICK: 2, PACK: 1, OUTBOUND: 4 });
  });

  test('lets a parcel out that was packed without a network a moment ago', () => {
    const packing = [CODES.tea, CODES.tea, CODES.bowl].map((code) =>
      held('PACK', 't-4', code, { result: 'ACCEPTED', lineId: code === CODES.tea ? 'p-tea' : 'p-bowl' }));
    assert.equal(judge('OUTBOUND', null, WAYBILLS.fresh, effectiveTasks(tasks, packing)).result, 'ACCEPTED');
  });
});

test('a parcel in the list is not out yet, whatever was packed of it', () => {
  const list = new Warehouse().list();
  const packed = list.tasks.map((task) => (task.kind === 'OUTBOUND' ? { ...task, total: 3, done: 3 } : task));
  assert.equal(judge('OUTBOUND', null, WAYBILLS.first, tidy({ ...list, tasks: packed }).tasks).result, 'ACCEPTED');
});

describe('tasks with scans still held', () => {
  const list = new Warehouse().list();

  test('count each held scan once on top of what the server knows', () => {
    const scans = [held('PICK', 't-1', CODES.tea, { result: 'ACCEPTED', lineId: 'l-tea' }), held('PICK', 't-1', CODES.pot, { result: 'WRONG_ITEM' })];
    assert.equal(effectiveTasks(list.tasks, scans).find((task) => task.id === 't-1')?.done, 1);
    const answered = afterAnswer(list, scans[0]!, { result: 'ACCEPTED', lineId: 'l-tea', done: 1 });
    assert.equal(effectiveTasks(answered.tasks, [{ ...scans[0]!, state: 'SETTLED' }]).find((task) => task.id === 't-1')?.done, 1);
  });

  test('lower the counters as they are finished', () => {
    const effective = effectiveTasks(list.tasks, [held('OUTBOUND', null, WAYBILLS.first, { result: 'ACCEPTED' })]);
    assert.deepEqual(openCounts(list, effective), { PICK: 3, PACK: 1, OUTBOUND: 2 });
    const answered = afterAnswer(list, held('OUTBOUND', null, WAYBILLS.first, { result: 'ACCEPTED' }), { result: 'TASK_COMPLETE' });
    assert.equal(answered.counts.outbound, 2);
  });

  test('are found by their number, order or waybill', () => {
    assert.equal(taskByCode('p-1504', list.tasks)?.id, 't-2');
    assert.equal(taskByCode('261121-8873', list.tasks)?.id, 't-4');
    assert.equal(taskByCode(WAYBILLS.first, list.tasks), undefined);
  });
});

describe('device and server disagree', () => {
  const said = (result: ScanAnswer): Verdict => ({ result });

  test('when a counted scan is turned down, or a refused one counted', () => {
    for (const no of ['REFUSED', 'UNKNOWN', 'WRONG_ITEM', 'TOO_MANY'] as const) {
      assert.equal(contradiction(said('ACCEPTED'), said(no)), 'LOST');
      assert.equal(contradiction(said(no), said('ACCEPTED')), 'GAINED');
    }
  });

  test('but not when somebody else made the same scan, or both say no', () => {
    assert.equal(contradiction(said('ACCEPTED'), said('ALREADY_SCANNED')), null);
    assert.equal(contradiction(said('ACCEPTED'), said('TASK_COMPLETE')), null);
    assert.equal(contradiction(said('WRONG_ITEM'), said('UNKNOWN')), null);
    assert.ok(!counts(said('ALREADY_SCANNED')));
  });
});
