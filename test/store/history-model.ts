import type { ChangePackRow, ChangeSetRow } from '../../src/renderer/store/database.ts';
import type { EntityChange, EntityKind } from '../../src/shared/history/change-set.ts';

/** What a store held after one of its change sets. */
export type ModelState = Readonly<Record<EntityKind, Map<string, Record<string, unknown> | 'deleted'>>>;

/**
 * Works out from the history alone what the tables must hold after change set `through`: every change in
 * order, field by field.
 */
export function stateAfter(
  changeSets: readonly ChangeSetRow[],
  packs: readonly ChangePackRow[],
  through: number,
): ModelState {
  const state: ModelState = {
    settings: new Map(),
    customField: new Map(),
    account: new Map(),
    prospect: new Map(),
    opportunity: new Map(),
    document: new Map(),
    quarantined: new Map(),
  };
  for (const { n, changes } of changeSets.toSorted((a, b) => a.n - b.n)) {
    if (n > through) break;
    const all = changes ?? packs.filter((pack) => pack.n === n).flatMap((pack) => pack.changes);
    for (const change of all) apply(state[change.kind], change);
  }
  return state;
}

function apply(records: Map<string, Record<string, unknown> | 'deleted'>, change: EntityChange): void {
  const { id, before, after } = change;
  if (after === null) {
    records.set(id, 'deleted');
    return;
  }
  const present = records.get(id);
  const next: Record<string, unknown> =
    before === null || present === undefined || present === 'deleted' ? {} : { ...present };
  for (const key of Object.keys(before ?? {})) Reflect.deleteProperty(next, key);
  records.set(id, { ...next, ...after });
}

/** A record's values in the form that the history has them in: each custom field by itself. */
export function flat(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { custom, ...fields } = values;
  const own = Object.entries((custom ?? {}) as Record<string, unknown>);
  return { ...fields, ...Object.fromEntries(own.map(([key, value]) => [`custom.${key}`, value])) };
}
