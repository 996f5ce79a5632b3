// Before anything that loads Dexie: it looks for IndexedDB once.
import 'fake-indexeddb/auto';
import { expect } from 'vitest';
import type { AccountValues } from '../../../../../src/shared/accounts/account.ts';
import type { MappingRow } from '../../../../../src/shared/territories/mapping.ts';
import type { Command, CommandOutcome } from '../../../../../src/renderer/store/api.ts';
import type { ImpactChoice, MappingImpact } from '../../../../../src/renderer/store/questions/questions.ts';
import { seededRandom } from '../../../../builders/random.ts';
import { NodeStore } from '../node-store.ts';

/** A store with accounts, and how a person works on its territories. */
export interface TerritoryStore {
  readonly store: NodeStore;
  readonly run: (command: Command) => Promise<CommandOutcome>;
  /** Runs a command that has to succeed. */
  readonly done: (command: Command) => Promise<void>;
  /** Adds an account. @returns its id */
  readonly add: (name: string, values?: Partial<AccountValues>) => Promise<string>;
  readonly preview: (rows: readonly MappingRow[], source?: string) => Promise<MappingImpact>;
  /** Previews and applies. */
  readonly apply: (
    rows: readonly MappingRow[],
    chosen?: ImpactChoice,
    owners?: readonly { readonly id: string; readonly owner: string }[],
  ) => Promise<void>;
  /** "BDR/owner" of an account. */
  readonly hands: (id: string) => Promise<string>;
}

let stores = 0;

export async function territoryStore(): Promise<TerritoryStore> {
  stores += 1;
  // Files run side by side and share the locks of one process, so ids must differ between them, too.
  const random = seededRandom(stores).fork(expect.getState().testPath ?? '');
  const store = await NodeStore.create(random);
  const run = (command: Command): Promise<CommandOutcome> => store.session.run(command);
  const done = async (command: Command): Promise<void> => {
    const outcome = await run(command);
    expect(outcome.ok ? outcome.refused : outcome.error).toEqual([]);
  };
  const preview = (rows: readonly MappingRow[], source = 'test.csv'): Promise<MappingImpact> =>
    store.session.ask('mappingImpact', { rows, source });
  return {
    store,
    run,
    done,
    preview,
    add: async (name, values = {}) => {
      const outcome = await run({ kind: 'createAccount', values: { name, ...values } });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
      const [id = ''] = outcome.changed;
      return id;
    },
    apply: async (rows, chosen = { except: [] }, owners = []) => {
      const { draft, check } = await preview(rows);
      if (draft === null) throw new Error(JSON.stringify(check.problems));
      await done({ kind: 'applyMapping', draft, chosen, owners });
    },
    hands: async (id) => {
      const detail = await store.session.account(id);
      return `${detail?.account.bdrAssigned ?? ''}/${detail?.account.owner ?? ''}`;
    },
  };
}

/** A Large company in Texas, as `given.ts` of the domain has it. */
export const texan: Partial<AccountValues> = {
  employeesZoomInfo: 5000,
  billingState: 'TX',
  billingPostalCode: '78701',
  billingCountry: 'United States',
};
