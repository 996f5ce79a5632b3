import { SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useActions } from '../../app/actions.ts';
import { FilterBar } from '../../app/filter-bar.tsx';
import { useSharedFilter } from '../../app/filter-context.tsx';
import { isFiltering } from '../../app/filter-state.ts';
import { NoAccounts } from '../../app/no-accounts.tsx';
import { useStoreStatus, useView } from '../../app/store-context.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState, Skeleton } from '../../components/states.tsx';
import type { Filter } from '../../store/api.ts';
import { boardActions } from './board-actions.ts';
import { Board } from './board.tsx';
import { useUnfilteredCounts } from './use-unfiltered-counts.ts';

/** The board: accounts by BDR Prospecting Status, planned by moving them. */
export function BoardScreen() {
  const { accounts, complete, today } = useStoreStatus();
  const { filter: shared, setFilter } = useSharedFilter();
  // The columns are the statuses: a status filter set on the table stays there.
  const { statuses: onTable, ...filter } = shared;
  const filtering = isFiltering(filter);
  const view = useView({ filter, sort: { key: 'board' }, groupBy: 'status' });
  const all = useUnfilteredCounts(filtering);
  useActions(boardActions);
  const changeFilter = (next: Filter): void =>
    setFilter(onTable === undefined ? next : { ...next, statuses: onTable });

  return (
    <div className="board-screen">
      <h1 className="visually-hidden">Board</h1>
      <div className="board-filter">
        <FilterBar
          filter={filter}
          onFilterChange={changeFilter}
          shown={view?.slots.length ?? null}
          withoutStatus
        />
      </div>
      {content()}
    </div>
  );

  function content(): ReactNode {
    if (view?.groups === undefined) return <Skeleton rows={10} label="Loading the board" />;
    if (accounts === 0 && complete) return <NoAccounts />;
    if (view.slots.length === 0 && filtering) {
      return (
        <EmptyState
          icon={<SearchX aria-hidden />}
          title="No account fits this filter"
          actions={<Button onClick={() => changeFilter({})}>Clear the filter</Button>}
        >
          All {accounts.toLocaleString()} accounts are still there.
        </EmptyState>
      );
    }
    return <Board stored={view.groups} all={all} today={today} />;
  }
}
