import { defineConfig } from 'vitest/config';

/** Unit, property and fuzz tests: plain Node, no browser. Browser suites run under Playwright. */
export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts', 'test/shells/**/*.test.ts'],
    setupFiles: ['test/run/vitest-setup.ts'],
    pool: 'threads',
    // The long run tries each property ten times as often.
    testTimeout: process.env['GROUNDWORK_LONG'] === '1' ? 600_000 : 30_000,
  },
});
