import { expect, test } from 'vitest';
import { columnLayout, lanesOf } from '../../../../src/renderer/screens/board/board-lanes.ts';
import {
  cardPitch,
  contentHeight,
  gapTop,
  insertionAt,
  itemInLane,
  itemsInView,
  itemTop,
  lanePitch,
  listPadding,
} from '../../../../src/renderer/screens/board/card-geometry.ts';
import { columnsOf } from './columns.ts';

const plainLayout = (slots: Int32Array) => columnLayout(slots, null, new Set());
const plain = plainLayout(Int32Array.from({ length: 10 }, (_, slot) => slot));

test('the upper half of a card inserts before it, the lower half after it', () => {
  const at = (y: number): number => insertionAt(plain, null, listPadding + y).index;
  expect(at(0)).toBe(0);
  expect(at(cardPitch * 0.49)).toBe(0);
  expect(at(cardPitch * 0.51)).toBe(1);
  expect(at(cardPitch * 3.2)).toBe(3);
  expect(at(cardPitch * 7.2)).toBe(7);
});

test('above the list is the first place, below the last card is the last', () => {
  expect(insertionAt(plain, null, -5000)).toEqual({ index: 0, away: false });
  expect(insertionAt(plain, null, 99_999)).toEqual({ index: 10, away: false });
  expect(insertionAt(plainLayout(new Int32Array()), null, 150).index).toBe(0);
});

/** Two cards of Ana, none of Ben, three of nobody. */
const column = columnsOf({ Queued: [1, 2, 3, 4, 5], '': [6] });
const lanes = lanesOf(Object.values(column), (slot) => (slot === 6 ? 'Ben' : slot < 3 ? 'Ana' : ''));
const laned = columnLayout(column.Queued, lanes, new Set());
const shut = columnLayout(column.Queued, lanes, new Set(['Ana']));

test('headings and cards stand one below the other', () => {
  expect([0, 1, 2, 3, 4, 5].map((index) => itemTop(laned, index))).toEqual([
    0,
    lanePitch,
    lanePitch + cardPitch,
    lanePitch + 2 * cardPitch,
    2 * lanePitch + 2 * cardPitch,
    3 * lanePitch + 2 * cardPitch,
  ]);
  expect(contentHeight(laned)).toBe(3 * lanePitch + 5 * cardPitch + listPadding);
  expect(contentHeight(shut)).toBe(3 * lanePitch + 3 * cardPitch + listPadding);
  expect(itemTop(plain, 3)).toBe(listPadding + 3 * cardPitch);
});

test('what is in view is drawn, and a little around it', () => {
  const long = plainLayout(Int32Array.from({ length: 10_000 }, (_, slot) => slot));
  expect(itemsInView(long, { top: listPadding, height: 840, overscan: 0 })).toEqual({ first: 0, last: 11 });
  const middle = itemsInView(long, { top: listPadding + 5000 * cardPitch, height: 840, overscan: 5 });
  expect(middle).toEqual({ first: 4995, last: 5016 });
  expect(itemsInView(plainLayout(new Int32Array()), { top: 0, height: 840, overscan: 5 })).toMatchObject({
    last: -1,
  });
  expect(itemsInView(laned, { top: 0, height: 10, overscan: 0 })).toEqual({ first: 0, last: 1 });
  expect(itemsInView(laned, { top: lanePitch + 2 * cardPitch, height: 900, overscan: 0 })).toEqual({
    first: 3,
    last: 7,
  });
});

test('a card lands in its own lane; over another one in the nearest place of its own', () => {
  const last = { top: 3 * lanePitch + 2 * cardPitch };
  // Over its own lane, heading included.
  expect(insertionAt(laned, 0, 10)).toEqual({ index: 0, away: false });
  expect(insertionAt(laned, 0, lanePitch + cardPitch)).toEqual({ index: 1, away: false });
  // Ana's card over the lane of nobody; nobody's card over the lane of Ana.
  expect(insertionAt(laned, 0, last.top + cardPitch)).toEqual({ index: 2, away: true });
  expect(insertionAt(laned, 2, lanePitch)).toEqual({ index: 0, away: true });
  // Below the last lane there is no other one.
  expect(insertionAt(laned, 2, 99_999)).toEqual({ index: 3, away: false });
  expect(gapTop(laned, 0, 2)).toBe(lanePitch + 2 * cardPitch - 3);
  expect(gapTop(laned, 2, 0)).toBe(last.top - 3);
  expect(itemInLane(laned, 2, 1)).toBe(6);
  expect(itemInLane(plain, null, 4)).toBe(4);
});

test('in a lane without cards, or a collapsed one, there is one place', () => {
  expect(insertionAt(laned, 1, lanePitch * 2 + cardPitch * 2 + 10).index).toBe(0);
  expect(insertionAt(shut, 0, 10)).toEqual({ index: 0, away: false });
  expect(gapTop(shut, 0, 2)).toBe(lanePitch - 3);
});
