import { expect, test } from 'vitest';
import {
  cursorAt,
  firstCursor,
  followCursor,
  stepCursor,
} from '../../../../src/renderer/screens/board/board-cursor.ts';
import type { Step } from '../../../../src/renderer/screens/board/board-steps.ts';
import { columnsOf } from './columns.ts';

const board = columnsOf({ Queued: [1, 2, 3, 4, 5, 6, 7, 8], 'Actively Working': [9, 10], Restricted: [11] });
const walk = (steps: readonly Step[], slot = 1): ReturnType<typeof firstCursor> =>
  steps.reduce(
    (cursor, step) => stepCursor(board, cursor, step, 3),
    cursorAt(board, slot, firstCursor(board)),
  );

test('starts at the first card there is', () => {
  expect(firstCursor(board)).toMatchObject({ column: 'Queued', index: 0, slot: 1 });
  expect(firstCursor(columnsOf({}))).toMatchObject({ column: '', index: 0, slot: null });
});

test('steps stop at the ends of a column and of the board', () => {
  expect(walk(['up']).slot).toBe(1);
  expect(walk(['down', 'down']).slot).toBe(3);
  expect(walk(['pageDown', 'pageDown', 'pageDown']).slot).toBe(8);
  expect(walk(['end', 'pageUp']).slot).toBe(5);
  expect(walk(['end', 'home']).slot).toBe(1);
  expect(walk(['right'], 11).slot).toBe(11);
});

test('sideways steps keep the index where the column is long enough', () => {
  expect(walk(['right'], 6)).toMatchObject({ column: 'Actively Working', index: 1, slot: 10 });
  expect(walk(['right', 'left'], 6)).toMatchObject({ column: 'Queued', index: 5, slot: 6 });
});

test('an empty column can be reached, and left again', () => {
  const empty = walk(['left']);
  expect(empty).toMatchObject({ column: '', index: 0, slot: null });
  expect(stepCursor(board, empty, 'right', 3).slot).toBe(1);
  expect(stepCursor(board, empty, 'down', 3)).toMatchObject({ column: '', index: 0, slot: null });
});

test('follows its card; stays near the place when the card is gone', () => {
  const at3 = walk(['down', 'down']);
  const moved = columnsOf({ Queued: [1, 2, 4], 'Actively Working': [9, 3, 10] });
  expect(followCursor(moved, at3)).toMatchObject({ column: 'Actively Working', index: 1, slot: 3 });
  expect(followCursor(columnsOf({ Queued: [1, 2] }), at3)).toMatchObject({
    column: 'Queued',
    index: 1,
    slot: 2,
  });
  expect(followCursor(columnsOf({}), at3)).toMatchObject({ column: 'Queued', index: 0, slot: null });
  expect(followCursor(board, at3)).toBe(at3);
});

test('getting focus at its own card forgets no wish; another card begins anew', () => {
  const stepped = walk(['right'], 6);
  expect(cursorAt(board, 10, stepped)).toBe(stepped);
  expect(stepCursor(board, cursorAt(board, 10, stepped), 'left', 3).slot).toBe(6);
  expect(stepCursor(board, cursorAt(board, 9, stepped), 'left', 3).slot).toBe(1);
});
