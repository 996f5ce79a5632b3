import { ArrowRight, Download, PencilLine, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Status } from '../../../shared/accounts/account.ts';
import { usePriorityEntries } from '../../app/use-priority-entries.tsx';
import { count } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu } from '../../components/menu.tsx';
import { statusEntries } from './move-entries.tsx';
import { useAnswers } from './use-answers.ts';

const BulkDialog = lazy(async () => ({
  default: (await import('../../app/bulk/bulk-dialog.tsx')).BulkDialog,
}));
const ExportDialog = lazy(async () => ({
  default: (await import('../exchange/export-dialog.tsx')).ExportDialog,
}));

/** What can be done with the selected cards. */
export function SelectionBar({
  ids,
  onMove,
  onClear,
}: {
  readonly ids: readonly string[];
  readonly onMove: (to: Status) => void;
  readonly onClear: () => void;
}) {
  const [moving, setMoving] = useState(false);
  const [changing, setChanging] = useState(false);
  const [exporting, setExporting] = useState(false);
  const answers = useAnswers(ids, moving);
  const priorities = usePriorityEntries(ids, undefined);
  return (
    <div className="board-selection-bar" role="toolbar" aria-label="Selected accounts">
      <span className="board-selection-bar-count">{count(ids.length, 'account')} selected</span>
      <Menu
        trigger={
          <Button size="small" icon={<ArrowRight aria-hidden />}>
            Move to…
          </Button>
        }
        label={`Move ${count(ids.length, 'account')}`}
        side="top"
        open={moving}
        onOpenChange={setMoving}
        entries={statusEntries(ids.length, null, answers, onMove)}
      />
      <Menu trigger={<Button size="small">Set priority</Button>} side="top" entries={priorities} />
      <Button size="small" icon={<PencilLine aria-hidden />} onClick={() => setChanging(true)}>
        Change…
      </Button>
      <Button size="small" icon={<Download aria-hidden />} onClick={() => setExporting(true)}>
        Export
      </Button>
      <IconButton
        size="small"
        label="Clear selection"
        shortcut="Esc"
        icon={<X aria-hidden />}
        onClick={onClear}
      />
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
