import { createContext, use, useEffect } from 'react';

export type ActionGroup = 'Go to' | 'Do' | 'Today' | 'Accounts' | 'Board' | 'Exchange' | 'View';

/** Something a user can do: palette, shortcut list, native menu and screens share the one list. */
export interface Action {
  /** Stable; the native menu names actions by it (`undo`, `redo`, `import`, ...). */
  readonly id: string;
  readonly title: string;
  readonly group: ActionGroup;
  /** Portable, e.g. `Mod+K`, `?`, `g b`. The first is shown, all work. */
  readonly shortcuts?: readonly string[];
  /** Works while typing in a field, too (never for bare letters). */
  readonly inFields?: boolean;
  /** False: listed nowhere and not run. */
  readonly enabled?: boolean;
  /** Listed among the shortcuts, handled by the screen itself, and not run from here. */
  readonly handledByScreen?: boolean;
  readonly run: () => void;
}

/** The registry. Readers take what is there at the moment they ask (a key press, the palette opening). */
export interface ActionRegistry {
  readonly register: (actions: readonly Action[]) => () => void;
  readonly list: () => readonly Action[];
  /** Runs an action that is enabled; false when there is none. */
  readonly run: (id: string) => boolean;
}

export function createActionRegistry(): ActionRegistry {
  const sets = new Set<readonly Action[]>();
  // Later registrations (the screen) come before and hide earlier ones (the app) of the same id.
  const list = (): Action[] => {
    const byId = new Map<string, Action>();
    for (const set of sets) for (const action of set) byId.set(action.id, action);
    return [...byId.values()];
  };
  return {
    register: (actions) => {
      // A copy, so that the same array may be registered twice.
      const set = [...actions];
      sets.add(set);
      return () => {
        sets.delete(set);
      };
    },
    list,
    run: (id) => {
      const action = list().find((one) => one.id === id);
      if (action === undefined || action.enabled === false || action.handledByScreen === true) return false;
      action.run();
      return true;
    },
  };
}

export const ActionsContext = createContext<ActionRegistry | null>(null);

/** @throws outside the app frame: a broken invariant. */
export function useActionRegistry(): ActionRegistry {
  const registry = use(ActionsContext);
  if (registry === null) throw new Error('useActionRegistry needs ActionsContext around it.');
  return registry;
}

/** Registers `actions` while the calling component is mounted; may be a new array in every render. */
export function useActions(actions: readonly Action[]): void {
  const registry = useActionRegistry();
  useEffect(() => registry.register(actions), [registry, actions]);
}
