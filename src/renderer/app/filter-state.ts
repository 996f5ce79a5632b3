import type { Filter } from '../store/api.ts';

/** Whether a filter narrows anything. */
export const isFiltering = (filter: Filter): boolean =>
  (filter.text ?? '').trim() !== '' ||
  (filter.segments?.length ?? 0) > 0 ||
  (filter.priorities?.length ?? 0) > 0 ||
  (filter.owners?.length ?? 0) > 0 ||
  (filter.statuses?.length ?? 0) > 0 ||
  (filter.conditions?.length ?? 0) > 0 ||
  filter.onlyWithFindings === true;

type ListKey = 'segments' | 'priorities' | 'owners' | 'statuses' | 'conditions';

/** The filter with one list set; an empty list leaves the key out. */
export function withList<K extends ListKey>(filter: Filter, key: K, values: NonNullable<Filter[K]>): Filter {
  const rest: Filter = Object.fromEntries(Object.entries(filter).filter(([name]) => name !== key));
  return values.length === 0 ? rest : { ...rest, [key]: values };
}
