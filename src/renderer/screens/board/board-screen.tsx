import { SearchX } from 'lucide-react';
import { startTransition, type ReactNode } from 'react';
import { boardAtFirst, type BoardShown } from '../../../shared/views/board-shown.ts';
import { useActions, type Action } from '../../app/actions.ts';
import { FilterBar } from '../../app/filter-bar.tsx';
import { useSharedFilter } from '../../app/filter-context.tsx';
import { isFiltering } from '../../app/filter-state.ts';
import { NoAccounts } from '../../app/no-accounts.tsx';
import { MixLink } from '../../app/mix-link.tsx';
import { useStoreStatus, useView } from '../../app/store-context.tsx';
import { allAccounts } from '../../app/views/all-accounts.ts';
import { conditionsOfFilter, filterOf } from '../../app/views/list-settings.ts';
import { useAccountsState } from '../../app/views/list-state.ts';
import { ViewPicker } from '../../app/views/view-picker.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState, Skeleton } from '../../components/states.tsx';
import type { Filter } from '../../store/api.ts';
import { boardActions } from './board-actions.ts';
import { LanedBoard } from './laned-board.tsx';
import { LaneMenu } from './lane-menu.tsx';
import { LensSwitch } from './lens-switch.tsx';
import { PriorityLens } from './priority-lens.tsx';
import type { LaneChoice } from './use-shown-lanes.ts';
import { useUnfilteredCounts } from './use-unfiltered-counts.ts';

/** One list for as long as another lens is on. */
const noActions: readonly Action[] = [];

/** The board: accounts by BDR Prospecting Status, planned by moving them. */
export function BoardScreen() {
  const { accounts, complete, today, territories } = useStoreStatus();
  const { filter: shared, setFilter } = useSharedFilter();
  // The columns are the statuses: a status filter set on the table stays there.
  const { statuses: onTable, ...filter } = shared;
  const filtering = isFiltering(filter);
  const view = useView({ filter, sort: { key: 'board' }, groupBy: 'status' });
  const all = useUnfilteredCounts(filtering);
  const [{ chosen, settings }, setList, setListFilter] = useAccountsState();
  const board = settings.board ?? boardAtFirst;
  const { lens } = board;
  // Its columns are the Priorities: a filter of them would only empty some.
  const { priorities: _priorities, ...others } = filter;
  // A view keeps what the board shows of the filter.
  const conditions = [...conditionsOfFilter(lens === 'status' ? filter : others)];
  const onBoardChange = (next: BoardShown): void =>
    setList({ chosen, settings: { ...settings, board: next } });
  const choice: LaneChoice = {
    // Without a mapping there are no territories to make lanes of; the choice holds until there is one again.
    kind: board.lanes === 'territory' && territories.length === 0 ? 'none' : board.lanes,
    board,
    onBoardChange,
  };
  useActions(lens === 'status' ? boardActions : noActions);
  const changeFilter = (next: Filter): void =>
    setListFilter(onTable === undefined ? next : { ...next, statuses: onTable });

  return (
    <div className="board-screen">
      <h1 className="visually-hidden">Board</h1>
      <div className="board-filter">
        <ViewPicker
          list="accounts"
          all={allAccounts}
          chosen={chosen}
          settings={{ ...settings, conditions, board }}
          onBoard
          onChoose={(next, wanted) => {
            // Every card may be drawn anew: in slices, so that no key or click waits for it.
            startTransition(() => {
              setList({ chosen: next, settings: wanted });
              setFilter(filterOf(wanted));
            });
          }}
        />
        <LensSwitch lens={lens} onChange={(next) => onBoardChange({ ...board, lens: next })} />
        <LaneMenu
          kind={choice.kind}
          withTerritories={territories.length > 0}
          onChange={(next) => startTransition(() => onBoardChange({ ...board, lanes: next }))}
        />
        {lens === 'priority' && <MixLink />}
        <FilterBar
          filter={filter}
          onFilterChange={changeFilter}
          shown={view?.slots.length ?? null}
          withoutStatus
          withoutPriority={lens === 'priority'}
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
    return lens === 'status' ? (
      <LanedBoard stored={view.groups} all={all} today={today} choice={choice} />
    ) : (
      <PriorityLens filter={others} today={today} choice={choice} />
    );
  }
}
