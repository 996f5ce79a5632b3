import { expect, it } from 'vitest';
import { isFiltering, withList } from '../../../../src/renderer/app/filter-state.ts';

it('counts as filtering only when something is narrowed', () => {
  expect(isFiltering({})).toBe(false);
  expect(isFiltering({ text: '  ' })).toBe(false);
  expect(isFiltering({ owners: [] })).toBe(false);
  expect(isFiltering({ owners: [''] })).toBe(true);
  expect(isFiltering({ onlyWithFindings: true })).toBe(true);
});

it('sets a list and leaves out an empty one', () => {
  const filter = withList({ text: 'a' }, 'segments', ['Large', null]);
  expect(filter).toEqual({ text: 'a', segments: ['Large', null] });
  expect(withList(filter, 'segments', [])).toEqual({ text: 'a' });
});
