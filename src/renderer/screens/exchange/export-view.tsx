import { useState } from 'react';
import { useSharedFilter } from '../../app/filter-context.tsx';
import { isFiltering } from '../../app/filter-state.ts';
import { useStoreStatus } from '../../app/store-context.tsx';
import { openScreen } from '../../app/location.ts';
import { pathOf } from '../../app/routes.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/states.tsx';
import { Select } from '../../components/select.tsx';
import { FilteredForm } from './export-dialog.tsx';
import { ExportForm } from './export-form.tsx';

/** The export half of the screen: all accounts, or those that board and table show now. */
export function ExportView() {
  const { filter } = useSharedFilter();
  const { accounts } = useStoreStatus();
  const filtering = isFiltering(filter);
  const [scope, setScope] = useState<'all' | 'filter'>(filtering ? 'filter' : 'all');
  if (accounts === 0) {
    return (
      <EmptyState
        title="Nothing to export yet"
        actions={
          <Button variant="primary" onClick={() => openScreen(`${pathOf('exchange')}/import`)}>
            Import a list
          </Button>
        }
      >
        Accounts that you import or add can be exported here.
      </EmptyState>
    );
  }
  return (
    <div className="stack export-view">
      <h2 className="step-heading">Export accounts as CSV</h2>
      {filtering && (
        <Select<'all' | 'filter'>
          label="Which accounts"
          value={scope}
          options={[
            { value: 'filter', label: 'Those the present filter shows' },
            { value: 'all', label: 'All accounts' },
          ]}
          onValueChange={setScope}
        />
      )}
      {filtering && scope === 'filter' ? <FilteredForm filter={filter} /> : <ExportForm ids={null} />}
      <p className="muted small">To export a selection, select rows or cards and choose Export there.</p>
    </div>
  );
}
