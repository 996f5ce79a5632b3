import { expect, it } from 'vitest';
import type { Action } from '../../../../src/renderer/app/actions.ts';
import {
  accountHits,
  matchingActions,
  paletteGroups,
} from '../../../../src/renderer/screens/palette/palette-items.ts';

const actions: readonly Action[] = [
  { id: 'palette', title: 'Search and commands', group: 'Do', run: () => undefined },
  { id: 'go.board', title: 'Board', group: 'Go to', run: () => undefined },
  { id: 'import', title: 'Import a list', group: 'Do', run: () => undefined },
  { id: 'redo', title: 'Redo', group: 'Do', enabled: false, run: () => undefined },
  { id: 'grid.edit', title: 'Edit the cell', group: 'Accounts', handledByScreen: true, run: () => undefined },
];

const titles = (text: string): string[] => matchingActions(actions, text).map((action) => action.title);

it('offers what can be done, without itself, what is off, and keys of a screen', () => {
  expect(titles('')).toEqual(['Board', 'Import a list']);
});

it('finds by every word, in title or group, ignoring case and accents', () => {
  expect(titles('LÍST imp')).toEqual(['Import a list']);
  expect(titles('go bo')).toEqual(['Board']);
  expect(titles('board list')).toEqual([]);
});

it('leaves out groups that have nothing', () => {
  expect(paletteGroups(matchingActions(actions, 'board'), []).map((group) => group.value)).toEqual(['Go to']);
});

it('puts accounts first that are called so, whatever else was found', () => {
  const names = [
    'Bilbadera Charter',
    'Old Harbor',
    'Harbor Foods 2',
    'HARBOR',
    'Zum Wharf',
    'Arc (Harbor St)',
    'Harbor Foods',
  ];
  const hits = (text: string): string[] =>
    accountHits(Int32Array.from(names.keys()), (slot) => ({ name: names[slot] ?? '' }), text).map(
      ({ name }) => name,
    );
  expect(hits(' harbor ')).toEqual([
    'HARBOR',
    'Harbor Foods 2',
    'Harbor Foods',
    'Old Harbor',
    'Arc (Harbor St)',
    'Bilbadera Charter',
    'Zum Wharf',
  ]);
  expect(hits('harbor foods')[0]).toBe('Harbor Foods');
});

it('offers no more than twenty accounts, the best of any number', () => {
  const names = Array.from({ length: 500 }, (_, index) => (index === 499 ? 'Acme' : `The Acme ${index}`));
  const hits = accountHits(Int32Array.from(names.keys()), (slot) => ({ name: names[slot] ?? '' }), 'acme');
  expect(hits).toHaveLength(20);
  expect(hits[0]).toEqual({ name: 'Acme' });
});
