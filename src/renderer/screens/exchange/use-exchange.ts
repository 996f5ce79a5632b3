import { useEffect, useSyncExternalStore } from 'react';
import { useSession } from '../../app/session-context.ts';
import { useStore } from '../../app/store-context.tsx';
import type { StoreClient } from '../../store/api.ts';
import { ExchangeClient } from '../../workers/exchange/client.ts';
import { ImportWizard, type ImportState } from './import-wizard.ts';

interface Exchange {
  readonly client: ExchangeClient;
  readonly wizard: ImportWizard;
}

/** One worker and one import for each open store, from the first use on. */
const exchanges = new WeakMap<StoreClient, Exchange>();

/** The exchange of the open workspace. */
export function useExchange(): Exchange {
  const store = useStore();
  const { workspaceId, clock } = useSession();
  let exchange = exchanges.get(store);
  if (!exchange) {
    const client = new ExchangeClient({ workspaceId, clock, store });
    exchange = { client, wizard: new ImportWizard(client) };
    exchanges.set(store, exchange);
  }
  const { client } = exchange;
  useEffect(() => client.setClock(clock), [client, clock]);
  return exchange;
}

/** The import of a store, once there is one: for those who only look. */
export const importOf = (store: StoreClient): ImportWizard | undefined => exchanges.get(store)?.wizard;

/** How the import stands. */
export function useImport(): { readonly wizard: ImportWizard; readonly state: ImportState } {
  const { wizard } = useExchange();
  return { wizard, state: useSyncExternalStore(wizard.subscribe, wizard.get) };
}
