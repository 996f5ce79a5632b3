import { ArrowDown, ArrowUp, Columns3, X } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { ViewList } from '../../../shared/views/saved-view.ts';
import { viewFields } from '../../../shared/views/view-fields.ts';
import { Button } from '../../components/button.tsx';
import { Combobox } from '../../components/combobox.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Popover } from '../../components/popover.tsx';
import { Select } from '../../components/select.tsx';
import { useStoreStatus } from '../store-context.tsx';
import type { ListSettings } from './list-settings.ts';
import './views.css';

export interface ColumnsButtonProps {
  readonly list: ViewList;
  readonly settings: ListSettings;
  readonly onSettingsChange: (settings: ListSettings) => void;
  /** The first column stays: it names the row. */
  readonly fixed: string;
  /** Whether the list can be grouped. */
  readonly groups?: boolean;
}

/** Chooses and orders columns, sorts by any field, and groups. Alt with an arrow key moves a column. */
export function ColumnsButton({
  list,
  settings,
  onSettingsChange,
  fixed,
  groups = false,
}: ColumnsButtonProps) {
  const [open, setOpen] = useState(false);
  const { customFields } = useStoreStatus();
  const fields = useMemo(() => viewFields(list, customFields), [list, customFields]);
  const box = useRef<HTMLUListElement>(null);
  const nameOf = (key: string): string => fields.find((field) => field.key === key)?.label ?? key;
  const { columns } = settings;
  const setColumns = (next: readonly string[]): void => onSettingsChange({ ...settings, columns: [...next] });

  const move = (key: string, step: -1 | 1): void => {
    const from = columns.indexOf(key);
    const to = from + step;
    // The fixed column leads, whatever else moves.
    if (from < 1 || to < 1 || to >= columns.length) return;
    const next = columns.filter((other) => other !== key);
    next.splice(to, 0, key);
    setColumns(next);
    requestAnimationFrame(() => {
      box.current?.querySelector<HTMLElement>(`[data-column="${CSS.escape(key)}"]`)?.focus();
    });
  };

  const onKeyDown = (event: KeyboardEvent, key: string): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(key, event.key === 'ArrowUp' ? -1 : 1);
  };

  const options = fields.map(({ key, label }) => ({ value: key, label }));
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      title="Columns"
      align="end"
      className="columns-panel"
      trigger={
        <Button variant="quiet" icon={<Columns3 aria-hidden />}>
          Columns
        </Button>
      }
    >
      <ul ref={box} className="columns-list" aria-label="Shown columns, in order">
        {columns.map((key) => {
          const name = nameOf(key);
          const isFixed = key === fixed;
          return (
            <li key={key} className="columns-item" onKeyDown={(event) => onKeyDown(event, key)}>
              <span className="truncate" title={name}>
                {name}
              </span>
              {!isFixed && (
                <>
                  <button
                    type="button"
                    className="icon-button icon-button-small"
                    data-column={key}
                    aria-label={`Move ${name} up`}
                    aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                    onClick={() => move(key, -1)}
                  >
                    <ArrowUp aria-hidden />
                  </button>
                  <button
                    type="button"
                    className="icon-button icon-button-small"
                    aria-label={`Move ${name} down`}
                    onClick={() => move(key, 1)}
                  >
                    <ArrowDown aria-hidden />
                  </button>
                  <IconButton
                    size="small"
                    label={`Remove the column ${name}`}
                    icon={<X aria-hidden />}
                    onClick={() => setColumns(columns.filter((other) => other !== key))}
                  />
                </>
              )}
            </li>
          );
        })}
      </ul>
      <div className="stack">
        <Combobox
          label="Add a column"
          value={null}
          placeholder="A field or a rule’s result…"
          options={options.filter(({ value }) => !columns.includes(value))}
          onValueChange={(key) => setColumns([...columns, key])}
        />
        <Combobox
          label="Sort by"
          value={settings.sort.field}
          options={options}
          onValueChange={(field) => onSettingsChange({ ...settings, sort: { ...settings.sort, field } })}
        />
        <Select<'up' | 'down'>
          label="Direction"
          value={settings.sort.descending ? 'down' : 'up'}
          options={[
            { value: 'up', label: 'Ascending' },
            { value: 'down', label: 'Descending' },
          ]}
          onValueChange={(direction) =>
            onSettingsChange({
              ...settings,
              sort: { ...settings.sort, descending: direction === 'down' },
            })
          }
        />
        {groups && (
          <Combobox
            label="Group by"
            value={settings.groupBy ?? ''}
            options={[{ value: '', label: 'No groups' }, ...options]}
            onValueChange={(field) => {
              const { groupBy: _, ...rest } = settings;
              onSettingsChange(field === '' ? rest : { ...rest, groupBy: field });
            }}
          />
        )}
      </div>
    </Popover>
  );
}
