import { useMemo, useState } from 'react';
import { statuses, type Status } from '../../../shared/accounts/account.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import type { BulkChange, BulkRow } from '../../../shared/statuses/bulk.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { VirtualTable, type VirtualColumn } from '../../components/virtual-table.tsx';
import type { AccountPatch, Command } from '../../store/api.ts';
import { readFieldText } from '../field-text.ts';
import { useStore, useStoreStatus } from '../store-context.tsx';
import { useAnswer } from '../use-answer.ts';
import { useMoves } from '../use-move-accounts.ts';
import { useRunCommand } from '../use-run-command.ts';
import { count, statusName } from '../words.ts';
import './bulk.css';

/** What may be changed for many at once. */
const fields = [
  ['status', 'BDR Prospecting Status'],
  ['bdrAssigned', 'BDR Assigned'],
  ['owner', 'Account Owner'],
  ['priority', 'Priority'],
  ['bdrNextStepDate', 'BDR Next Step Date'],
  ['bdrNextStep', 'BDR Next Step'],
] as const;
type BulkField = (typeof fields)[number][0];

const blank = 'blank';

/** AW-15: one change for many accounts, with what it would do to each before anything is done. */
export function BulkDialog({
  ids,
  onClose,
}: {
  readonly ids: readonly string[];
  readonly onClose: () => void;
}) {
  const store = useStore();
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

  const change: BulkChange | undefined =
    field === 'status'
      ? { kind: 'status', to: status }
      : field === 'bdrAssigned'
        ? { kind: 'bdrAssigned', to: text.trim() }
        : undefined;
  const decided = useAnswer('bulk', change === undefined ? undefined : { ids, change });
  const rows: readonly BulkRow[] | null =
    change === undefined ? ids.map((id) => plainRow(id, field, text, store)) : decided;
  const of = (outcome: BulkRow['outcome']): readonly BulkRow[] =>
    (rows ?? []).filter((row) => row.outcome === outcome);
  const passing = of('passes');
  const refused = of('refused');
  const shown = useMemo(() => [...(rows ?? [])].sort((a, b) => order[a.outcome] - order[b.outcome]), [rows]);

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
      const outcome = await choosePriority(chosen, text === blank ? null : (Number(text) as 1 | 2 | 3));
      setBusy(false);
      if (outcome?.ok === true) onClose();
      return;
    }
    const outcome = await run(commandFor(field, chosen, text.trim(), read), { tell: true });
    setBusy(false);
    if (outcome.ok) onClose();
  };

  const columns: readonly VirtualColumn<BulkRow>[] = [
    {
      key: 'name',
      label: 'Account',
      track: '200px',
      cell: ({ name }) => <span className="truncate">{name}</span>,
    },
    {
      key: 'outcome',
      label: 'Would',
      track: '120px',
      cell: ({ outcome }) => <Badge tone={tones[outcome]}>{words[outcome]}</Badge>,
    },
    {
      key: 'why',
      label: 'Why',
      track: 'minmax(240px, 1fr)',
      cell: (row) => (
        <span className="truncate" title={whyOf(row)}>
          {whyOf(row)}
        </span>
      ),
    },
  ];
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
            options={fields.map(([value, label]) => ({ value, label }))}
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
                { value: blank, label: 'No priority' },
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
            : `${passing.length.toLocaleString()} would change, ${refused.length.toLocaleString()} refused, ${of('unchanged').length.toLocaleString()} as they are.`}
        </p>
        <div className="bulk-rows">
          <VirtualTable
            label="What the change does to each account"
            columns={columns}
            total={shown.length}
            rowAt={(index) => shown[index]}
            isMarked={(index) => shown[index]?.outcome === 'refused'}
            minWidth={560}
          />
        </div>
      </div>
    </Dialog>
  );
}

/** Refused ones first: they are what a person has to look at. */
const order = { refused: 0, passes: 1, unchanged: 2 } as const;
const tones = { refused: 'danger', passes: 'good', unchanged: 'neutral' } as const;
const words = { refused: 'Refused', passes: 'Change', unchanged: 'Stay as it is' } as const;

function whyOf({ refusals, warnings, needsReason }: BulkRow): string {
  const [refusal] = refusals;
  if (refusal) return `${say(refusal.message)} ${say(refusal.remedy)}`;
  return [
    ...warnings.map(({ message }) => say(message)),
    ...(needsReason ? ['AW-8: you will be asked for a reason.'] : []),
  ].join(' ');
}

/** What a field that no rule guards would become. */
function plainRow(
  id: string,
  field: BulkField,
  text: string,
  { book }: ReturnType<typeof useStore>,
): BulkRow {
  const slot = book.slotOf(id);
  const row = slot === undefined ? undefined : book.row(slot);
  const now = {
    owner: row?.owner,
    priority: row?.priority === null ? blank : String(row?.priority),
    bdrNextStepDate: row?.nextStepDate ?? '',
    bdrNextStep: row?.nextStep,
    status: '',
    bdrAssigned: row?.bdrAssigned,
  }[field];
  return {
    id,
    name: row?.name ?? '',
    outcome: now === text.trim() ? 'unchanged' : 'passes',
    refusals: [],
    warnings: [],
    overridable: false,
    needsReason: false,
  };
}

function commandFor(
  field: Exclude<BulkField, 'status' | 'priority'>,
  ids: readonly string[],
  text: string,
  read: ReturnType<typeof readFieldText> | null,
): Command {
  if (field === 'bdrAssigned') {
    return { kind: 'assignAccounts', assignments: ids.map((id) => ({ id, bdr: text })) };
  }
  const patch = { [field]: read?.ok === true ? read.value : null } as AccountPatch;
  return { kind: 'editAccounts', ids, patch };
}
