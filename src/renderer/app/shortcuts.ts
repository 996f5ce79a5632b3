/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** Milliseconds; any origin. */
  readonly timeStamp: number;
}

/** How long the second key of `g b` may take, in milliseconds. */
const sequenceWindow = 1200;

/**
 * True when `press` is the chord `shortcut`, e.g. `Mod+Shift+Z`, `?`, `/`. Mod is Command on Apple
 * keyboards and Control elsewhere. Signs like `?` are matched by what they type, whatever Shift does.
 */
export function matchesChord(press: KeyPress, shortcut: string, onApple: boolean): boolean {
  const parts = shortcut.split('+');
  const key = parts[parts.length - 1] ?? '';
  const wants = (name: string): boolean => parts.slice(0, -1).includes(name);
  const mod = onApple ? press.metaKey : press.ctrlKey;
  const otherMod = onApple ? press.ctrlKey : press.metaKey;
  if (otherMod || press.altKey !== wants('Alt') || mod !== wants('Mod')) return false;
  const isLetter = /^[a-z]$/i.test(key);
  if (isLetter && press.shiftKey !== wants('Shift')) return false;
  return isLetter ? press.key.toLowerCase() === key.toLowerCase() : press.key === key;
}

/**
 * Finds which of `shortcuts` a press completes, remembering a first key like `g` for a moment.
 * A press with Mod or Alt never belongs to a sequence.
 */
export function createShortcutReader(onApple: boolean) {
  let first: { readonly key: string; readonly at: number } | null = null;
  return (press: KeyPress, shortcuts: readonly string[]): string | undefined => {
    const sequences = shortcuts.filter((shortcut) => shortcut.includes(' '));
    const plain = !press.ctrlKey && !press.metaKey && !press.altKey;
    const held = first;
    first = null;
    if (plain && held !== null && press.timeStamp - held.at <= sequenceWindow) {
      const whole = `${held.key} ${press.key.toLowerCase()}`;
      if (sequences.includes(whole)) return whole;
    }
    if (plain && sequences.some((shortcut) => shortcut.startsWith(`${press.key.toLowerCase()} `))) {
      first = { key: press.key.toLowerCase(), at: press.timeStamp };
      return undefined;
    }
    return shortcuts.find((shortcut) => !shortcut.includes(' ') && matchesChord(press, shortcut, onApple));
  };
}
