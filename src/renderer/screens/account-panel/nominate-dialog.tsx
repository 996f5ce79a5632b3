import { TextDialog } from '../../app/text-dialog.tsx';
import { useRunCommand } from '../../app/use-run-command.ts';

/** AW-1: an AE's nomination is a marker with who and when; it moves nothing by itself. */
export function NominateDialog({
  ids,
  suggested,
  onClose,
}: {
  readonly ids: readonly string[];
  /** Usually the account's owner. */
  readonly suggested: string;
  readonly onClose: () => void;
}) {
  const run = useRunCommand();
  return (
    <TextDialog
      title="Nominate"
      description="AW-1: marks the account for the BDR; its status changes only when the BDR queues it."
      label="Who nominates"
      start={suggested}
      does="Nominate"
      problemOf={(by) => (by === '' ? 'Name the AE who nominates, e.g. the account owner.' : undefined)}
      onSubmit={async (by) => (await run({ kind: 'nominate', ids, by }, { tell: true })).ok}
      onClose={onClose}
    />
  );
}
