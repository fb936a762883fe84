import type { Outcome } from './station.ts';
import type { Signal } from './signals.ts';

/** What the big field of the scan page shows. Each tone has its colour, icon, word, sound and vibration. */
export type Tone = 'ok' | 'stored' | 'wrong' | 'many' | 'stop' | 'broken' | 'done';

export interface Scene {
  tone: Tone;
  outcome: Outcome;
}

const SIGNALS: Readonly<Record<Tone, Signal>> = {
  ok: 'ok', stored: 'ok', wrong: 'wrong', many: 'many', stop: 'wrong', broken: 'wrong', done: 'done',
};

export function signalOf(tone: Tone): Signal {
  return SIGNALS[tone];
}

/** `finished`: the scan brought the task, or the last parcel, to its end. */
export function sceneOf(outcome: Outcome, finished: boolean): Scene {
  return { tone: toneOf(outcome, finished), outcome };
}

function toneOf({ verdict, sure }: Outcome, finished: boolean): Tone {
  switch (verdict.result) {
    case 'ACCEPTED':
    case 'TASK_COMPLETE':
      if (finished) return 'done';
      return sure ? 'ok' : 'stored';
    case 'WRONG_ITEM':
    case 'UNKNOWN':
      return 'wrong';
    case 'TOO_MANY':
    case 'ALREADY_SCANNED':
      return 'many';
    case 'REFUSED':
      return 'stop';
  }
}
