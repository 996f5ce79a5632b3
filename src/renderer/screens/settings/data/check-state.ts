import type { Observable, StoreClient } from '../../../store/api.ts';
import type { IntegrityReport } from '../../../store/integrity/integrity-report.ts';

/** The check that a person asked for; it goes on while they look at other screens. */
export type CheckState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly report: IntegrityReport }
  | { readonly kind: 'failed'; readonly message: string };

export interface Check extends Observable<CheckState> {
  /** Begins, unless it is running. */
  readonly start: () => void;
}

const checks = new WeakMap<StoreClient, Check>();

/** The one check of an open store. */
export function checkOf(store: StoreClient): Check {
  const present = checks.get(store);
  if (present) return present;
  const made = createCheck(() => store.checkIntegrity());
  checks.set(store, made);
  return made;
}

export function createCheck(run: () => Promise<IntegrityReport>): Check {
  let state: CheckState = { kind: 'idle' };
  const listeners = new Set<() => void>();
  const set = (next: CheckState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => {
      if (state.kind === 'running') return;
      set({ kind: 'running' });
      run().then(
        (report) => set({ kind: 'done', report }),
        (error: unknown) =>
          set({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
      );
    },
  };
}
