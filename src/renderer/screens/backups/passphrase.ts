/** Fewer characters than these are tried out by a machine within the hour. */
const fewest = 8;

/** What is wrong with a passphrase that is being chosen; `null` = nothing. */
export function passphraseProblem(passphrase: string): string | null {
  if (passphrase === '') return 'Enter a passphrase, or save the copy without one.';
  if (passphrase.length < fewest) return `Use at least ${fewest} characters; four or more words are best.`;
  if (new Set(passphrase.toLowerCase()).size < 4)
    return 'This repeats itself. Use four or more different words.';
  return null;
}

export interface Strength {
  /** 0 to 3, for a bar. */
  readonly level: 0 | 1 | 2 | 3;
  readonly words: string;
}

/**
 * A rough hint while typing, by how many guesses the shape of the text leaves: it knows no dictionary, so
 * it says "good" late. What counts is length, then variety; a repeated piece counts once.
 */
export function passphraseStrength(passphrase: string): Strength {
  const bits = roughBits(passphrase);
  if (passphrase === '')
    return { level: 0, words: 'Four or more words that do not belong together are best.' };
  if (bits < 45) return { level: 1, words: 'Weak: quickly guessed by a machine. Add words.' };
  if (bits < 70) return { level: 2, words: 'Fair: add another word.' };
  return { level: 3, words: 'Good.' };
}

function roughBits(passphrase: string): number {
  const different = passphrase.replace(/(.+?)\1+/gu, '$1');
  const words = different.split(/[\s\-_.,]+/).filter((word) => word.length >= 3);
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(different)).length;
  // Plain words carry about as much as a word list of some thousands gives each of them.
  if (words.length >= 3) return new Set(words).size * 13 + 5 * (kinds - 1);
  return different.length * (2.2 + kinds * 0.8);
}
