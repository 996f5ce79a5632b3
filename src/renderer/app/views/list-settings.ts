import { formatOf, type Condition, type SavedView, type ViewList } from '../../../shared/views/saved-view.ts';
import type { Filter } from '../../store/api.ts';

/** What a view says of a list: everything of a saved one but its name. */
export type ListSettings = Omit<SavedView, 'format' | 'list' | 'name'>;

export const settingsOf = ({ format: _, list: _list, name: _name, ...settings }: SavedView): ListSettings =>
  settings;

/** Shipped views explain themselves in `text`: nothing is searched by it. */
export const settingsOfShipped = (view: SavedView): ListSettings => ({ ...settingsOf(view), text: '' });

export const viewOf = (list: ViewList, name: string, settings: ListSettings): SavedView => ({
  format: formatOf(settings),
  list,
  name: name.trim(),
  ...settings,
  conditions: [...settings.conditions],
  columns: [...settings.columns],
});

/** Whether two settings show the same list in the same way. */
export function sameSettings(a: ListSettings, b: ListSettings): boolean {
  const plain = ({ text, conditions, columns, sort, groupBy, board }: ListSettings): string =>
    JSON.stringify([
      text.trim(),
      conditions.map(({ field, kind, values }) => [field, kind, values]),
      columns,
      sort.field,
      sort.descending,
      groupBy ?? '',
      board === undefined
        ? null
        : [board.lens, board.lanes, [...board.closed.owner].sort(), [...board.closed.territory].sort()],
    ]);
  return plain(a) === plain(b);
}

/** Settings that leave the board as it is. */
export const withoutBoard = ({ board: _, ...settings }: ListSettings): ListSettings => settings;

const isAnyOf = (field: string, values: readonly string[]): Condition => ({
  field,
  kind: 'is',
  values: [...values],
});

/** A filter of the bar as conditions, so that a view keeps all of it. Its text is not among them. */
export function conditionsOfFilter({
  segments = [],
  priorities = [],
  owners = [],
  statuses = [],
  onlyWithFindings = false,
  conditions = [],
}: Filter): readonly Condition[] {
  return [
    ...conditions,
    ...(segments.length > 0
      ? [
          isAnyOf(
            'rule.segment',
            segments.map((segment) => segment ?? ''),
          ),
        ]
      : []),
    ...(priorities.length > 0
      ? [
          isAnyOf(
            'priority',
            priorities.map((priority) => (priority === null ? '' : String(priority))),
          ),
        ]
      : []),
    ...(owners.length > 0 ? [isAnyOf('owner', owners)] : []),
    ...(statuses.length > 0 ? [isAnyOf('status', statuses)] : []),
    ...(onlyWithFindings ? [isAnyOf('rule.findings', ['yes'])] : []),
  ];
}

/** The filter that a view stands for. */
export const filterOf = ({ text, conditions }: Pick<ListSettings, 'text' | 'conditions'>): Filter => ({
  ...(text.trim() !== '' && { text: text.trim() }),
  ...(conditions.length > 0 && { conditions }),
});
