import { ChevronDown, Ellipsis, ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { PriorityMark, SegmentTag, StatusWord } from '../../app/marks.tsx';
import { ReceiptPopover } from '../../app/receipts/account-receipt.tsx';
import { websiteLink } from '../../app/outside-link.ts';
import { useMoveEntries } from '../../app/use-move-entries.tsx';
import { useStoreStatus } from '../../app/store-context.tsx';
import { useMoves } from '../../app/use-move-accounts.ts';
import { useOpenLink } from '../../app/use-open-link.ts';
import { usePriorityEntries } from '../../app/use-priority-entries.tsx';
import { segmentName } from '../../app/words.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu } from '../../components/menu.tsx';
import type { AccountDetail } from '../../store/api.ts';
import { PauseDialog } from '../today/pause-dialog.tsx';
import { InlineText } from './inline-text.tsx';
import { NominateDialog } from './nominate-dialog.tsx';

/** The account's name, edited in place. */
export function PanelName({ detail }: { readonly detail: AccountDetail }) {
  const run = useRunCommand();
  const { id, name } = detail.account;
  return (
    <h2 className="panel-name">
      <InlineText
        fieldKey="name"
        label="Account Name"
        text={name}
        onSave={(value) =>
          void run({
            kind: 'editAccounts',
            ids: [id],
            patch: { name: typeof value === 'string' ? value : name },
          })
        }
      />
    </h2>
  );
}

/** What decides most: status, priority, segment, nomination. */
export function PanelMarks({ detail }: { readonly detail: AccountDetail }) {
  const { nominatedBy } = detail.row;
  return (
    <div className="panel-marks">
      <StatusMenu detail={detail} />
      <PriorityMenu detail={detail} />
      <SegmentReceipt detail={detail} />
      {nominatedBy !== '' && <Badge tone="accent">Nominated by {nominatedBy}</Badge>}
    </div>
  );
}

/** What else can be done with the account. */
export function PanelActions({ detail }: { readonly detail: AccountDetail }) {
  return (
    <>
      <OpenWebsite website={detail.account.website} />
      <MoreMenu detail={detail} />
    </>
  );
}

function StatusMenu({ detail }: { readonly detail: AccountDetail }) {
  const [open, setOpen] = useState(false);
  const entries = useMoveEntries([detail.account.id], open);
  return (
    <Menu
      open={open}
      onOpenChange={setOpen}
      entries={entries}
      label="Move to"
      trigger={
        <Button variant="plain" size="small">
          <span className="visually-hidden">Status: </span>
          <StatusWord status={detail.row.status} />
          <ChevronDown aria-hidden />
        </Button>
      }
    />
  );
}

function PriorityMenu({ detail }: { readonly detail: AccountDetail }) {
  const entries = usePriorityEntries([detail.account.id], detail.row.priority);
  return (
    <Menu
      entries={entries}
      label="Priority"
      trigger={
        <Button variant="plain" size="small">
          {detail.row.priority === null ? 'Priority' : <PriorityMark priority={detail.row.priority} />}
          <ChevronDown aria-hidden />
        </Button>
      }
    />
  );
}

/** The segment with the reasons that decided it (SEG-1 to SEG-3). */
function SegmentReceipt({ detail }: { readonly detail: AccountDetail }) {
  return (
    <ReceiptPopover
      id={detail.account.id}
      kind="segment"
      title="Why this segment"
      trigger={
        <button
          type="button"
          className="panel-segment"
          aria-label={`Segment: ${segmentName(detail.row.segment)}, why?`}
        >
          <SegmentTag segment={detail.row.segment} />
        </button>
      }
    />
  );
}

function OpenWebsite({ website }: { readonly website: string | undefined }) {
  const openLink = useOpenLink();
  const link = websiteLink(website);
  if (link === undefined) return null;
  return (
    <IconButton
      label="Open website"
      tip={`Open ${website ?? ''}`}
      icon={<ExternalLink aria-hidden />}
      onClick={() => openLink(link)}
    />
  );
}

function MoreMenu({ detail }: { readonly detail: AccountDetail }) {
  const run = useRunCommand();
  const { openFixList } = useMoves();
  const { today } = useStoreStatus();
  const [nominating, setNominating] = useState(false);
  const [pausing, setPausing] = useState(false);
  const { id, name, owner, clockPauses = [] } = detail.account;
  const isWorked = detail.row.status === 'Actively Working';
  const isPaused = clockPauses.some(
    ({ from, until }) => from <= today && (until === undefined || until >= today),
  );
  return (
    <>
      <Menu
        trigger={<IconButton label="More" icon={<Ellipsis aria-hidden />} />}
        align="end"
        entries={[
          { kind: 'item', id: 'nominate', label: 'Nominate…', onSelect: () => setNominating(true) },
          { kind: 'item', id: 'fix-list', label: 'What to mend…', onSelect: () => openFixList(id) },
          ...(isWorked
            ? [
                isPaused
                  ? {
                      kind: 'item' as const,
                      id: 'resume',
                      label: 'Start the clocks again',
                      onSelect: () => void run({ kind: 'endPause', ids: [id] }, { tell: true }),
                    }
                  : {
                      kind: 'item' as const,
                      id: 'pause',
                      label: 'Pause the clocks…',
                      onSelect: () => setPausing(true),
                    },
              ]
            : []),
          { kind: 'separator', id: 'line' },
          {
            kind: 'item',
            id: 'delete',
            label: 'Delete account',
            danger: true,
            onSelect: () => void run({ kind: 'deleteAccounts', ids: [id] }, { tell: true }),
          },
        ]}
      />
      {pausing && <PauseDialog id={id} name={name} from={null} onClose={() => setPausing(false)} />}
      {nominating && (
        <NominateDialog ids={[id]} suggested={owner ?? ''} onClose={() => setNominating(false)} />
      )}
    </>
  );
}
