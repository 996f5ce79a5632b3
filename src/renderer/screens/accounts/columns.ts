import type { ListGeometry } from '../../components/use-list-window.ts';
import type { SortKey } from '../../store/api.ts';

/** How a cell is edited: by typing, by a date, from a menu of priorities, or by a move between statuses. */
export type CellEdit = 'text' | 'date' | 'priority' | 'status';

export interface Column {
  readonly id:
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
  readonly label: string;
  /** In px. */
  readonly width: number;
  readonly sort?: SortKey;
  readonly edit?: CellEdit;
  readonly alignEnd?: boolean;
}

/** The columns of the table, in order. */
export const columns: readonly Column[] = [
  { id: 'select', label: 'Selected', width: 36 },
  { id: 'name', label: 'Account', width: 248, sort: 'name', edit: 'text' },
  { id: 'segment', label: 'Segment', width: 104, sort: 'segment' },
  { id: 'status', label: 'Status', width: 148, sort: 'status', edit: 'status' },
  { id: 'priority', label: 'Priority', width: 76, sort: 'priority', edit: 'priority' },
  { id: 'nextStepDate', label: 'Next step date', width: 124, sort: 'nextStepDate', edit: 'date' },
  { id: 'nextStep', label: 'Next step', width: 200, edit: 'text' },
  { id: 'owner', label: 'Owner', width: 136, sort: 'owner', edit: 'text' },
  { id: 'bdrAssigned', label: 'BDR Assigned', width: 136, sort: 'bdrAssigned', edit: 'text' },
  { id: 'place', label: 'Place', width: 180, sort: 'place' },
  { id: 'employees', label: 'Employees', width: 104, sort: 'employees', alignEnd: true },
  { id: 'domain', label: 'Domain', width: 160, sort: 'domain' },
  { id: 'industry', label: 'Industry', width: 160, sort: 'industry', edit: 'text' },
  { id: 'findings', label: 'Findings', width: 260 },
];

/** Fixed, so that a row's place follows from its index. In px. */
export const rowHeight = 32;

/** The head of the table is as high as a row. */
export const rowList: ListGeometry = { pitch: rowHeight, lead: 0, head: rowHeight, overscan: 10, step: 5 };

export const tableWidth = columns.reduce((sum, column) => sum + column.width, 0);
export const columnTemplate = columns.map((column) => `${column.width}px`).join(' ');

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
