import { describe, expect, test } from 'vitest';
import {
  followLens,
  lensAtHeading,
  priorityOfKey,
  stepLens,
  stepLensLane,
} from '../../../../src/renderer/screens/board/priority-lens-model.ts';

const columns = [Int32Array.of(10, 11, 12), Int32Array.of(), Int32Array.of(30), Int32Array.of(40, 41)];
const at = (column: number, index: number, slot: number | null) => ({ column, index, slot, heading: null });

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

describe('with lanes', () => {
  // Two lanes; the second one is closed in all columns but has cards: 12 of the first column is not shown.
  const laned = [Int32Array.of(~0, 10, 11, ~1), Int32Array.of(~0, ~1), Int32Array.of(~0, 30, ~1)];
  const onHeading = (column: number, lane: number, index: number) => ({
    column,
    index,
    slot: null,
    heading: lane,
  });

  test('it begins at a card, not at a heading', () => {
    expect(followLens(laned, null)).toEqual(at(0, 1, 10));
    expect(followLens([Int32Array.of(~0)], null)).toEqual(onHeading(0, 0, 0));
  });

  test('arrows go through headings, and sideways stay in the lane as far as it reaches', () => {
    expect(stepLens(laned, at(0, 1, 10), 'ArrowUp', 5)).toEqual(onHeading(0, 0, 0));
    expect(stepLens(laned, at(0, 2, 11), 'ArrowDown', 5)).toEqual(onHeading(0, 1, 3));
    expect(stepLens(laned, at(0, 2, 11), 'ArrowRight', 5)).toEqual(onHeading(1, 0, 0));
    expect(stepLens(laned, onHeading(1, 0, 0), 'ArrowRight', 5)).toEqual(onHeading(2, 0, 0));
    expect(stepLens(laned, at(2, 1, 30), 'ArrowLeft', 5)).toEqual(onHeading(1, 0, 0));
    expect(stepLens(laned, onHeading(0, 1, 3), 'ArrowRight', 5)).toEqual(onHeading(1, 1, 1));
    expect(stepLens(laned, at(2, 1, 30), 'ArrowRight', 5)).toEqual(at(2, 1, 30));
  });

  test('from heading to heading; where there is none it stays', () => {
    expect(stepLensLane(laned, at(0, 2, 11), 'up')).toEqual(onHeading(0, 0, 0));
    expect(stepLensLane(laned, at(0, 2, 11), 'down')).toEqual(onHeading(0, 1, 3));
    expect(stepLensLane(laned, onHeading(0, 1, 3), 'down')).toEqual(onHeading(0, 1, 3));
    expect(stepLensLane(columns, at(0, 2, 12), 'up')).toEqual(at(0, 2, 12));
  });

  test('the cursor follows its heading, and stays in place when lanes go', () => {
    const shut = [Int32Array.of(~0, ~1), Int32Array.of(~0, ~1), Int32Array.of(~0, ~1)];
    expect(followLens(shut, onHeading(0, 1, 3))).toEqual(onHeading(0, 1, 1));
    expect(lensAtHeading(laned, 2, 1)).toEqual(onHeading(2, 1, 2));
    expect(followLens(columns, onHeading(0, 1, 3))).toEqual(at(0, 2, 12));
  });
});

test('digits choose, 0 takes off, others mean nothing', () => {
  expect(['1', '2', '3', '0', '4', 'a'].map(priorityOfKey)).toEqual([1, 2, 3, null, undefined, undefined]);
});
