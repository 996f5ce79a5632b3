import { count } from '../../app/words.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ExportAccounts } from './export-accounts.tsx';
import './exchange.css';

/** Export from wherever accounts are selected; the filter and all accounts can be chosen instead. */
export function ExportDialog({
  ids,
  onClose,
}: {
  readonly ids: readonly string[];
  readonly onClose: () => void;
}) {
  return (
    <Dialog open onClose={onClose} title={`Export ${count(ids.length, 'selected account')}`}>
      <div className="stack">
        <ExportAccounts selected={ids} />
      </div>
    </Dialog>
  );
}
