import { prospectValues, type Prospect } from '../../../shared/accounts/prospect.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { prospectFields } from '../../../shared/accounts/record-fields.ts';
import { RecordDialog } from './record-dialog.tsx';
import { changedValues, filledValues } from './record-fields.ts';

export interface ProspectDialogProps {
  readonly accountId: string;
  /** `null` adds a new person. */
  readonly prospect: Prospect | null;
  readonly onClose: () => void;
}

/** Adds, edits or removes a person at an account. */
export function ProspectDialog({ accountId, prospect, onClose }: ProspectDialogProps) {
  const run = useRunCommand();
  return (
    <RecordDialog
      title={prospect === null ? 'Add a person' : prospect.name}
      description="PR-10: what is filled in here decides whether they may be called and written to."
      fields={prospectFields}
      values={prospect}
      firstMissing="A person needs a name."
      onSubmit={async (texts) => {
        const outcome =
          prospect === null
            ? await run({
                kind: 'createProspect',
                values: prospectValues.parse({ accountId, ...filledValues(prospectFields, texts) }),
              })
            : await run({
                kind: 'editProspect',
                id: prospect.id,
                patch: changedValues(prospectFields, texts, prospect),
              });
        return outcome.ok;
      }}
      onDelete={() => {
        if (prospect !== null) void run({ kind: 'deleteProspect', id: prospect.id }, { tell: true });
      }}
      onClose={onClose}
    />
  );
}
