import { expect, test } from 'vitest';
import type { ImportState } from '../../../../src/renderer/screens/exchange/import-wizard.ts';
import { largeImportUnderWay } from '../../../../src/renderer/screens/exchange/large-import.ts';

const applying = { done: 7, of: 100_001 };

/** Only what decides; the rest of a preview is of no matter here. */
const preview = (newAccounts: number, changedAccounts: number, fields: number, isApplying = true) =>
  ({
    step: 'preview',
    applying: isApplying ? applying : null,
    plan: { newAccounts, changedAccounts, newFields: Array.from({ length: fields }, String) },
  }) as unknown as ImportState;

test.each([
  ['100,000 changes are one transaction', preview(60_000, 40_000, 0), null],
  ['one more is behind the gate', preview(60_000, 40_001, 0), applying],
  ['a new field counts', preview(60_000, 40_000, 1), applying],
  ['a preview writes nothing yet', preview(200_000, 0, 0, false), null],
  ['no import', { step: 'file', error: null, reading: null } as const, null],
])('%s', (_, state, working) => {
  expect(largeImportUnderWay(state)).toBe(working);
});
