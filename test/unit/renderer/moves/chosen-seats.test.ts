import { expect, test } from 'vitest';
import { chooseSeat, firstSeats } from '../../../../src/renderer/app/moves/chosen-seats.ts';
import { label } from '../../../../src/shared/rule-book/messages.ts';
import type { SeatOffer } from '../../../../src/shared/statuses/seat-swap.ts';

const offers = ['a', 'b', 'c'].map((id): SeatOffer => ({
  id,
  name: id,
  to: 'Queued',
  reason: label('swap.active'),
  daysIdle: 0,
}));
const ids = ({ ids: chosen }: { readonly ids: ReadonlySet<string> }): string[] => [...chosen].sort();

test('one seat: the best is chosen, and the choice follows the keys, up to the ends', () => {
  const first = firstSeats(offers, 1);
  expect(ids(first)).toEqual(['a']);
  const second = chooseSeat(first, 'ArrowDown', offers, false);
  expect([second.at, ids(second)]).toEqual([1, ['b']]);
  const last = chooseSeat(second, 'End', offers, false);
  expect(ids(chooseSeat(last, 'ArrowDown', offers, false))).toEqual(['c']);
  expect(chooseSeat(last, 'q', offers, false)).toBe(last);
});

test('several seats: the keys only walk, Space chooses and lets go', () => {
  const first = firstSeats(offers, 2);
  expect(ids(first)).toEqual(['a', 'b']);
  const walked = chooseSeat(first, 'End', offers, true);
  expect(ids(walked)).toEqual(['a', 'b']);
  expect(ids(chooseSeat(walked, ' ', offers, true))).toEqual(['a', 'b', 'c']);
  expect(ids(chooseSeat(first, ' ', offers, true))).toEqual(['b']);
});
