import type { ViewField } from '../../../shared/views/view-fields.ts';
import type { ListGeometry } from '../../components/use-list-window.ts';
import type { FieldSort, SortKey } from '../../store/api.ts';

/** How a cell is edited: by typing, by a date, from a menu of priorities, or by a move between statuses. */
export type CellEdit = 'text' | 'date' | 'priority' | 'status';

/** Columns that a row of the book fills by itself. */
export type RowColumnId =
  | 'select'
  | 'name'
  | 'segment'
  | 'status'
  | 'priority'
  | 'nextStepDate'
  | 'nextStep'
  | 'owner'
  | 'bdrAssigned'
  | 'place'
  | 'employees'
  | 'domain'
  | 'industry'
  | 'findings';

export interface Column {
  /** Any other field is named by its key, and its text is asked for. */
  readonly id: RowColumnId | FieldSort;
  /** As views name it. */
  readonly field: string;
  readonly label: string;
  /** In px. */
  readonly width: number;
  readonly sort?: SortKey | FieldSort;
  readonly edit?: CellEdit;
  readonly alignEnd?: boolean;
}

const select: Column = { id: 'select', field: '', label: 'Selected', width: 36 };

/** Columns that rows fill. */
const rowColumns: readonly Column[] = [
  { id: 'name', field: 'name', label: 'Account', width: 248, sort: 'name', edit: 'text' },
  { id: 'segment', field: 'rule.segment', label: 'Segment', width: 104, sort: 'segment' },
  { id: 'status', field: 'status', label: 'Status', width: 148, sort: 'status', edit: 'status' },
  { id: 'priority', field: 'priority', label: 'Priority', width: 76, sort: 'priority', edit: 'priority' },
  {
    id: 'nextStepDate',
    field: 'bdrNextStepDate',
    label: 'Next step date',
    width: 124,
    sort: 'nextStepDate',
    edit: 'date',
  },
  {
    id: 'nextStep',
    field: 'bdrNextStep',
    label: 'Next step',
    width: 200,
    sort: 'field:bdrNextStep',
    edit: 'text',
  },
  { id: 'owner', field: 'owner', label: 'Owner', width: 136, sort: 'owner', edit: 'text' },
  {
    id: 'bdrAssigned',
    field: 'bdrAssigned',
    label: 'BDR Assigned',
    width: 136,
    sort: 'bdrAssigned',
    edit: 'text',
  },
  { id: 'place', field: 'rule.place', label: 'Place', width: 180, sort: 'place' },
  {
    id: 'employees',
    field: 'rule.employees',
    label: 'Employees',
    width: 104,
    sort: 'employees',
    alignEnd: true,
  },
  { id: 'domain', field: 'rule.domain', label: 'Domain', width: 160, sort: 'domain' },
  { id: 'industry', field: 'industry', label: 'Industry', width: 160, sort: 'industry', edit: 'text' },
  { id: 'findings', field: 'rule.findings', label: 'Findings', width: 260 },
];

const byField = new Map(rowColumns.map((column) => [column.field, column]));

/** The table as it is laid out. */
export interface TableLayout {
  /** The box to select by and the name, then the chosen ones. */
  readonly columns: readonly Column[];
  /** Fields of the columns whose texts rows do not have, in order. */
  readonly asked: readonly string[];
  /** Tracks of the grid of columns. */
  readonly template: string;
  /** In px. */
  readonly width: number;
}

const widths: Readonly<Record<ViewField['kind'], number>> = {
  text: 180,
  choice: 136,
  number: 112,
  date: 124,
  flag: 112,
  yesNo: 88,
};

/** Room for a column's words and the arrow of its sorting, up to what a long name may take; px. */
const headWidth = (label: string): number => Math.min(220, Math.round(label.length * 6.2) + 36);

/** @param keys fields as a view names them; the name always comes first, a field is shown once */
export function tableLayout(keys: readonly string[], fields: readonly ViewField[]): TableLayout {
  const shown = [...new Set(['name', ...keys])];
  const columns = [select, ...shown.map((key): Column => byField.get(key) ?? askedColumn(key, fields))];
  return {
    columns,
    asked: columns.flatMap(({ id, field }) => (isAsked(id) ? [field] : [])),
    template: columns.map(({ width }) => `${width}px`).join(' '),
    width: columns.reduce((sum, { width }) => sum + width, 0),
  };
}

function askedColumn(key: string, fields: readonly ViewField[]): Column {
  const field = fields.find((other) => other.key === key);
  return {
    id: `field:${key}`,
    field: key,
    label: field?.label ?? key,
    width: Math.max(widths[field?.kind ?? 'text'], headWidth(field?.label ?? key)),
    sort: `field:${key}`,
    ...(field?.kind === 'number' && { alignEnd: true }),
  };
}

/** Whether the text of a column is asked for, rows not having it. */
export const isAsked = (id: Column['id']): id is FieldSort => id.startsWith('field:');

/** How the store sorts by a field of a view. */
export const sortKeyOf = (field: string): SortKey | FieldSort => byField.get(field)?.sort ?? `field:${field}`;

/** Fixed, so that a row's place follows from its index. In px. */
export const rowHeight = 32;

/** The head of the table is as high as a row. */
export const rowList: ListGeometry = { pitch: rowHeight, lead: 0, head: rowHeight, overscan: 10, step: 5 };

/** The field of the account that a column edits. */
export const editedField = {
  name: 'name',
  nextStep: 'bdrNextStep',
  nextStepDate: 'bdrNextStepDate',
  owner: 'owner',
  bdrAssigned: 'bdrAssigned',
  industry: 'industry',
  priority: 'priority',
} as const;

export type EditedColumn = keyof typeof editedField;

export const isEditedColumn = (id: string): id is EditedColumn => Object.hasOwn(editedField, id);
