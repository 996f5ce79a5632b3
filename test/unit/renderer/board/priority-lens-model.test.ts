import { expect, test } from 'vitest';
import {
  followLens,
  priorityOfKey,
  stepLens,
} from '../../../../src/renderer/screens/board/priority-lens-model.ts';

const columns = [Int32Array.of(10, 11, 12), Int32Array.of(), Int32Array.of(30), Int32Array.of(40, 41)];
const at = (column: number, index: number, slot: number | null) => ({ column, index, slot });

test('arrows step within a column, and sideways over empty ones', () => {
  expect(stepLens(columns, at(0, 0, 10), 'ArrowDown', 5)).toEqual(at(0, 1, 11));
  expect(stepLens(columns, at(0, 2, 12), 'ArrowDown', 5)).toEqual(at(0, 2, 12));
  expect(stepLens(columns, at(0, 2, 12), 'ArrowRight', 5)).toEqual(at(2, 0, 30));
  expect(stepLens(columns, at(2, 0, 30), 'ArrowLeft', 5)).toEqual(at(0, 0, 10));
  expect(stepLens(columns, at(3, 1, 41), 'ArrowRight', 5)).toEqual(at(3, 1, 41));
  expect(stepLens(columns, at(0, 0, 10), 'End', 5)).toEqual(at(0, 2, 12));
  expect(stepLens(columns, at(0, 2, 12), 'PageUp', 2)).toEqual(at(0, 0, 10));
  expect(stepLens(columns, at(0, 0, 10), 'x', 5)).toBeUndefined();
});

test('the cursor follows its card; without it, it stays in place or goes where cards are', () => {
  expect(followLens(columns, at(0, 1, 41))).toEqual(at(3, 1, 41));
  expect(followLens(columns, at(0, 5, 99))).toEqual(at(0, 2, 12));
  expect(followLens(columns, at(1, 0, 99))).toEqual(at(0, 0, 10));
  const empty = columns.map(() => Int32Array.of());
  expect(followLens(empty, at(0, 0, 10))).toEqual(at(0, 0, null));
});

test('digits choose, 0 takes off, others mean nothing', () => {
  expect(['1', '2', '3', '0', '4', 'a'].map(priorityOfKey)).toEqual([1, 2, 3, null, undefined, undefined]);
});
