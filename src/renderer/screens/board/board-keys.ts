import { stepForKey, type Step } from './board-steps.ts';

/** What a key means on a card. */
export type BoardKey =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'extend'; readonly step: 'up' | 'down' }
  /** To the heading of a lane. */
  | { readonly kind: 'lane'; readonly way: 'up' | 'down' }
  | { readonly kind: 'pickUp' | 'drop' | 'putBack' | 'open' | 'toggle' | 'all' | 'clear' | 'menu' };

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Reads a key press on a card; `undefined` leaves it to the app. */
export function boardKey(press: KeyPress, carrying: boolean): BoardKey | undefined {
  const { key, shiftKey } = press;
  if (press.altKey) return undefined;
  const step = stepForKey(key);
  if (press.ctrlKey || press.metaKey) {
    if (carrying || shiftKey) return undefined;
    if (step === 'up' || step === 'down') return { kind: 'lane', way: step };
    return key.toLowerCase() === 'a' ? { kind: 'all' } : undefined;
  }
  if (carrying) return step === undefined ? carryingKey(key) : { kind: 'step', step };
  if (shiftKey) {
    if (step === 'up' || step === 'down') return { kind: 'extend', step };
    return key === 'F10' ? { kind: 'menu' } : undefined;
  }
  return step === undefined ? restingKey(key) : { kind: 'step', step };
}

function carryingKey(key: string): BoardKey | undefined {
  if (key === ' ' || key === 'Enter') return { kind: 'drop' };
  // Leaving the board puts the cards back: they cannot be carried elsewhere.
  return key === 'Escape' || key === 'Tab' ? { kind: 'putBack' } : undefined;
}

function restingKey(key: string): BoardKey | undefined {
  switch (key) {
    case ' ':
      return { kind: 'pickUp' };
    case 'Enter':
      return { kind: 'open' };
    case 'x':
      return { kind: 'toggle' };
    case 'm':
    case 'ContextMenu':
      return { kind: 'menu' };
    case 'Escape':
      return { kind: 'clear' };
    default:
      return undefined;
  }
}
