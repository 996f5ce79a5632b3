import { expect, it } from 'vitest';
import { meterLevel } from '../../../../src/renderer/components/meter-level.ts';
import { keyNames, spokenKeys } from '../../../../src/renderer/components/key-names.ts';
import { parseWholeNumber } from '../../../../src/renderer/components/whole-number.ts';

const bounds = { min: 1, max: 100_000, optional: false };

it.each([
  ['150', 150],
  [' 1,500 ', 1500],
  ['1 500', 1500],
  ['1.500', 1500],
  ['100000', 100_000],
])('reads %j', (text, expected) => {
  expect(parseWholeNumber(text, bounds)).toEqual({ ok: true, value: expected });
});

it.each(['0', '100001', '-5', '1.5', '15,00', 'many', ''])('refuses %j and says what would do', (text) => {
  const read = parseWholeNumber(text, bounds);
  expect(read.ok).toBe(false);
  if (!read.ok) expect(read.error).toContain('whole number from 1 to');
});

it('may be left empty where that means something', () => {
  expect(parseWholeNumber(' ', { ...bounds, optional: true })).toEqual({ ok: true, value: null });
});

it('tells a limit that is near, full and passed', () => {
  expect(meterLevel(134, 150)).toBe('free');
  expect(meterLevel(135, 150)).toBe('near');
  expect(meterLevel(150, 150)).toBe('full');
  expect(meterLevel(152, 150)).toBe('over');
});

it('writes keys as they stand on the keyboard and says them in words', () => {
  expect(keyNames('Mod+Shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(keyNames('Mod+Shift+Z', true)).toEqual(['⌘', '⇧', 'Z']);
  expect(keyNames('g b', false)).toEqual(['G', 'B']);
  expect(spokenKeys('g b', false)).toBe('g then b');
  expect(spokenKeys('Mod+K', true)).toBe('Command K');
});
