import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import subsetFont from 'subset-font';
import { build, type Plugin } from 'vite';

/** ASCII and the marks between words: Chinese comes from the device's own typeface. */
const LATIN = String.fromCharCode(...Array.from({ length: 0x7f - 0x20 }, (_, i) => 0x20 + i)) + '·×–—‘’“”…−';

/** The staff pages' typeface in the characters a scan page shows. */
export function latinFont(): Plugin {
  return {
    name: 'latin-font',
    apply: 'build',
    async generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.woff2')) continue;
        file.source = await subsetFont(Buffer.from(file.source), LATIN, { targetFormat: 'woff2', variationAxes: { wdth: 100, wght: { min: 400, max: 600 } }, keepFeatures: ['kern', 'tnum'] });
      }
    },
  };
}

/** zxing-wasm names a public host as the place of its wasm; the page gives its own and must not even know the other. */
export function ownHost(): Plugin {
  return {
    name: 'own-host',
    transform: (code, id) => (id.includes('zxing-wasm') ? code.replaceAll('https://fastly.jsdelivr.net/npm/', './') : undefined),
  };
}

/** Builds the service worker with the list of this build's files; its bytes change whenever one of them does. */
export function serviceWorker(out: string, root: string): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    async closeBundle() {
      const all = files(out).filter((file) => file !== 'sw.js');
      const hash = createHash('sha256');
      all.forEach((file) => hash.update(file).update(readFileSync(join(out, file))));
      const late = (file: string) => file.endsWith('.wasm') || file.includes('decoder');
      const list = { version: hash.digest('hex').slice(0, 12), files: ['./', ...all.filter((file) => !late(file) && file !== 'index.html')], later: all.filter(late) };
      await build({
        configFile: false, root, logLevel: 'error', publicDir: false,
        define: { __SHELL__: JSON.stringify(list) },
        build: { outDir: out, emptyOutDir: false, rollupOptions: { input: join(root, 'src/sw.ts'), output: { entryFileNames: 'sw.js', format: 'iife' } } },
      });
    },
  };
}

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
