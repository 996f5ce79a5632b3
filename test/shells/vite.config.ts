import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Puts the host that crash tests start, and kill, into one file: Node is four times as soon with it. */
export default defineConfig({
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true },
  // A library that was written as CommonJS asks for it.
  define: { __filename: 'import.meta.filename' },
  build: {
    ssr: fileURLToPath(new URL('start-host-process.ts', import.meta.url)),
    outDir: fileURLToPath(new URL('../../out/host-process/', import.meta.url)),
    emptyOutDir: true,
    target: 'node24',
  },
});
