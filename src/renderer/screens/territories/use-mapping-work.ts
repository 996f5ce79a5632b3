import { useSyncExternalStore } from 'react';
import { useStore } from '../../app/store-context.tsx';
import type { StoreClient } from '../../store/api.ts';
import { useExchange } from '../exchange/use-exchange.ts';
import { MappingWork } from './mapping-work.ts';

/** One for each open store, from the first use on. */
const works = new WeakMap<StoreClient, MappingWork>();

/** The mapping on its way in, with how it stands. */
export function useMappingWork() {
  const store = useStore();
  const { client } = useExchange();
  const work = works.get(store) ?? new MappingWork(client);
  works.set(store, work);
  return { work, ...useSyncExternalStore(work.subscribe, work.get) };
}
