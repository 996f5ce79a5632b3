import { ChevronsDownUp, ChevronsUpDown, Plus, SearchX } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { viewFields } from '../../../shared/views/view-fields.ts';
import { useActions, type Action } from '../../app/actions.ts';
import { FilterBar } from '../../app/filter-bar.tsx';
import { useSharedFilter } from '../../app/filter-context.tsx';
import { inspectAccount, useAppLocation } from '../../app/location.ts';
import { NoAccounts } from '../../app/no-accounts.tsx';
import { useOverlays } from '../../app/overlays-context.ts';
import { SelectionBar } from '../../app/selection-bar.tsx';
import { SegmentMeters } from '../../app/segment-meters.tsx';
import { useStore, useStoreStatus, useView } from '../../app/store-context.tsx';
import { allAccounts } from '../../app/views/all-accounts.ts';
import { ColumnsButton } from '../../app/views/columns-button.tsx';
import { filterOf, type ListSettings } from '../../app/views/list-settings.ts';
import { useAccountsState } from '../../app/views/list-state.ts';
import { ViewPicker } from '../../app/views/view-picker.tsx';
import { selectedWords } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { useAnnounce } from '../../components/live-region.tsx';
import { EmptyState, Skeleton } from '../../components/states.tsx';
import type { ViewQuery } from '../../store/api.ts';
import { AccountsGrid } from './accounts-grid.tsx';
import { bandLines, type BandLines } from './band-lines.ts';
import { sortKeyOf, tableLayout } from './columns.ts';
import { useCollapsed } from './collapsed.ts';
import { ListTabs } from './list-tabs.tsx';
import { nothingSelected, type Selection } from './selection.ts';

const nothing = (): void => undefined;

/** Keys that the grid handles itself, so that the list of shortcuts knows them. */
const gridKeys: readonly Action[] = [
  ['edit', 'Edit the cell', 'Enter'],
  ['select', 'Select the account', 'x'],
  ['open', 'Open the account', 'o'],
  ['all', 'Select all shown accounts', 'Mod+A'],
  ['range', 'Extend the selection', 'Shift+Down'],
  ['first', 'To the first account', 'Mod+Home'],
  ['last', 'To the last account', 'Mod+End'],
  ['clear', 'Clear the selection, cancel an edit', 'Escape'],
].map(([id = '', title = '', key = '']) => ({
  id: `accounts.${id}`,
  title,
  group: 'Accounts',
  shortcuts: [key],
  handledByScreen: true,
  run: nothing,
}));

/** Every account as a table: sort, filter, edit in place, select many. */
export function AccountsList() {
  const { book } = useStore();
  const { accounts, complete } = useStoreStatus();
  const { filter, setFilter } = useSharedFilter();
  const { account: inspectedId } = useAppLocation();
  const { openNewAccount } = useOverlays();
  const { customFields } = useStoreStatus();
  const [{ chosen, settings }, setList, setListFilter] = useAccountsState();
  const { columns, sort, groupBy } = settings;
  const [collapsed, toggleBand, setCollapsed] = useCollapsed(groupBy);
  const fields = useMemo(() => viewFields('accounts', customFields), [customFields]);
  const layout = useMemo(() => tableLayout(columns, fields), [columns, fields]);
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const query = useMemo<ViewQuery>(
    () => ({
      filter,
      sort: { key: sortKeyOf(sort.field), ...(sort.descending && { descending: true }) },
      ...(groupBy !== undefined && { groupBy: `field:${groupBy}` }),
    }),
    [filter, sort, groupBy],
  );
  const view = useView(query);
  const lines = useMemo(() => (view === null ? null : bandLines(view, collapsed)), [view, collapsed]);
  const setSettings = (next: ListSettings): void => setList({ chosen, settings: next });
  const setSort = ({ key, descending = false }: ViewQuery['sort']): void => {
    const column = layout.columns.find((other) => other.sort === key);
    if (column) setSettings({ ...settings, sort: { field: column.field, descending } });
  };
  const body = useRef<HTMLDivElement>(null);
  const clear = useCallback(() => {
    setSelection(nothingSelected);
    // The bar goes, and a button of it had focus: it goes back to the table's tab stop.
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      body.current
        ?.querySelector<HTMLElement>(':is([role="grid"], [role="treegrid"]) [tabindex="0"]')
        ?.focus({ preventScroll: true });
    });
  }, []);
  useActions(gridKeys);

  const ids = useMemo(
    () => [...selection.slots].flatMap((slot) => book.row(slot)?.id ?? []),
    [selection.slots, book],
  );

  useAnnouncedSelection(ids.length);

  return (
    <div className="screen accounts">
      <div className="screen-head">
        <h1>Accounts</h1>
        <ListTabs present="accounts" />
        <div className="screen-head-end">
          <SegmentMeters />
          <Button icon={<Plus aria-hidden />} onClick={openNewAccount}>
            <span>
              New<span className="new-account-what"> account</span>
            </span>
          </Button>
        </div>
      </div>
      <div className="screen-tools list-views">
        <ViewPicker
          list="accounts"
          all={allAccounts}
          chosen={chosen}
          settings={settings}
          onChoose={(next, wanted) => {
            setList({ chosen: next, settings: wanted });
            setFilter(filterOf(wanted));
            setSelection(nothingSelected);
          }}
        />
        <div className="list-views-end">
          {lines !== null && lines.bands.length > 1 && (
            <GroupsButton bands={lines.bands} onCollapse={setCollapsed} />
          )}
          <ColumnsButton
            list="accounts"
            settings={settings}
            onSettingsChange={setSettings}
            fixed="name"
            groups
          />
        </div>
      </div>
      <div className="screen-tools">
        <FilterBar filter={filter} onFilterChange={setListFilter} shown={view?.slots.length ?? null} />
      </div>
      <div ref={body} className="screen-body">
        {view === null || lines === null ? (
          <Skeleton rows={14} label="Loading accounts" />
        ) : view.slots.length > 0 ? (
          <AccountsGrid
            list={lines}
            layout={layout}
            question={JSON.stringify(query)}
            onBandToggle={toggleBand}
            bandLabel={fields.find(({ key }) => key === groupBy)?.label ?? ''}
            sort={query.sort}
            onSortChange={setSort}
            selection={selection}
            onSelectionChange={setSelection}
            inspectedId={inspectedId}
            onInspect={inspectAccount}
          />
        ) : accounts > 0 ? (
          <EmptyState
            icon={<SearchX aria-hidden />}
            title="No account fits this filter"
            actions={<Button onClick={() => setFilter({})}>Clear the filter</Button>}
          >
            All {accounts.toLocaleString()} accounts are still there.
          </EmptyState>
        ) : complete ? (
          <NoAccounts />
        ) : (
          <Skeleton rows={14} label="Loading accounts" />
        )}
      </div>
      {ids.length > 0 && <SelectionBar ids={ids} onClear={clear} />}
    </div>
  );
}

/** Says how many accounts are selected whenever that changed. */
function useAnnouncedSelection(selected: number): void {
  const announce = useAnnounce();
  const last = useRef(selected);
  useEffect(() => {
    if (last.current === selected) return;
    last.current = selected;
    announce(selectedWords(selected));
  }, [announce, selected]);
}

/** Hides the rows of all groups, or shows them all again. */
function GroupsButton({
  bands,
  onCollapse,
}: {
  readonly bands: BandLines['bands'];
  readonly onCollapse: (values: readonly string[]) => void;
}) {
  const isAnyOpen = bands.some(({ isCollapsed }) => !isCollapsed);
  return isAnyOpen ? (
    <Button
      variant="quiet"
      icon={<ChevronsDownUp aria-hidden />}
      onClick={() => onCollapse(bands.map(({ value }) => value))}
    >
      Collapse groups
    </Button>
  ) : (
    <Button variant="quiet" icon={<ChevronsUpDown aria-hidden />} onClick={() => onCollapse([])}>
      Expand groups
    </Button>
  );
}
