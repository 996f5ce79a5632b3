import type { OpenDriver } from './driver/open-driver.ts';

/** Everything that a rebuild has to bring back: what was entered, the whole history, what undo would take. */
export interface WholeStore {
  readonly digest: string;
  readonly history: readonly string[];
  readonly historyEntries: number;
  readonly undoTop: number | undefined;
  readonly redoTop: number | undefined;
}

/** @param through reads the history up to this change set; all of it when absent */
export async function wholeStore(store: OpenDriver, through = Infinity): Promise<WholeStore> {
  const { digest } = await store.call('fingerprint');
  const { meta, changeSets, historyEntries } = await store.call('stored');
  return {
    digest,
    history: changeSets.filter(({ n }) => n <= through).map((changeSet) => JSON.stringify(changeSet)),
    historyEntries,
    undoTop: meta?.undoTop,
    redoTop: meta?.redoTop,
  };
}

/** Companies enough that an import of them lies in packs. */
export const longList = (rows = 240, prefix = 'Company'): string =>
  ['Account Name,Website,Region of ours']
    .concat(Array.from({ length: rows }, (_, row) => `${prefix} ${row},https://${prefix}${row}.example,East`))
    .join('\n');

/** A store with every kind of change in it, all of it shown as saved. */
export async function livedIn(store: OpenDriver, seed: number): Promise<void> {
  await store.call('create', { name: 'Lived in', bdr: 'Ada', timeZone: 'UTC', then: 'empty' });
  await store.call('runSequence', { seed, steps: 25 });
  await store.call('importList', 'list.csv', longList());
  await store.call('runSequence', { seed: seed + 1, steps: 25 });
  for (let step = 0; step < 3; step += 1) await store.call('undo');
  await store.call('redo');
  await store.call('saved');
}
