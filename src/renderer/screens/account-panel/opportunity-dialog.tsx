import { opportunityValues, type Opportunity } from '../../../shared/accounts/opportunity.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { opportunityFields } from '../../../shared/accounts/record-fields.ts';
import { RecordDialog } from './record-dialog.tsx';
import { changedValues, filledValues } from './record-fields.ts';

export interface OpportunityDialogProps {
  readonly accountId: string;
  /** `null` adds a new one. */
  readonly opportunity: Opportunity | null;
  readonly onClose: () => void;
}

/** Adds, edits or removes an opportunity at an account, as the CRM has it. */
export function OpportunityDialog({ accountId, opportunity, onClose }: OpportunityDialogProps) {
  const run = useRunCommand();
  return (
    <RecordDialog
      title={opportunity === null ? 'Add an opportunity' : (opportunity.name ?? 'Opportunity')}
      fields={opportunityFields}
      values={opportunity}
      firstMissing="Give it the name that it has in the CRM."
      onSubmit={async (texts) => {
        const outcome =
          opportunity === null
            ? await run({
                kind: 'createOpportunity',
                values: opportunityValues.parse({ accountId, ...filledValues(opportunityFields, texts) }),
              })
            : await run({
                kind: 'editOpportunity',
                id: opportunity.id,
                patch: changedValues(opportunityFields, texts, opportunity),
              });
        return outcome.ok;
      }}
      onDelete={() => {
        if (opportunity !== null) {
          void run({ kind: 'deleteOpportunity', id: opportunity.id }, { tell: true });
        }
      }}
      onClose={onClose}
    />
  );
}
