import { expect, test } from 'vitest';
import { boardKey } from '../../../../src/renderer/screens/board/board-keys.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

test('on a resting card', () => {
  expect(boardKey(press('ArrowDown'), false)).toEqual({ kind: 'step', step: 'down' });
  expect(boardKey(press('PageUp'), false)).toEqual({ kind: 'step', step: 'pageUp' });
  expect(boardKey(press('ArrowUp', { shiftKey: true }), false)).toEqual({ kind: 'extend', step: 'up' });
  expect(boardKey(press(' '), false)).toEqual({ kind: 'pickUp' });
  expect(boardKey(press('Enter'), false)).toEqual({ kind: 'open' });
  expect(boardKey(press('x'), false)).toEqual({ kind: 'toggle' });
  expect(boardKey(press('m'), false)).toEqual({ kind: 'menu' });
  expect(boardKey(press('F10', { shiftKey: true }), false)).toEqual({ kind: 'menu' });
  expect(boardKey(press('ContextMenu'), false)).toEqual({ kind: 'menu' });
  expect(boardKey(press('Escape'), false)).toEqual({ kind: 'clear' });
  expect(boardKey(press('a', { metaKey: true }), false)).toEqual({ kind: 'all' });
  expect(boardKey(press('ArrowUp', { ctrlKey: true }), false)).toEqual({ kind: 'lane', way: 'up' });
  expect(boardKey(press('ArrowDown', { metaKey: true }), false)).toEqual({ kind: 'lane', way: 'down' });
});

test('while carrying, the same keys place the cards', () => {
  expect(boardKey(press('ArrowRight'), true)).toEqual({ kind: 'step', step: 'right' });
  expect(boardKey(press(' '), true)).toEqual({ kind: 'drop' });
  expect(boardKey(press('Enter'), true)).toEqual({ kind: 'drop' });
  expect(boardKey(press('Escape'), true)).toEqual({ kind: 'putBack' });
  expect(boardKey(press('Tab'), true)).toEqual({ kind: 'putBack' });
  expect(boardKey(press('x'), true)).toBeUndefined();
  expect(boardKey(press('ArrowUp', { ctrlKey: true }), true)).toBeUndefined();
});

test('the keys of the app stay the app’s', () => {
  expect(boardKey(press('z', { ctrlKey: true }), false)).toBeUndefined();
  expect(boardKey(press('k', { ctrlKey: true }), true)).toBeUndefined();
  expect(boardKey(press('ArrowLeft', { altKey: true }), false)).toBeUndefined();
  expect(boardKey(press('ArrowLeft', { ctrlKey: true }), false)).toBeUndefined();
  expect(boardKey(press('?', { shiftKey: true }), false)).toBeUndefined();
  expect(boardKey(press('Tab'), false)).toBeUndefined();
});
