import { ArrowDownToLine, PencilLine, Trash2, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useMoveEntries } from '../../app/use-move-entries.tsx';
import { usePriorityEntries } from '../../app/use-priority-entries.tsx';
import { useRunCommand } from '../../app/use-run-command.ts';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu } from '../../components/menu.tsx';

const BulkDialog = lazy(async () => ({
  default: (await import('../../app/bulk/bulk-dialog.tsx')).BulkDialog,
}));
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
  const [changing, setChanging] = useState(false);
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
      <Button variant="quiet" icon={<PencilLine aria-hidden />} onClick={() => setChanging(true)}>
        Change…
      </Button>
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
      {changing && (
        <Suspense fallback={null}>
          <BulkDialog ids={ids} onClose={() => setChanging(false)} />
        </Suspense>
      )}
      {exporting && (
        <Suspense fallback={null}>
          <ExportDialog open onClose={() => setExporting(false)} scope={{ kind: 'selection', ids }} />
        </Suspense>
      )}
    </div>
  );
}
