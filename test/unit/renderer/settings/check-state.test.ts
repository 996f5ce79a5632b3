import { expect, test } from 'vitest';
import type { Instant } from '../../../../src/shared/clock.ts';
import type { IntegrityReport } from '../../../../src/renderer/store/integrity/integrity-report.ts';
import { createCheck } from '../../../../src/renderer/screens/settings/data/check-state.ts';

const report: IntegrityReport = {
  checkedAt: '2026-03-16T09:00:00Z' as Instant,
  rows: 1,
  changeSets: 1,
  findings: [],
};

test('runs once at a time and keeps its report', async () => {
  let runs = 0;
  let finish: (found: IntegrityReport) => void = () => undefined;
  const check = createCheck(() => {
    runs += 1;
    return new Promise((resolve) => (finish = resolve));
  });
  const told: string[] = [];
  const stop = check.subscribe(() => told.push(check.get().kind));
  check.start();
  check.start();
  expect([runs, check.get().kind]).toEqual([1, 'running']);
  finish(report);
  await expect.poll(() => check.get()).toEqual({ kind: 'done', report });
  check.start();
  expect(runs).toBe(2);
  stop();
  finish(report);
  await expect.poll(() => check.get().kind).toBe('done');
  expect(told).toEqual(['running', 'done', 'running']);
});

test('a check that breaks says why and can be begun again', async () => {
  let runs = 0;
  const check = createCheck(() => {
    runs += 1;
    return runs === 1 ? Promise.reject(new Error('The store was closed.')) : Promise.resolve(report);
  });
  check.start();
  await expect.poll(() => check.get()).toEqual({ kind: 'failed', message: 'The store was closed.' });
  check.start();
  await expect.poll(() => check.get().kind).toBe('done');
});
