import type { Prospect } from '../../../shared/accounts/prospect.ts';
import type { IsoDate } from '../../../shared/clock.ts';

/** The day on which the latest sequence that still runs was started; `undefined` = none runs (PR-7). */
export function latestSequence(
  prospects: readonly Pick<Prospect, 'sequencedOn' | 'endedOn'>[],
): IsoDate | undefined {
  const running = prospects.flatMap(({ sequencedOn, endedOn }) =>
    sequencedOn === undefined || endedOn !== undefined ? [] : [sequencedOn],
  );
  return running.sort().at(-1);
}
