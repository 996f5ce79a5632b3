import { useMemo, useState } from 'react';
import { statuses, type Status } from '../../../shared/accounts/account.ts';
import type { BulkChange, BulkRow } from '../../../shared/statuses/bulk.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { readFieldText } from '../field-text.ts';
import { useStore, useStoreStatus } from '../store-context.tsx';
import { useFreshAnswer } from '../use-answer.ts';
import { useMoves } from '../use-move-accounts.ts';
import { useRested } from '../use-rested.ts';
import { useRunCommand } from '../use-run-command.ts';
import { count, statusName } from '../words.ts';
import { bulkFields, commandFor, isPlain, noPriority, plainRow, type BulkField } from './bulk-fields.ts';
import { bulkGroups } from './bulk-groups.ts';
import { BulkTable } from './bulk-table.tsx';
import './bulk.css';

/** How long typing rests before thousands of accounts are decided, in milliseconds. */
const typingRest = 150;

/** AW-15: one change for many accounts, with what it would do to each before anything is done. */
export function BulkDialog({
  ids,
  onClose,
}: {
  readonly ids: readonly string[];
  readonly onClose: () => void;
}) {
  const { settings } = useStoreStatus();
  const run = useRunCommand();
  const { choosePriority, move } = useMoves();
  const [field, setField] = useState<BulkField>('status');
  const [status, setStatus] = useState<Status>('Queued');
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({
    bdrAssigned: settings.bdr,
    priority: '1',
  });
  const [isBusy, setBusy] = useState(false);
  const text = texts[field] ?? '';
  const read = useMemo(
    () => (field === 'status' || field === 'priority' ? null : readFieldText(field, text)),
    [field, text],
  );
  const error = read !== null && !read.ok ? read.error : undefined;
  const rows = useBulkRows(ids, field, field === 'status' ? status : text);
  const groups = useMemo(() => (rows === null ? null : bulkGroups(rows)), [rows]);
  const passing = groups?.find(({ key }) => key === 'passes')?.rows ?? [];
  const unchanged = groups?.find(({ key }) => key === 'unchanged')?.rows.length ?? 0;

  const apply = async (): Promise<void> => {
    const chosen = passing.map(({ id }) => id);
    setBusy(true);
    if (field === 'status') {
      // It asks for what the rules want to know (AW-8, why it rests), and comes back when it is done.
      const outcome = await move(chosen, status);
      setBusy(false);
      if (outcome?.ok === true) onClose();
      return;
    }
    if (field === 'priority') {
      const outcome = await choosePriority(chosen, text === noPriority ? null : (Number(text) as 1 | 2 | 3));
      setBusy(false);
      if (outcome?.ok === true) onClose();
      return;
    }
    const outcome = await run(commandFor(field, chosen, text.trim(), read), { tell: true });
    setBusy(false);
    if (outcome.ok) onClose();
  };

  return (
    <Dialog
      open
      onClose={onClose}
      size="large"
      title={`Change ${count(ids.length, 'account')}`}
      description="AW-15: what would happen to each account, before anything is done. One undo takes all of it back."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={isBusy || rows === null || passing.length === 0 || error !== undefined}
            onClick={() => void apply()}
          >
            {passing.length === 0 ? 'Nothing to change' : `Change ${count(passing.length, 'account')}`}
          </Button>
        </>
      }
    >
      <div className="stack">
        <div className="bulk-choice">
          <Select<BulkField>
            label="What to change"
            value={field}
            options={bulkFields.map(([value, label]) => ({ value, label }))}
            onValueChange={setField}
          />
          {field === 'status' ? (
            <Select<Status>
              label="New status"
              value={status}
              options={statuses.map((value) => ({ value, label: statusName(value) }))}
              onValueChange={setStatus}
            />
          ) : field === 'priority' ? (
            <Select
              label="New priority"
              value={text}
              options={[
                ...['1', '2', '3'].map((value) => ({ value, label: `Priority ${value}` })),
                { value: noPriority, label: 'No priority' },
              ]}
              onValueChange={(next) => setTexts({ ...texts, priority: next })}
            />
          ) : (
            <TextField
              label="New value"
              hint="Empty takes the value away."
              type={field === 'bdrNextStepDate' ? 'date' : 'text'}
              value={text}
              error={error}
              onValueChange={(next) => setTexts({ ...texts, [field]: next })}
            />
          )}
        </div>
        <p role="status" className="bulk-sum">
          {rows === null
            ? 'Deciding…'
            : `${passing.length.toLocaleString()} would change, ${(rows.length - passing.length - unchanged).toLocaleString()} refused, ${unchanged.toLocaleString()} as they are.`}
        </p>
        <BulkTable groups={groups ?? []} />
      </div>
    </Dialog>
  );
}

/**
 * What a change would do to each account, once typing rests; `null` while that is being decided.
 * @param to the new status, or the text of another field
 */
function useBulkRows(ids: readonly string[], field: BulkField, to: string): readonly BulkRow[] | null {
  const { book } = useStore();
  const wanted = useMemo(() => ({ field, to }), [field, to]);
  const rested = useRested(wanted, field === 'status' ? 0 : typingRest);
  const isRested = rested.field === field && rested.to === to;
  const change: BulkChange | undefined =
    !isRested || isPlain(field)
      ? undefined
      : field === 'status'
        ? { kind: 'status', to: to as Status }
        : { kind: 'bdrAssigned', to: to.trim() };
  const decided = useFreshAnswer('bulk', change === undefined ? undefined : { ids, change });
  const plain = useMemo(() => {
    const { field: of, to: text } = rested;
    return isPlain(of) ? ids.map((id) => plainRow(id, of, text, book.rowOf(id))) : null;
  }, [ids, rested, book]);
  return isRested ? (plain ?? decided) : null;
}
