import { expect, test } from 'vitest';
import {
  carryReducer,
  landingOf,
  positionOf,
  shownTarget,
  type Carry,
} from '../../../../src/renderer/screens/board/board-carry.ts';
import type { Step } from '../../../../src/renderer/screens/board/board-steps.ts';
import { columnsOf } from './columns.ts';

const board = columnsOf({ Queued: [1, 2, 3, 4], 'Actively Working': [5, 6, 7] });

function pickUp(grabbed: number, slots: readonly number[] = [grabbed]): Carry {
  const carry = carryReducer(null, { kind: 'pickUp', grabbed, slots, columns: board });
  if (carry === null) throw new Error('nothing was picked up');
  return carry;
}

function step(carry: Carry, ...steps: readonly Step[]): Carry {
  return steps.reduce((at, one) => {
    const next = carryReducer(at, { kind: 'step', step: one, page: 2, columns: board });
    if (next === null) throw new Error('the card was put down');
    return next;
  }, carry);
}

test('is picked up at its own place', () => {
  const carry = pickUp(3);
  expect(carry.target).toMatchObject({ column: 'Queued', index: 2 });
  expect(positionOf(board, carry)).toEqual({ position: 3, of: 4 });
  expect(landingOf(board, carry)).toEqual({ slots: [3], to: 'Queued', place: { after: 2, before: 4 } });
});

test('every step is a place where it would really land', () => {
  const down = step(pickUp(2), 'down');
  expect(landingOf(board, down).place).toEqual({ after: 3, before: 4 });
  expect(landingOf(board, step(down, 'down')).place).toEqual({ after: 4, before: null });
  expect(step(down, 'down', 'down').target).toMatchObject({ index: 3 });
  expect(landingOf(board, step(pickUp(2), 'up')).place).toEqual({ after: null, before: 1 });
});

test('into another column, at its end too', () => {
  const over = step(pickUp(4), 'right');
  expect(over.target).toMatchObject({ column: 'Actively Working', index: 3 });
  expect(positionOf(board, over)).toEqual({ position: 4, of: 4 });
  expect(landingOf(board, over)).toEqual({
    slots: [4],
    to: 'Actively Working',
    place: { after: 7, before: null },
  });
  expect(shownTarget(board, step(over, 'home'))).toBe(0);
});

test('into an empty column', () => {
  const empty = step(pickUp(1), 'right', 'right');
  expect(positionOf(board, empty)).toEqual({ position: 1, of: 1 });
  expect(landingOf(board, empty)).toEqual({
    slots: [1],
    to: 'Worked in FY',
    place: { after: null, before: null },
  });
});

test('several at once skip each other', () => {
  const pair = pickUp(2, [2, 3]);
  expect(pair.target.index).toBe(1);
  expect(positionOf(board, pair)).toEqual({ position: 2, of: 4 });
  expect(landingOf(board, step(pair, 'down')).place).toEqual({ after: 4, before: null });
  expect(shownTarget(board, pair)).toBe(3);
});

test('when the board changes under it, the target stays in the column', () => {
  const end = step(pickUp(1), 'right', 'end');
  const smaller = columnsOf({ Queued: [1], 'Actively Working': [5] });
  expect(carryReducer(end, { kind: 'boardChanged', columns: smaller })?.target.index).toBe(1);
  expect(carryReducer(end, { kind: 'boardChanged', columns: columnsOf({ Queued: [2] }) })).toBeNull();
  expect(carryReducer(end, { kind: 'boardChanged', columns: board })).toBe(end);
});

test('released, nothing is carried; a card that is not shown cannot be picked up', () => {
  expect(carryReducer(pickUp(1), { kind: 'release' })).toBeNull();
  expect(carryReducer(null, { kind: 'pickUp', grabbed: 99, slots: [99], columns: board })).toBeNull();
  expect(carryReducer(null, { kind: 'step', step: 'up', page: 2, columns: board })).toBeNull();
});
