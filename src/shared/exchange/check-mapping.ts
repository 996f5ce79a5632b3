import type { Label } from '../history/change-set.ts';
import { columnDefinition, type Mapping } from './columns.ts';
import { labelKey } from './custom-keys.ts';

/** Why a mapping cannot be used yet; `columns` are the positions to mend. */
export interface MappingProblem {
  readonly message: Label;
  readonly columns: readonly number[];
}

/** A mapping needs a name column, and no two columns may fill one field. */
export function checkMapping(mapping: Mapping): MappingProblem[] {
  const problems: MappingProblem[] = [];
  const users = new Map<string, { readonly label: string; readonly columns: number[] }>();
  mapping.forEach(({ target }, column) => {
    if (target.kind === 'leaveOut' || target.kind === 'record') return;
    const key = target.kind === 'field' ? `field ${target.key}` : `custom ${labelKey(target.label)}`;
    const label = target.kind === 'field' ? columnDefinition(target.key).label : target.label;
    const user = users.get(key) ?? { label, columns: [] };
    user.columns.push(column);
    users.set(key, user);
    if (target.kind === 'custom' && target.label.trim() === '') {
      problems.push({ message: { id: 'exchange.mapping.custom-without-name' }, columns: [column] });
    }
  });
  if (!users.has('field name')) {
    problems.unshift({ message: { id: 'exchange.mapping.no-name' }, columns: [] });
  }
  for (const { label, columns } of users.values()) {
    if (columns.length < 2) continue;
    const params = { field: label, count: columns.length };
    problems.push({ message: { id: 'exchange.mapping.twice', params }, columns });
  }
  return problems;
}
