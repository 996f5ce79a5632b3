import { useStoreStatus } from '../../app/store-context.tsx';
import { openScreen } from '../../app/location.ts';
import { pathOf } from '../../app/routes.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/states.tsx';
import { ExportAccounts } from './export-accounts.tsx';

/** The export half of the screen: all accounts, or those that board and table show now. */
export function ExportView() {
  const { accounts } = useStoreStatus();
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
      <ExportAccounts selected={null} />
      <p className="muted small">To export a selection, select rows or cards and choose Export there.</p>
    </div>
  );
}
