import { ArrowDown, ArrowUp, SearchX, X } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { plainValue, type FieldValue } from '../../../shared/views/field-value.ts';
import type { ViewList } from '../../../shared/views/saved-view.ts';
import { viewFields, type ViewField } from '../../../shared/views/view-fields.ts';
import { resultName } from '../../../shared/views/result-fields.ts';
import { inspectAccount } from '../../app/location.ts';
import { ColumnsButton } from '../../app/views/columns-button.tsx';
import { ConditionsButton } from '../../app/views/conditions-button.tsx';
import type { ListSettings } from '../../app/views/list-settings.ts';
import { useListState } from '../../app/views/list-state.ts';
import { ViewPicker } from '../../app/views/view-picker.tsx';
import { useStoreStatus } from '../../app/store-context.tsx';
import { choiceName, count, dayText } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState, Skeleton } from '../../components/states.tsx';
import { TextField } from '../../components/text-field.tsx';
import { VirtualTable, type VirtualColumn } from '../../components/virtual-table.tsx';
import type { StoreClient } from '../../store/api.ts';
import type { ListAsk, ListPage } from '../../store/questions/questions.ts';
import { useCommitAtRest } from '../../app/use-commit-at-rest.ts';
import { usePages } from '../../app/use-pages.ts';
import { ListTabs } from './list-tabs.tsx';

/** What both kinds of lines have. */
export interface RecordLine {
  readonly id: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly results: Readonly<Record<string, FieldValue>>;
}

export interface RecordTableProps<Line extends RecordLine> {
  readonly list: Exclude<ViewList, 'accounts'>;
  readonly title: string;
  /** "person", "people". */
  readonly one: string;
  readonly many: string;
  readonly start: ListSettings;
  readonly load: (store: StoreClient, ask: ListAsk) => Promise<ListPage<Line>>;
  /** What a cell shows beyond the text of its field; `undefined` = that text. */
  readonly cell?: (line: Line, field: string) => ReactNode;
  readonly onOpen: (line: Line) => void;
  /** What stands there while there is none at all. */
  readonly empty: ReactNode;
  readonly children?: ReactNode;
}

const tracks: Readonly<Record<ViewField['kind'], string>> = {
  text: 'minmax(150px, 1fr)',
  choice: '140px',
  number: '110px',
  date: '130px',
  flag: '130px',
  yesNo: '110px',
};

/** People or opportunities as a list of their own: views, conditions, columns, sorting by any field. */
export function RecordTable<Line extends RecordLine>({
  list,
  title,
  one,
  many,
  start,
  load,
  cell,
  onOpen,
  empty,
  children,
}: RecordTableProps<Line>) {
  const { customFields } = useStoreStatus();
  const [{ chosen, settings }, setList] = useListState(list, start);
  const [text, setText] = useState(settings.text);
  const [taken, setTaken] = useState(settings.text);
  // Taken over only when a view changed it, never while the own text is on its way.
  if (settings.text !== taken) {
    setTaken(settings.text);
    setText(settings.text);
  }
  useCommitAtRest(text, settings.text, (rested) => {
    setTaken(rested);
    setList({ chosen, settings: { ...settings, text: rested } });
  });
  const { conditions, columns, sort } = settings;
  const [everything, setEverything] = useState<number | null>(null);
  const pages = usePages<Line>(
    JSON.stringify([settings.text, conditions, sort]),
    async (store, offset, limit) => {
      const page = await load(store, { text: settings.text, conditions, sort, offset, limit });
      setEverything(page.total);
      return { total: page.found, rows: page.lines };
    },
  );
  const fields = useMemo(() => viewFields(list, customFields), [list, customFields]);
  const setSettings = (next: ListSettings): void => setList({ chosen, settings: next });
  const shown = columns.map((key): VirtualColumn<Line> => {
    const field = fields.find((other) => other.key === key);
    const isSorted = sort.field === key;
    return {
      key,
      ...(isSorted && { sorted: sort.descending ? 'descending' : 'ascending' }),
      track: key === 'name' ? 'minmax(200px, 1.4fr)' : tracks[field?.kind ?? 'text'],
      label: (
        <button
          type="button"
          className="record-sort"
          aria-label={`Sort by ${field?.label ?? key}`}
          onClick={() =>
            setSettings({ ...settings, sort: { field: key, descending: isSorted && !sort.descending } })
          }
        >
          <span className="truncate">{field?.label ?? key}</span>
          {isSorted && (sort.descending ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
        </button>
      ),
      cell: (line) => {
        if (key === 'name') {
          return (
            <button type="button" className="record-link truncate" onClick={() => onOpen(line)}>
              {textOf(line, field) || '(no name)'}
            </button>
          );
        }
        if (key === 'rule.accountName') {
          return (
            <button
              type="button"
              className="record-link record-link-quiet truncate"
              onClick={() => inspectAccount(line.accountId)}
            >
              {line.accountName}
            </button>
          );
        }
        const own = cell?.(line, key);
        return own === undefined ? <span className="truncate">{textOf(line, field)}</span> : own;
      },
    };
  });
  const found = pages.total;
  const isFiltering = settings.text.trim() !== '' || conditions.length > 0;
  return (
    <div className="screen accounts">
      <div className="screen-head">
        <h1>{title}</h1>
        <ListTabs present={list} />
        <div className="screen-head-end">{children}</div>
      </div>
      <div className="screen-tools list-views">
        <ViewPicker
          list={list}
          all={{ name: `All ${many}`, settings: start }}
          chosen={chosen}
          settings={settings}
          onChoose={(next, wanted) => setList({ chosen: next, settings: wanted })}
        />
        <div className="list-views-end">
          <ColumnsButton list={list} settings={settings} onSettingsChange={setSettings} fixed="name" />
        </div>
      </div>
      <div className="screen-tools">
        <div className="filter-bar" role="search" aria-label={`Filter ${many}`}>
          <TextField
            type="search"
            label="Filter by text"
            hideLabel
            className="filter-text"
            placeholder="Filter…"
            value={text}
            onValueChange={setText}
          />
          <ConditionsButton
            list={list}
            conditions={conditions}
            onConditionsChange={(next) => setSettings({ ...settings, conditions: [...next] })}
          />
          {isFiltering && (
            <Button
              variant="quiet"
              size="small"
              icon={<X aria-hidden />}
              onClick={() => setSettings({ ...settings, text: '', conditions: [] })}
            >
              Clear
            </Button>
          )}
          <span className="filter-count" role="status">
            {found === null || everything === null
              ? ''
              : isFiltering
                ? `${found.toLocaleString()} of ${count(everything, one, many)}`
                : count(everything, one, many)}
          </span>
        </div>
      </div>
      <div className="screen-body record-grid-body">
        {found === null ? (
          <Skeleton rows={14} label={`Loading ${many}`} />
        ) : everything === 0 ? (
          empty
        ) : found === 0 ? (
          <EmptyState
            icon={<SearchX aria-hidden />}
            title="Nothing fits this filter"
            actions={
              <Button onClick={() => setSettings({ ...settings, text: '', conditions: [] })}>
                Clear the filter
              </Button>
            }
          >
            {count(everything ?? 0, one, many)} in the book.
          </EmptyState>
        ) : (
          <VirtualTable
            label={title}
            columns={shown}
            total={found}
            rowAt={pages.rowAt}
            onWindow={pages.show}
            minWidth={200 + columns.length * 130}
          />
        )}
      </div>
    </div>
  );
}

/** A field of a line for people. */
function textOf({ values, results }: RecordLine, field: ViewField | undefined): string {
  if (field === undefined) return '';
  const name = resultName(field.key);
  const value = name === undefined ? plainValue(values[field.key]) : (results[name] ?? null);
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  switch (field.kind) {
    case 'flag':
      return 'Yes';
    case 'date':
      return dayText(String(value));
    case 'choice':
      return choiceName(String(value));
    default:
      return typeof value === 'object' ? value.join('; ') : String(value);
  }
}
