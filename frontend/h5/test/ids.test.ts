import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newOpId } from '../src/ids.ts';

test('an opId is a UUIDv7 that begins with its time', () => {
  const id = newOpId(Date.UTC(2026, 10, 21, 6, 32));
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(parseInt(id.replaceAll('-', '').slice(0, 12), 16), Date.UTC(2026, 10, 21, 6, 32));
  assert.notEqual(newOpId(), newOpId());
});
