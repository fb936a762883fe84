import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { latinFont, ownHost, serviceWorker } from './build/shell.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const out = fileURLToPath(new URL('../../target/classes/META-INF/resources/h5', import.meta.url));

/** Hand terminals in warehouses run old browsers: colours and syntax are lowered for them. */
const BROWSERS = ['chrome90', 'safari15'];

export default defineConfig({
  root,
  base: './',
  plugins: [latinFont(), serviceWorker(out, root)],
  worker: { format: 'es', plugins: () => [ownHost()] },
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: BROWSERS,
    cssMinify: 'lightningcss',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
