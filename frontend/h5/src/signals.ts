/** What a scan sounds and feels like. A sound is a row of tones: pitch in Hz, length and pause in milliseconds. */

export type Signal = 'ok' | 'wrong' | 'many' | 'done';

interface Tone {
  pitch: number;
  length: number;
  pause: number;
  shape: OscillatorType;
}

const SOUNDS: Readonly<Record<Signal, readonly Tone[]>> = {
  ok: [{ pitch: 1760, length: 90, pause: 0, shape: 'sine' }],
  wrong: [
    { pitch: 233, length: 170, pause: 90, shape: 'square' },
    { pitch: 233, length: 170, pause: 0, shape: 'square' },
  ],
  many: [{ pitch: 311, length: 650, pause: 0, shape: 'square' }],
  done: [
    { pitch: 1047, length: 90, pause: 30, shape: 'sine' },
    { pitch: 1319, length: 90, pause: 30, shape: 'sine' },
    { pitch: 1760, length: 180, pause: 0, shape: 'sine' },
  ],
};

const VIBRATIONS: Readonly<Record<Signal, number[]>> = { ok: [60], wrong: [130, 90, 130], many: [600], done: [60, 60, 160] };

export class Signals {
  muted = false;
  private audio: AudioContext | null = null;

  /** Browsers let a page sound only after the first touch or key. */
  wake(): void {
    this.audio ??= typeof AudioContext === 'undefined' ? null : new AudioContext();
    if (this.audio?.state === 'suspended') void this.audio.resume();
  }

  give(signal: Signal): void {
    navigator.vibrate?.(VIBRATIONS[signal]);
    if (!this.muted) this.sound(SOUNDS[signal]);
  }

  private sound(tones: readonly Tone[]): void {
    this.wake();
    const audio = this.audio;
    if (!audio) return;
    let at = audio.currentTime;
    for (const tone of tones) {
      beep(audio, tone, at);
      at += (tone.length + tone.pause) / 1000;
    }
  }
}

function beep(audio: AudioContext, tone: Tone, at: number): void {
  const end = at + tone.length / 1000;
  const loudness = audio.createGain();
  loudness.gain.setValueAtTime(0.0001, at);
  loudness.gain.exponentialRampToValueAtTime(tone.shape === 'sine' ? 0.5 : 0.25, at + 0.008);
  loudness.gain.setValueAtTime(tone.shape === 'sine' ? 0.5 : 0.25, end - 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, end);
  const voice = audio.createOscillator();
  voice.type = tone.shape;
  voice.frequency.value = tone.pitch;
  voice.connect(loudness).connect(audio.destination);
  voice.start(at);
  voice.stop(end);
}
