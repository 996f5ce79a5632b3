/** True on Apple keyboards, where Mod is Command. */
export const isApple = (): boolean =>
  typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent);

const apple: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩' };
const others: Readonly<Record<string, string>> = { Mod: 'Ctrl' };
const arrows: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→' };

const parts = (keys: string): string[] => keys.split(/[ +]/).filter((part) => part !== '');

/** The caps to draw for a portable form: `Mod+Shift+Z` (together) or `g b` (one after the other). */
export const keyNames = (keys: string, onApple = isApple()): string[] =>
  parts(keys).map(
    (part) =>
      (onApple ? apple : others)[part] ?? arrows[part] ?? (part.length === 1 ? part.toUpperCase() : part),
  );

/** The same in words, for a screen reader. */
export const spokenKeys = (keys: string, onApple = isApple()): string => {
  const names = parts(keys).map((part) => (part === 'Mod' ? (onApple ? 'Command' : 'Control') : part));
  return keys.includes(' ') ? names.join(' then ') : names.join(' ');
};
