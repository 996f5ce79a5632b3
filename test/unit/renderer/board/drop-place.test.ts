import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  freeCount,
  freeIndexOf,
  neighboursAt,
  shownIndexOf,
} from '../../../../src/renderer/screens/board/drop-place.ts';

const column = Int32Array.from([10, 11, 12, 13, 14]);

test('neighbours are the cards that stay', () => {
  expect(neighboursAt(column, new Set([99]), 0)).toEqual({ after: null, before: 10 });
  expect(neighboursAt(column, new Set([99]), 2)).toEqual({ after: 11, before: 12 });
  expect(neighboursAt(column, new Set([99]), 5)).toEqual({ after: 14, before: null });
  expect(neighboursAt(column, new Set([11, 12]), 2)).toEqual({ after: 10, before: 13 });
  expect(neighboursAt(column, new Set([10, 14]), 5)).toEqual({ after: 13, before: null });
  expect(neighboursAt(column, new Set(column), 3)).toEqual({ after: null, before: null });
});

test('free and shown places are inverse, whatever is being moved', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(50), { maxLength: 30 }),
      fc.infiniteStream(fc.boolean()),
      (cards, coin) => {
        const slots = Int32Array.from(cards);
        const moved = new Set(cards.filter(() => coin.next().value));
        const free = freeCount(slots, moved);
        expect(free).toBe(cards.length - moved.size);
        for (let index = 0; index <= free; index += 1) {
          const shown = shownIndexOf(slots, moved, index);
          expect(freeIndexOf(slots, moved, shown)).toBe(index);
        }
      },
    ),
  );
});
