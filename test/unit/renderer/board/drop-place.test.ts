import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cardPitch,
  insertionIndexAt,
  listPadding,
} from '../../../../src/renderer/screens/board/card-geometry.ts';
import {
  freeCount,
  freeIndexOf,
  neighboursAt,
  shownIndexOf,
} from '../../../../src/renderer/screens/board/drop-place.ts';

test('the upper half of a card inserts before it, the lower half after it', () => {
  const top = 100;
  const at = (y: number, scrolled = 0): number => insertionIndexAt(top + listPadding + y, top, scrolled, 10);
  expect(at(0)).toBe(0);
  expect(at(cardPitch * 0.49)).toBe(0);
  expect(at(cardPitch * 0.51)).toBe(1);
  expect(at(cardPitch * 3.2)).toBe(3);
  expect(at(cardPitch * 3.2, cardPitch * 4)).toBe(7);
});

test('above the list is the first place, below the last card is the last', () => {
  expect(insertionIndexAt(-5000, 100, 0, 10)).toBe(0);
  expect(insertionIndexAt(99_999, 100, 0, 10)).toBe(10);
  expect(insertionIndexAt(150, 100, 0, 0)).toBe(0);
});

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
