import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** Reads barcodes out of camera frames beside the page, with the wasm that comes from this server. */

prepareZXingModule({ overrides: { locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasm : prefix + path) } });

self.addEventListener('message', (event: MessageEvent<ImageData>) => {
  void readBarcodes(event.data, {
    formats: ['EAN13', 'EAN8', 'UPCA', 'UPCE', 'Code128', 'Code39', 'ITF', 'QRCode', 'DataMatrix'],
    tryHarder: true,
    maxNumberOfSymbols: 1,
  })
    .then((found) => found.find((each) => each.isValid && each.text !== '')?.text ?? null)
    .catch(() => null)
    .then((text) => self.postMessage(text));
});
