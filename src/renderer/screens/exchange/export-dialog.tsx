import { useMemo } from 'react';
import type { Filter } from '../../store/api.ts';
import { useStore, useView } from '../../app/store-context.tsx';
import { count } from '../../app/words.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ExportForm } from './export-form.tsx';
import './exchange.css';

/** Which accounts: those selected, those a filter shows, or all. */
export type ExportScope =
  | { readonly kind: 'selection'; readonly ids: readonly string[] }
  | { readonly kind: 'filter'; readonly filter: Filter }
  | { readonly kind: 'all' };

export interface ExportDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly scope: ExportScope;
}

/** Export from wherever accounts are chosen. */
export function ExportDialog({ open, onClose, scope }: ExportDialogProps) {
  if (!open) return null;
  const title =
    scope.kind === 'selection' ? `Export ${count(scope.ids.length, 'selected account')}` : 'Export accounts';
  return (
    <Dialog open onClose={onClose} title={title}>
      {scope.kind === 'filter' ? (
        <FilteredForm filter={scope.filter} />
      ) : (
        <ExportForm ids={scope.kind === 'selection' ? scope.ids : null} />
      )}
    </Dialog>
  );
}

/** The form for the accounts that a filter shows now. */
export function FilteredForm({ filter }: { readonly filter: Filter }) {
  const { book } = useStore();
  const view = useView({ filter, sort: { key: 'name' } });
  const ids = useMemo(
    () => (view === null ? null : Array.from(view.slots, (slot) => book.row(slot)?.id ?? '')),
    [view, book],
  );
  return ids === null ? <p role="status">Counting the accounts…</p> : <ExportForm ids={ids} />;
}
