import { expect, test } from 'vitest';
import { withPending } from '../../../../src/renderer/screens/board/board-optimistic.ts';
import { nudge, type Nudge } from '../../../../src/renderer/screens/board/nudge.ts';
import { columnsOf } from './columns.ts';

const board = columnsOf({ Queued: [1, 2, 3, 4, 5], '': [9] });

function after(slot: number, way: Nudge, slots: readonly number[] = [slot]): number[] | undefined {
  const move = nudge(board, slot, slots, way);
  return move === undefined ? undefined : [...withPending(board, [move]).Queued];
}

test('one card goes one up or down, to the top or the bottom', () => {
  expect(after(3, 'up')).toEqual([1, 3, 2, 4, 5]);
  expect(after(3, 'down')).toEqual([1, 2, 4, 3, 5]);
  expect(after(3, 'top')).toEqual([3, 1, 2, 4, 5]);
  expect(after(3, 'bottom')).toEqual([1, 2, 4, 5, 3]);
});

test('at an end there is no way on', () => {
  expect(after(1, 'up')).toBeUndefined();
  expect(after(1, 'top')).toBeUndefined();
  expect(after(5, 'down')).toBeUndefined();
  expect(after(5, 'bottom')).toBeUndefined();
  expect(nudge(columnsOf({}), 1, [1], 'up')).toBeUndefined();
});

test('several go together', () => {
  expect(after(2, 'up', [2, 4])).toEqual([2, 4, 1, 3, 5]);
  expect(after(2, 'down', [2, 3])).toEqual([1, 4, 2, 3, 5]);
  expect(after(2, 'bottom', [2, 4])).toEqual([1, 3, 5, 2, 4]);
});

test('cards of another column come along', () => {
  expect(after(2, 'top', [2, 9])).toEqual([2, 9, 1, 3, 4, 5]);
});
