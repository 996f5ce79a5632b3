import type { MappingRow } from '../../../shared/territories/mapping.ts';
import type { StoreClient } from '../../store/api.ts';

/** Rows read at once: the page draws in between. */
const portion = 1000;

/** Every row of a version. @param id `null` = the one in force */
export async function readAllRows(store: StoreClient, id: string | null): Promise<MappingRow[]> {
  const all: MappingRow[] = [];
  for (;;) {
    const { total, rows } = await store.ask('mappingRows', { id, offset: all.length, limit: portion });
    all.push(...rows);
    if (all.length >= total || rows.length === 0) return all;
  }
}
