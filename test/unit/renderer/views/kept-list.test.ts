import { beforeEach, expect, it, vi } from 'vitest';
import { keepList, keptList, type ListState } from '../../../../src/renderer/app/views/kept-list.ts';

const state: ListState = {
  chosen: 'past-due',
  settings: {
    text: 'harbour',
    conditions: [{ field: 'rule.late', kind: 'is', values: ['yes'] }],
    columns: ['name', 'dbQs'],
    sort: { field: 'dbQs', descending: true },
    groupBy: 'owner',
  },
};

const stored = new Map<string, string>();
beforeEach(() => {
  stored.clear();
  vi.stubGlobal('window', {
    localStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, text: string) => stored.set(key, text),
    },
  });
  return () => vi.unstubAllGlobals();
});

it('gives back a view with its unsaved changes, by workspace and list', () => {
  expect(keptList('one', 'accounts')).toBeUndefined();
  keepList('one', 'accounts', state);
  expect(keptList('one', 'accounts')).toEqual(state);
  expect(keptList('one', 'people')).toBeUndefined();
  expect(keptList('two', 'accounts')).toBeUndefined();
  const { groupBy: _, ...ungrouped } = state.settings;
  keepList('one', 'accounts', { chosen: null, settings: ungrouped });
  expect(keptList('one', 'accounts')).toEqual({ chosen: null, settings: ungrouped });
});

it('gives back how the board was shown', () => {
  const board = {
    lens: 'priority' as const,
    lanes: 'territory' as const,
    closed: { owner: [''], territory: ['EMEA'] },
  };
  const onBoard: ListState = { chosen: null, settings: { ...state.settings, board } };
  keepList('one', 'accounts', onBoard);
  expect(keptList('one', 'accounts')).toEqual(onBoard);
});

it.each([
  ['no JSON', () => '{'],
  ['another shape', () => '{"chosen":null}'],
  ['a list without columns', (text: string) => text.replace('["name","dbQs"]', '[]')],
  ['the view of another list', (text: string) => text.replace('"list":"accounts"', '"list":"people"')],
])('begins anew where %s is stored', (_what, damaged) => {
  keepList('one', 'accounts', state);
  for (const [key, text] of stored) stored.set(key, damaged(text));
  expect(keptList('one', 'accounts')).toBeUndefined();
});
