import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds the floors like the app's own page: minified modules, a worker of its own. */
export default defineConfig({
  root: at('.'),
  base: './',
  logLevel: 'warn',
  worker: { format: 'es' },
  build: {
    outDir: at('../../../out/bench-floors/'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        blank: at('blank.html'),
        board: at('board.html'),
        rows: at('rows.html'),
        store: at('store.html'),
      },
    },
  },
});
