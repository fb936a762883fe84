import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

/** A short film of one barcode for Chromium's pretended camera: uncompressed, dark on light. */

const WIDTH = 640;
const HEIGHT = 480;
const LIGHT = 235;
const DARK = 16;

export async function film(text: string, format: 'Code128' | 'EAN13' | 'QRCode', file: string): Promise<void> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'));
  void prepareZXingModule({ overrides: { wasmBinary: wasm.buffer as ArrayBuffer } });
  const { symbol, error } = await writeBarcode(text, { format });
  if (!symbol) throw new Error(error);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luminance(symbol), Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), frame, frame, frame]));
}

function luminance(symbol: { width: number; height: number; data: Uint8ClampedArray }): Buffer {
  const plane = Buffer.alloc(WIDTH * HEIGHT, LIGHT);
  const module = Math.floor((Math.min(WIDTH, symbol.width > symbol.height ? WIDTH : HEIGHT) * 0.92) / symbol.width);
  const left = (WIDTH - symbol.width * module) >> 1;
  const top = (HEIGHT - symbol.height * module) >> 1;
  for (let y = 0; y < symbol.height * module; y++) {
    for (let x = 0; x < symbol.width * module; x++) {
      const dark = symbol.data[Math.floor(y / module) * symbol.width + Math.floor(x / module)] === 0;
      if (dark) plane[(top + y) * WIDTH + left + x] = DARK;
    }
  }
  return plane;
}
