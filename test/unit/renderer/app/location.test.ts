import { expect, it } from 'vitest';
import { hashOf, parseHash } from '../../../../src/renderer/app/location.ts';
import { builtRoutes, homePath, leadPath, routes, screenOf } from '../../../../src/renderer/app/routes.ts';

it('keeps path and account through an address and back', () => {
  const { path, search } = parseHash(hashOf('/exchange/import', 'an id & more'));
  expect(path).toBe('/exchange/import');
  expect(new URLSearchParams(search).get('account')).toBe('an id & more');
});

it.each(['', '#', '#/', '#nonsense'])('starts at home for the address %j', (hash) => {
  expect(parseHash(hash).path).toBe(homePath);
});

it('who works this lead has an address of its own, over the screen where the app starts (ROE)', () => {
  for (const hash of ['#/lead', '#/lead/']) {
    const { path, search } = parseHash(hash);
    expect([path, new URLSearchParams(search).has('lead')]).toEqual([homePath, true]);
  }
  expect(screenOf(leadPath)).toBeUndefined();
  const over = parseHash('#/board?account=a&lead');
  expect([over.path, new URLSearchParams(over.search).get('account')]).toEqual(['/board', 'a']);
});

it('finds the screen of a path and of what lies below it, and of nothing else', () => {
  expect(screenOf('/exchange/import')).toBe('exchange');
  expect(screenOf('/accounts')).toBe('accounts');
  expect(screenOf('/accountsX')).toBeUndefined();
  expect(screenOf('/week')).toBeUndefined();
});

it('reserves the twelve names in their order and shows only what is built', () => {
  expect(routes.map((route) => route.name)).toEqual([
    'Today',
    'Board',
    'Accounts',
    'Territories',
    'Week',
    '1:1s',
    'Handoffs',
    'Exchange',
    'CRM sync',
    'Insights',
    'Rules',
    'Settings',
  ]);
  expect(new Set(routes.map((route) => route.path)).size).toBe(12);
  expect(builtRoutes.map((route) => route.id)).toContain('board');
  expect(homePath).toBe('/today');
});
