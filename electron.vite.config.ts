import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

/** Puts src/renderer/early.ts first in the page, as a script that waits for no other. */
const earlyFirst: Plugin = {
  name: 'early-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) => {
      const early = Object.values(bundle ?? {}).find(
        (part) => part.type === 'chunk' && part.name === 'early',
      );
      if (early === undefined) throw new Error('The build has no chunk "early".');
      return [
        {
          tag: 'script',
          attrs: { type: 'module', async: true, crossorigin: true, src: `./${early.fileName}` },
          injectTo: 'head-prepend',
        },
      ];
    },
  },
};

const zodWithoutEval = fileURLToPath(new URL('./src/renderer/zod-without-eval.ts', import.meta.url));

/**
 * Three bundles, one per runtime. The renderer is the same for both shells: Electron serves it over its
 * own scheme, the loopback shell over 127.0.0.1.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // The packed app holds no node_modules: what main needs is in the bundle.
      externalizeDeps: false,
      rolldownOptions: { input: { main: 'electron/main.ts' } },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      // A sandboxed preload script must be CommonJS.
      rolldownOptions: {
        input: { preload: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    base: './',
    plugins: [react(), earlyFirst],
    worker: { format: 'es' },
    resolve: { alias: [{ find: /^zod$/, replacement: zodWithoutEval }] },
    build: {
      outDir: 'out/renderer',
      rolldownOptions: { input: { index: 'src/renderer/index.html', early: 'src/renderer/early.ts' } },
      // Strict CSP: nothing may be inlined as a data: script or style.
      assetsInlineLimit: 0,
      minify: true,
      modulePreload: { polyfill: false },
    },
  },
});
