import { expect, it } from 'vitest';
import {
  nothingSelected,
  selectAll,
  selectedShare,
  selectRange,
  toggleRow,
} from '../../../../src/renderer/screens/accounts/selection.ts';

const order = Int32Array.from([7, 3, 9, 1, 5]);
const chosen = (selection: { readonly slots: ReadonlySet<number> }): number[] => [...selection.slots].sort();

it('adds and takes away a row, and starts the next range there', () => {
  const one = toggleRow(nothingSelected, 9, 2);
  expect(chosen(one)).toEqual([9]);
  expect(one.anchor).toBe(2);
  expect(chosen(toggleRow(one, 9, 2))).toEqual([]);
});

it('selects from the anchor both ways, in the order of the list', () => {
  const anchored = toggleRow(nothingSelected, 9, 2);
  expect(chosen(selectRange(anchored, order, 2, 4))).toEqual([1, 5, 9]);
  expect(chosen(selectRange(anchored, order, 2, 0))).toEqual([3, 7, 9]);
});

it('shrinks a range when the cursor comes back', () => {
  const wide = selectRange(toggleRow(nothingSelected, 7, 0), order, 0, 3);
  expect(chosen(selectRange(wide, order, 3, 1))).toEqual([3, 7]);
});

it('starts a range at the cursor when nothing is anchored, the header counting as the first row', () => {
  expect(chosen(selectRange(nothingSelected, order, -1, 1))).toEqual([3, 7]);
});

it('tells all from some from none', () => {
  expect(selectedShare(nothingSelected, order)).toBe('none');
  expect(selectedShare(toggleRow(nothingSelected, 9, 2), order)).toBe('some');
  expect(selectedShare(selectAll(order), order)).toBe('all');
  expect(selectedShare(toggleRow(nothingSelected, 4, 0), order)).toBe('none');
});
