import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { WedgeReader, type Key, type WedgeStep } from '../src/wedge.ts';

function type(reader: WedgeReader, text: string, gap: number, from = 0, end = 'Enter', inField = false): WedgeStep[] {
  return [...text, end].map((key, i) => reader.press({ key, code: '', shift: false, at: from + i * gap, inField }));
}

const last = (steps: WedgeStep[]) => steps.at(-1);

describe('a scanner that types', () => {
  test('is known by its speed and its Enter or Tab', () => {
    assert.deepEqual(last(type(new WedgeReader(), '6901234500141', 12)), { kind: 'SCAN', code: '6901234500141' });
    assert.deepEqual(last(type(new WedgeReader(), 'SF1630776104417', 30, 0, 'Tab')), { kind: 'SCAN', code: 'SF1630776104417' });
  });

  test('is not a person typing', () => {
    assert.deepEqual(last(type(new WedgeReader(), '6901234500141', 120, 0, 'Enter', true)), { kind: 'PASS' });
    assert.deepEqual(last(type(new WedgeReader(), '6901234500141', 250)), { kind: 'PASS' });
    assert.deepEqual(last(type(new WedgeReader(), '12', 10)), { kind: 'PASS' });
  });

  test('keeps its Enter from the button that has the focus', () => {
    const steps = type(new WedgeReader(), '690123', 10);
    assert.deepEqual(steps.slice(2, 6).map((step) => step.kind), ['HOLD', 'HOLD', 'HOLD', 'HOLD']);
    assert.deepEqual(last(type(new WedgeReader(), '', 10)), { kind: 'PASS' });
  });

  test('may be as slow as it likes once its prefix came', () => {
    assert.deepEqual(last(type(new WedgeReader('~'), '~6901234500141', 400)), { kind: 'SCAN', code: '6901234500141' });
  });

  test('starts anew after a pause', () => {
    const reader = new WedgeReader();
    'xyz'.split('').forEach((key, i) => reader.press({ key, code: '', shift: false, at: i * 300 }));
    assert.deepEqual(last(type(reader, '6901234500141', 10, 5_000)), { kind: 'SCAN', code: '6901234500141' });
  });

  test('is read by the place of its keys while an input method composes', () => {
    const reader = new WedgeReader();
    const key = (code: string, i: number, shift = false): Key => ({ key: 'Process', code, shift, at: i * 10 });
    ['KeyS', 'KeyF', 'Digit1', 'Digit6', 'Numpad3', 'Minus', 'Digit0'].forEach((code, i) => reader.press(key(code, i, code.startsWith('Key'))));
    assert.deepEqual(reader.press(key('Enter', 7)), { kind: 'SCAN', code: 'SF163-0' });
  });

  test('is read alike when an input method widens its figures', () => {
    assert.deepEqual(last(type(new WedgeReader(), '６９０１２３４', 10)), { kind: 'SCAN', code: '6901234' });
  });
});
