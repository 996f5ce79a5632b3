import { describe, expect, it } from 'vitest';
import { createShortcutReader, matchesChord, type KeyPress } from '../../../../src/renderer/app/shortcuts.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  timeStamp: 0,
  ...more,
});

describe('chords', () => {
  it('takes Control for Mod here and Command on Apple keyboards', () => {
    expect(matchesChord(press('k', { ctrlKey: true }), 'Mod+K', false)).toBe(true);
    expect(matchesChord(press('k', { metaKey: true }), 'Mod+K', true)).toBe(true);
    expect(matchesChord(press('k', { metaKey: true }), 'Mod+K', false)).toBe(false);
    expect(matchesChord(press('k'), 'Mod+K', false)).toBe(false);
  });

  it('keeps undo and redo apart by Shift', () => {
    const shifted = press('Z', { ctrlKey: true, shiftKey: true });
    expect(matchesChord(shifted, 'Mod+Z', false)).toBe(false);
    expect(matchesChord(shifted, 'Mod+Shift+Z', false)).toBe(true);
  });

  it('matches signs by what they type, wherever they lie on the keyboard', () => {
    expect(matchesChord(press('?', { shiftKey: true }), '?', false)).toBe(true);
    expect(matchesChord(press('/', { shiftKey: true }), '/', false)).toBe(true);
  });

  it('never takes a letter that was typed with Alt', () => {
    expect(matchesChord(press('n', { altKey: true }), 'n', false)).toBe(false);
  });
});

describe('sequences', () => {
  const shortcuts = ['g b', 'g a', 'n', 'Mod+K'];

  it('waits for the second key and reports the whole', () => {
    const read = createShortcutReader(false);
    expect(read(press('g'), shortcuts)).toBeUndefined();
    expect(read(press('a', { timeStamp: 300 }), shortcuts)).toBe('g a');
  });

  it('forgets the first key after a while', () => {
    const read = createShortcutReader(false);
    read(press('g'), shortcuts);
    expect(read(press('a', { timeStamp: 1201 }), shortcuts)).toBeUndefined();
  });

  it('lets another key count for itself', () => {
    const read = createShortcutReader(false);
    read(press('g'), shortcuts);
    expect(read(press('n', { timeStamp: 100 }), shortcuts)).toBe('n');
    expect(read(press('a', { timeStamp: 200 }), shortcuts)).toBeUndefined();
  });

  it('does not count a chord as the second key', () => {
    const read = createShortcutReader(false);
    read(press('g'), shortcuts);
    expect(read(press('a', { ctrlKey: true, timeStamp: 100 }), shortcuts)).toBeUndefined();
  });
});
