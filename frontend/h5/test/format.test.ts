import assert from 'node:assert/strict';
import { test } from 'node:test';
import { duration, maskedWaybill, stopwatch, urgency } from '../src/format.ts';
import { hashOf, readRoute } from '../src/route.ts';

const NOW = Date.parse('2026-11-21T06:00:00Z');
const due = (minutes: number, clock: 'RUNNING' | 'PAUSED' = 'RUNNING') => urgency({ dueAt: new Date(NOW + minutes * 60_000).toISOString(), clock }, NOW)?.urgency;

test('a waybill shows its ends', () => {
  assert.equal(maskedWaybill('SF1630776104417'), 'SF 1630 **** 4417');
  assert.equal(maskedWaybill('773112340926'), '7731 **** 0926');
  assert.equal(maskedWaybill('A12'), 'A 12');
});

test('time is short', () => {
  assert.equal(duration(80 * 60_000), '1:20');
  assert.equal(duration(-6 * 60_000), '0:06');
  assert.equal(stopwatch(1_122_000), '18:42');
});

test('a clock warns before it is over and rests when paused', () => {
  assert.deepEqual([due(80), due(30), due(10), due(-1), due(-1, 'PAUSED')], ['calm', 'soon', 'late', 'over', 'paused']);
  assert.equal(urgency({ dueAt: null, clock: 'RUNNING' }, NOW), null);
});

test('the address names the page', () => {
  for (const hash of ['#/pick/t-1', '#/pack/a%2Fb', '#/out', '#/']) assert.equal(hashOf(readRoute(hash)), hash);
  assert.deepEqual(readRoute('#/pick'), { page: 'TASKS' });
});
