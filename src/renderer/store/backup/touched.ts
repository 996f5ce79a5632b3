import type { EntityChange } from '../../../shared/history/change-set.ts';
import type { EnteredTable } from './backup-lines.ts';

/** Keys of rows that change sets touched, by table. */
export type Touched = Readonly<Record<EnteredTable | 'quarantine', Set<string>>>;

export const nothingTouched = (): Touched => ({
  settings: new Set(),
  customFields: new Set(),
  accounts: new Set(),
  prospects: new Set(),
  quarantine: new Set(),
});

const tables = {
  settings: 'settings',
  customField: 'customFields',
  account: 'accounts',
  prospect: 'prospects',
  quarantined: 'quarantine',
} as const satisfies Record<EntityChange['kind'], keyof Touched>;

/** Notes what a change touched; a row that goes into or out of the quarantine is touched in its table too. */
export function note(touched: Touched, change: EntityChange): void {
  touched[tables[change.kind]].add(change.id);
  if (change.kind !== 'quarantined') return;
  for (const side of [change.before, change.after]) {
    const table = side?.['table'];
    const key = side?.['key'];
    if (isEntered(table) && typeof key === 'string') touched[table].add(key);
  }
}

export const sizeOf = (touched: Touched): number =>
  Object.values(touched).reduce((sum, keys) => sum + keys.size, 0);

const isEntered = (table: unknown): table is EnteredTable =>
  table === 'settings' || table === 'customFields' || table === 'accounts' || table === 'prospects';
