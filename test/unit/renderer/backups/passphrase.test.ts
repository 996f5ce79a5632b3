import { describe, expect, test } from 'vitest';
import {
  passphraseProblem,
  passphraseStrength,
} from '../../../../src/renderer/screens/backups/passphrase.ts';

describe('a passphrase that is being chosen', () => {
  test.each(['', 'short', '1234567', 'aaaaaaaaaaaa', 'abababababab', 'AaAaAaAaAa'])(
    '%j is refused',
    (text) => {
      expect(passphraseProblem(text)).not.toBeNull();
    },
  );

  test.each(['12345678', 'correct horse', 'Ostende!', '四つの単語をここに書く'])('%j is taken', (text) => {
    expect(passphraseProblem(text)).toBeNull();
  });
});

describe('the hint on its strength', () => {
  test.each([
    ['', 0],
    ['12345678', 1],
    ['password', 1],
    ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 1],
    ['abcabcabcabcabcabcabcabcabcabc', 1],
    ['horse horse horse horse horse', 1],
    ['kT8#vq2!Lm', 2],
    ['correct horse battery', 1],
    ['correct horse battery staple', 2],
    ['correct horse battery staple ferry', 3],
    ['kT8#vq2!Lm0-Zw4&pe', 3],
  ])('%j: %d', (text, level) => {
    expect(passphraseStrength(text).level).toBe(level);
  });

  test('never falls while a text of different words grows', () => {
    const whole = 'seven quiet barges carry amber lamps';
    const levels = [...whole.split(' ').keys()].map(
      (words) =>
        passphraseStrength(
          whole
            .split(' ')
            .slice(0, words + 1)
            .join(' '),
        ).level,
    );
    expect(levels).toEqual(levels.toSorted());
  });
});
