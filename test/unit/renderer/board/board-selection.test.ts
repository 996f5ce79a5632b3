import { expect, test } from 'vitest';
import {
  carriedWith,
  keepShown,
  noSelection,
  selectColumn,
  selectOnly,
  selectRange,
  toggleSelected,
} from '../../../../src/renderer/screens/board/board-selection.ts';
import { inBoardOrder } from '../../../../src/renderer/screens/board/board-columns.ts';
import { columnsOf } from './columns.ts';

const board = columnsOf({ '': [1, 2, 3, 4], Queued: [5, 6] });

test('a click selects one card, without making a selection of it', () => {
  expect(selectOnly(2)).toEqual({ slots: new Set([2]), anchor: 2, deliberate: false });
});

test('toggling adds to what a click selected, and takes away', () => {
  const two = toggleSelected(selectOnly(1), 5);
  expect([...two.slots]).toEqual([1, 5]);
  expect(two.deliberate).toBe(true);
  expect([...toggleSelected(two, 1).slots]).toEqual([5]);
  expect(toggleSelected(toggleSelected(noSelection, 1), 1)).toBe(noSelection);
});

test('a range runs from the anchor, in either direction, and can shrink again', () => {
  const down = selectRange(board, selectOnly(2), 4);
  expect([...down.slots]).toEqual([2, 3, 4]);
  expect([...selectRange(board, down, 3).slots]).toEqual([2, 3]);
  expect([...selectRange(board, down, 1).slots]).toEqual([1, 2]);
});

test('a range across columns starts anew', () => {
  expect(selectRange(board, selectOnly(2), 6)).toEqual({ slots: new Set([6]), anchor: 6, deliberate: true });
});

test('cards that are no longer shown are no longer selected', () => {
  const all = selectColumn(board['']);
  expect([...all.slots]).toEqual([1, 2, 3, 4]);
  expect([...keepShown(columnsOf({ '': [2], Queued: [4, 9] }), all).slots]).toEqual([2, 4]);
  expect(keepShown(board, all)).toBe(all);
  expect(keepShown(columnsOf({ Queued: [9] }), all)).toBe(noSelection);
});

test('a carried card takes the selection along only when it is part of it', () => {
  const pair = toggleSelected(selectOnly(6), 2);
  expect(inBoardOrder(board, carriedWith(pair, 6))).toEqual([2, 6]);
  expect(inBoardOrder(board, carriedWith(pair, 3))).toEqual([3]);
});
