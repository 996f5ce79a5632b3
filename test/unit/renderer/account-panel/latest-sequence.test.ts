import { expect, it } from 'vitest';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { latestSequence } from '../../../../src/renderer/screens/account-panel/latest-sequence.ts';

const on = (day: string) => day as IsoDate;

it('PR-7: the sequence that was started last counts, ended ones do not', () => {
  expect(
    latestSequence([
      { sequencedOn: on('2026-03-02') },
      { sequencedOn: on('2026-03-09'), endedOn: on('2026-03-10') },
      { sequencedOn: on('2026-02-20') },
      {},
    ]),
  ).toBe('2026-03-02');
  expect(latestSequence([{ sequencedOn: on('2026-03-09'), endedOn: on('2026-03-10') }])).toBeUndefined();
});
