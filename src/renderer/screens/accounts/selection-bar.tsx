import { ArrowDownToLine, Trash2, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useMoveEntries } from '../../app/use-move-entries.tsx';
import { usePriorityEntries } from '../../app/use-priority-entries.tsx';
import { useRunCommand } from '../../app/use-run-command.ts';
import { useStoreStatus } from '../../app/store-context.tsx';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu } from '../../components/menu.tsx';
import { Popover } from '../../components/popover.tsx';
import { TextField } from '../../components/text-field.tsx';

const ExportDialog = lazy(async () => ({
  default: (await import('../exchange/export-dialog.tsx')).ExportDialog,
}));

export interface SelectionBarProps {
  readonly ids: readonly string[];
  readonly onClear: () => void;
}

/** What can be done with all selected accounts at once. */
export function SelectionBar({ ids, onClear }: SelectionBarProps) {
  const run = useRunCommand();
  const [moving, setMoving] = useState(false);
  const [exporting, setExporting] = useState(false);
  const moveEntries = useMoveEntries(ids, moving);
  const priorityEntries = usePriorityEntries(ids, undefined);
  return (
    <div className="selection-bar" role="toolbar" aria-label="Selected accounts">
      <span className="selection-bar-count" role="status">
        {ids.length.toLocaleString()} selected
      </span>
      <Menu
        open={moving}
        onOpenChange={setMoving}
        side="top"
        entries={moveEntries}
        trigger={<Button variant="quiet">Move to…</Button>}
      />
      <Menu side="top" entries={priorityEntries} trigger={<Button variant="quiet">Priority…</Button>} />
      <AssignBdr ids={ids} />
      <Button variant="quiet" icon={<ArrowDownToLine aria-hidden />} onClick={() => setExporting(true)}>
        Export…
      </Button>
      <Button
        variant="quiet"
        icon={<Trash2 aria-hidden />}
        onClick={() => {
          void run({ kind: 'deleteAccounts', ids }, { tell: true });
          onClear();
        }}
      >
        Delete
      </Button>
      <IconButton label="Clear selection" shortcut="Escape" icon={<X aria-hidden />} onClick={onClear} />
      {exporting && (
        <Suspense fallback={null}>
          <ExportDialog open onClose={() => setExporting(false)} scope={{ kind: 'selection', ids }} />
        </Suspense>
      )}
    </div>
  );
}

function AssignBdr({ ids }: { readonly ids: readonly string[] }) {
  const { settings } = useStoreStatus();
  const run = useRunCommand();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(settings.bdr);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      title="Assign BDR"
      trigger={<Button variant="quiet">Assign BDR…</Button>}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setOpen(false);
          void run(
            { kind: 'editAccounts', ids, patch: { bdrAssigned: name.trim() === '' ? null : name.trim() } },
            { tell: true },
          );
        }}
      >
        <TextField
          label="BDR Assigned"
          hint="Empty takes the BDR away."
          value={name}
          onValueChange={setName}
        />
        <Button variant="primary" type="submit">
          Assign
        </Button>
      </form>
    </Popover>
  );
}
