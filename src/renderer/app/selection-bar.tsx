import { ArrowDownToLine, PencilLine, Trash2, X } from 'lucide-react';
import { lazy, Suspense, useLayoutEffect, useRef, useState } from 'react';
import type { Status } from '../../shared/accounts/account.ts';
import { Button } from '../components/button.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { Menu } from '../components/menu.tsx';
import { useMoveEntries } from './use-move-entries.tsx';
import { usePriorityEntries } from './use-priority-entries.tsx';
import { useRunCommand } from './use-run-command.ts';
import { count } from './words.ts';
import './selection-bar.css';

const BulkDialog = lazy(async () => ({
  default: (await import('./bulk/bulk-dialog.tsx')).BulkDialog,
}));
const ExportDialog = lazy(async () => ({
  default: (await import('../screens/exchange/export-dialog.tsx')).ExportDialog,
}));

export interface SelectionBarProps {
  readonly ids: readonly string[];
  readonly onClear: () => void;
  /** Moves them where a place matters as well; left out, they go to the top of their column. */
  readonly onMove?: (to: Status) => void;
}

/**
 * What can be done with all selected accounts at once, on the board and in the table. The screen announces how
 * many there are (`selectedWords`): a region that is only just there is not read out.
 */
export function SelectionBar({ ids, onClear, onMove }: SelectionBarProps) {
  const run = useRunCommand();
  const [moving, setMoving] = useState(false);
  const [changing, setChanging] = useState(false);
  const [exporting, setExporting] = useState(false);
  const moveEntries = useMoveEntries(ids, moving, onMove);
  const priorityEntries = usePriorityEntries(ids, undefined);
  const selected = count(ids.length, 'account');
  const bar = useKeptFreeOfToasts();
  return (
    <div ref={bar} className="selection-bar" role="toolbar" aria-label="Selected accounts">
      <span className="selection-bar-count">{selected} selected</span>
      <Menu
        open={moving}
        onOpenChange={setMoving}
        side="top"
        label={`Move ${selected}`}
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
          <ExportDialog ids={ids} onClose={() => setExporting(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** Notes stand above the bar, however many lines it has, and never over its buttons. */
function useKeptFreeOfToasts() {
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = bar.current;
    if (!element) return undefined;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      const { top } = element.getBoundingClientRect();
      style.setProperty('--below-toasts', `${String(Math.round(window.innerHeight - top))}px`);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty('--below-toasts');
    };
  }, []);
  return bar;
}
