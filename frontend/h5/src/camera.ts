/** The camera as a scanner: a running picture, read a few times a second until it is closed. */

/** A code counts again only after it has been out of the picture this long, so that a still hand counts once. */
const GONE = 700;
const EVERY = 120;

export type CameraTrouble = 'INSECURE' | 'REFUSED' | 'NONE';

type Read = (video: HTMLVideoElement) => Promise<string | null>;

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}

export class Camera {
  private stream: MediaStream | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private worker: Worker | null = null;
  private held: { code: string; seen: number } | null = null;

  /** Fills the video with the rear camera and calls back once for every code that comes into view. */
  async open(video: HTMLVideoElement, onCode: (code: string) => void): Promise<CameraTrouble | null> {
    if (!navigator.mediaDevices?.getUserMedia) return 'INSECURE';
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } }, audio: false,
      });
    } catch (failure) {
      return (failure as DOMException).name === 'NotAllowedError' ? 'REFUSED' : 'NONE';
    }
    video.srcObject = this.stream;
    await video.play().catch(() => undefined);
    const read = await this.reader();
    void this.loop(video, read, onCode);
    return null;
  }

  close(): void {
    clearTimeout(this.timer);
    this.stream?.getTracks().forEach((track) => track.stop());
    this.stream = null;
    this.worker?.terminate();
    this.worker = null;
  }

  get hasTorch(): boolean {
    const capabilities = this.track?.getCapabilities?.() as { torch?: boolean } | undefined;
    return capabilities?.torch === true;
  }

  async torch(on: boolean): Promise<void> {
    await this.track?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] }).catch(() => undefined);
  }

  private get track(): MediaStreamTrack | undefined {
    return this.stream?.getVideoTracks()[0];
  }

  private async loop(video: HTMLVideoElement, read: Read, onCode: (code: string) => void): Promise<void> {
    if (!this.stream) return;
    const code = video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA ? await read(video).catch(() => null) : null;
    if (!this.stream) return;
    if (code && this.isNew(code)) onCode(code);
    this.timer = setTimeout(() => void this.loop(video, read, onCode), EVERY);
  }

  private isNew(code: string): boolean {
    const now = performance.now();
    const fresh = !this.held || this.held.code !== code || now - this.held.seen > GONE;
    this.held = { code, seen: now };
    return fresh;
  }

  private async reader(): Promise<Read> {
    return (await nativeReader()) ?? this.wasmReader();
  }

  private wasmReader(): Read {
    const worker = new Worker(new URL('./decoder.worker.ts', import.meta.url), { type: 'module' });
    this.worker = worker;
    const canvas = document.createElement('canvas');
    const pen = canvas.getContext('2d', { willReadFrequently: true })!;
    return (video) => {
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      pen.drawImage(video, 0, 0);
      const frame = pen.getImageData(0, 0, canvas.width, canvas.height);
      return new Promise((resolve) => {
        worker.onmessage = (event: MessageEvent<string | null>) => resolve(event.data);
        worker.onerror = () => resolve(null);
        worker.postMessage(frame, [frame.data.buffer]);
      });
    };
  }
}

/** The browser's own reader where there is one: faster, and good enough only when it knows the codes of a warehouse. */
async function nativeReader(): Promise<Read | null> {
  const native = (globalThis as { BarcodeDetector?: { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> } })
    .BarcodeDetector;
  if (!native) return null;
  const known = await native.getSupportedFormats().catch(() => [] as string[]);
  if (!['ean_13', 'code_128', 'qr_code'].every((format) => known.includes(format))) return null;
  const detector = new native({ formats: known.filter((format) => format !== 'unknown') });
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
}
