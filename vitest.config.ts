import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests of code without globals, hosts or databases: files may share what was loaded. */
const pure = ['shared', 'oracle', 'exchange', 'builders', 'bench', 'run', 'renderer/!(store|workers)'].map(
  (folder) => `test/unit/${folder}/**/*.test.ts`,
);

/**
 * Unit, property and fuzz tests, and the check of the packed app: plain Node, no browser. Browser suites run
 * under Playwright.
 */
export default defineConfig({
  test: {
    setupFiles: ['test/run/vitest-setup.ts'],
    pool: 'threads',
    // One per core: by itself Vitest leaves one core idle, half of a small machine.
    maxWorkers: availableParallelism(),
    // The long run tries each property ten times as often.
    testTimeout: process.env['GROUNDWORK_LONG'] === '1' ? 600_000 : 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/shells/**/*.test.ts'],
          exclude: pure,
        },
      },
      // Loading the domain anew for each file would cost as much as its tests.
      { extends: true, test: { name: 'unit-pure', include: pure, isolate: false } },
      // Packs what `npm run build` made.
      { extends: true, test: { name: 'packaging', include: ['test/packaging/**/*.test.ts'] } },
    ],
  },
});
