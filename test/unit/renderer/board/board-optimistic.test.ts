import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statuses } from '../../../../src/shared/accounts/account.ts';
import { changesNothing, withPending } from '../../../../src/renderer/screens/board/board-optimistic.ts';
import { columnsOf } from './columns.ts';

const board = columnsOf({ '': [1, 2, 3], Queued: [4, 5, 6], 'Actively Working': [7] });
const nowhere = { after: null, before: null };

test('cards land between their neighbours, in the order given', () => {
  const after = withPending(board, [{ slots: [1, 3], to: 'Queued', place: { after: 4, before: 5 } }]);
  expect([...after['']]).toEqual([2]);
  expect([...after.Queued]).toEqual([4, 1, 3, 5, 6]);
  expect(after['Actively Working']).toBe(board['Actively Working']);
});

test('a move within a column reorders it', () => {
  const after = withPending(board, [{ slots: [1], to: '', place: { after: 3, before: null } }]);
  expect([...after['']]).toEqual([2, 3, 1]);
});

test('top, bottom, and a neighbour that is gone', () => {
  const queued = (place: { after: number | null; before: number | null }): number[] => [
    ...withPending(board, [{ slots: [1], to: 'Queued', place }]).Queued,
  ];
  expect(queued({ after: null, before: 4 })).toEqual([1, 4, 5, 6]);
  expect(queued({ after: 6, before: null })).toEqual([4, 5, 6, 1]);
  expect(queued({ after: 99, before: 6 })).toEqual([4, 5, 1, 6]);
  expect(queued({ after: null, before: 99 })).toEqual([1, 4, 5, 6]);
  expect(queued({ after: 99, before: null })).toEqual([4, 5, 6, 1]);
  expect([...withPending(board, [{ slots: [1], to: 'Restricted', place: nowhere }]).Restricted]).toEqual([1]);
});

test('once the view has the move, applying it again changes nothing', () => {
  const slots = [...Array(12).keys()];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...statuses), { minLength: 12, maxLength: 12 }),
      fc.subarray(slots, { minLength: 1 }),
      fc.constantFrom(...statuses),
      fc.nat(12),
      (homes, moved, to, at) => {
        const given = columnsOf(
          Object.fromEntries(
            statuses.map((status) => [status, slots.filter((slot) => homes[slot] === status)]),
          ),
        );
        const staying = [...given[to]].filter((slot) => !moved.includes(slot));
        const place = { after: staying[at - 1] ?? null, before: staying[at] ?? null };
        const move = { slots: moved, to, place };
        const once = withPending(given, [move]);
        expect(changesNothing(once, move)).toBe(true);
        expect(statuses.flatMap((status) => [...once[status]]).sort((a, b) => a - b)).toEqual(slots);
      },
    ),
  );
});

test('a card that the filter hides does not come back as a ghost', () => {
  const after = withPending(board, [{ slots: [1, 77], to: 'Queued', place: { after: 4, before: 5 } }]);
  expect([...after.Queued]).toEqual([4, 1, 5, 6]);
});

test('a drop where the card was is no move', () => {
  expect(changesNothing(board, { slots: [5], to: 'Queued', place: { after: 4, before: 6 } })).toBe(true);
  expect(changesNothing(board, { slots: [5], to: 'Queued', place: { after: null, before: 4 } })).toBe(false);
  expect(changesNothing(board, { slots: [5], to: '', place: { after: 1, before: 2 } })).toBe(false);
});
