import type { EntityChange } from '../../../shared/history/change-set.ts';
import { isRecordKind, recordTables } from '../record-tables.ts';
import type { EnteredTable } from './backup-state.ts';
import { isEntered } from './backup-lines.ts';

/** Keys of rows that change sets touched, by table. */
export type Touched = Readonly<Record<EnteredTable | 'quarantine', Set<string>>>;

export const nothingTouched = (): Touched => ({
  settings: new Set(),
  customFields: new Set(),
  accounts: new Set(),
  prospects: new Set(),
  opportunities: new Set(),
  documents: new Set(),
  quarantine: new Set(),
});

const otherTables = {
  settings: 'settings',
  customField: 'customFields',
  quarantined: 'quarantine',
} as const;

const tableOf = (kind: EntityChange['kind']): keyof Touched =>
  isRecordKind(kind) ? recordTables[kind].table : otherTables[kind];

/** Notes what a change touched; a row that goes into or out of the quarantine is touched in its table too. */
export function note(touched: Touched, change: EntityChange): void {
  touched[tableOf(change.kind)].add(change.id);
  if (change.kind !== 'quarantined') return;
  for (const side of [change.before, change.after]) {
    const table = side?.['table'];
    const key = side?.['key'];
    if (isEntered(table) && typeof key === 'string') touched[table].add(key);
  }
}

export const sizeOf = (touched: Touched): number =>
  Object.values(touched).reduce((sum, keys) => sum + keys.size, 0);
