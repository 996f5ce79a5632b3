import type { Observable } from './api.ts';

/**
 * A value outside of React state. A pointer moves sixty times a second: only what reads the signal
 * re-renders for it, never the board.
 */
export interface Signal<T> extends Observable<T> {
  readonly set: (value: T) => void;
}

/** @param same tells listeners nothing when it holds between the old and the new value */
export function createSignal<T>(initial: T, same: (a: T, b: T) => boolean = Object.is): Signal<T> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (value) => {
      if (same(value, current)) return;
      current = value;
      for (const listener of [...listeners]) listener();
    },
  };
}
