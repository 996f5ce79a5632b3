import { describe, expect, it } from 'vitest';
import { reportText, type ReportRow } from '../../run/report.ts';
import { sumTallies, tallySeeds, tallyText } from '../../run/tally.ts';
import { countPlaywright, countVitest } from '../../run/test-counts.ts';

describe('counting a vitest report', () => {
  const file = (status: string, ...tests: readonly (readonly [string, string])[]): unknown => ({
    name: 'a.test.ts',
    status,
    message: '',
    assertionResults: tests.map(([fullName, state]) => ({ fullName, status: state })),
  });
  const report = (testResults: unknown[], passed: number, failed: number): unknown => ({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults,
  });

  it('names what failed', () => {
    const counts = countVitest(report([file('failed', ['adds', 'passed'], ['divides', 'failed'])], 1, 1));
    expect(counts).toEqual({ passed: 1, failed: 1, skipped: 1, failures: ['divides'] });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const counts = countVitest(report([file('failed')], 0, 0));
    expect(counts.failed).toBe(1);
    expect(counts.failures).toEqual(['a.test.ts could not be run']);
  });
});

describe('counting a Playwright report', () => {
  it('counts what passed at the second try as passed, errors outside tests as failed, and finds nested titles', () => {
    const counts = countPlaywright({
      suites: [
        {
          title: 'board.spec.ts',
          specs: [{ title: 'opens', ok: true }],
          suites: [{ title: 'keyboard', specs: [{ title: 'moves', ok: false }] }],
        },
      ],
      errors: [{ message: 'no browser' }],
      stats: { expected: 4, unexpected: 1, flaky: 2, skipped: 3 },
    });
    expect(counts).toEqual({
      passed: 6,
      failed: 2,
      skipped: 3,
      failures: ['keyboard > moves', 'no browser'],
      cutOff: false,
    });
  });

  it('does not count the end of its time as a failure, but tells it', () => {
    const counts = countPlaywright({
      suites: [{ title: 'board.spec.ts', specs: [{ title: 'opens', ok: true }] }],
      errors: [
        { message: '\u001b[31mTimed out waiting 420s for the test suite to run\u001b[39m' },
        { message: '\u001b[31mTimed out waiting 420s for the teardown for test suite to run\u001b[39m' },
      ],
      stats: { expected: 1, unexpected: 0, flaky: 0, skipped: 30 },
    });
    expect(counts).toMatchObject({ passed: 1, failed: 0, failures: [], cutOff: true });
  });
});

describe('what is counted beside the tests', () => {
  const entries = [
    { what: 'kills', count: 4, seed: 7 },
    { what: 'restores', count: 1, seed: 7 },
    { what: 'kills', count: 1200, seed: 9 },
    { what: 'kills', count: 4, seed: 7 },
  ];

  it('adds up by kind, on top of what ran before', () => {
    expect(sumTallies(entries)).toEqual({ kills: 1208, restores: 1 });
    expect(sumTallies(entries, { kills: 2, attacks: 5 })).toEqual({ kills: 1210, attacks: 5, restores: 1 });
  });

  it('is told in words, each kind with its seeds', () => {
    expect(tallyText(sumTallies(entries))).toBe('1,208 kills, 1 restores');
    expect(tallyText({})).toBe('');
    expect(tallySeeds(entries)).toEqual(['  kills: seed 7, 9', '  restores: seed 7']);
  });
});

describe('the closing report', () => {
  const row = (part: string, more: Partial<ReportRow>): ReportRow => ({
    part,
    passed: 0,
    failed: 0,
    skipped: 0,
    ms: 0,
    ...more,
  });

  it('ends with one plain line that sums up, and says what was not run and why', () => {
    const lines = reportText([
      row('unit', { passed: 10, failed: 1, failures: ['adds'] }),
      row('store', { passed: 5 }),
      row('electron', { notRun: 'no binary' }),
    ]).split('\n');
    expect(lines.at(-1)).toBe('15 passed, 1 failed');
    expect(lines).toContain('NOT RUN electron: no binary');
    expect(lines).toContain('FAILED unit: adds');
    expect(lines.filter((line) => line.startsWith('electron'))).toEqual([]);
  });
});
