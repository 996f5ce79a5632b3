import { Handshake } from 'lucide-react';
import { useState } from 'react';
import type { Opportunity } from '../../../shared/accounts/opportunity.ts';
import { openScreen } from '../../app/location.ts';
import { pathOf } from '../../app/routes.ts';
import type { ListSettings } from '../../app/views/list-settings.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/states.tsx';
import type { OpportunityLine } from '../../store/questions/questions.ts';
import { OpportunityDialog } from '../account-panel/opportunity-dialog.tsx';
import { RecordTable } from './record-table.tsx';

const start: ListSettings = {
  text: '',
  conditions: [],
  columns: ['name', 'rule.accountName', 'stage', 'owner', 'createdDate', 'nextStepDate', 'closeDate'],
  sort: { field: 'name', descending: false },
};

const importOpportunities = (): void => openScreen(`${pathOf('exchange')}/import`);

/** The opportunities of the book, as the CRM has them. */
export function OpportunitiesList() {
  const [open, setOpen] = useState<OpportunityLine | null>(null);
  return (
    <>
      <RecordTable<OpportunityLine>
        list="opportunities"
        title="Opportunities"
        one="opportunity"
        many="opportunities"
        start={start}
        load={(store, ask) => store.ask('opportunities', ask)}
        onOpen={setOpen}
        empty={
          <EmptyState
            icon={<Handshake aria-hidden />}
            title="No opportunities yet"
            actions={<Button onClick={importOpportunities}>Import opportunities</Button>}
          >
            Import the list of your CRM, or add them in the panel of an account.
          </EmptyState>
        }
      >
        <Button onClick={importOpportunities}>Import opportunities</Button>
      </RecordTable>
      {open !== null && (
        <OpportunityDialog
          accountId={open.accountId}
          opportunity={{ ...open.values, id: open.id } as Opportunity}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
