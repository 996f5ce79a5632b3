import { FileUp, LayoutList } from 'lucide-react';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/states.tsx';
import { openScreen } from './location.ts';
import { useOverlays } from './overlays-context.ts';
import { pathOf } from './routes.ts';

/** What board and table show of an empty book: the same, in the same place. */
export function NoAccounts() {
  const { openNewAccount } = useOverlays();
  return (
    <EmptyState
      icon={<LayoutList aria-hidden />}
      title="No accounts yet"
      actions={
        <>
          <Button
            variant="primary"
            icon={<FileUp aria-hidden />}
            onClick={() => openScreen(`${pathOf('exchange')}/import`)}
          >
            Import a list
          </Button>
          <Button onClick={openNewAccount}>Add an account</Button>
        </>
      }
    >
      Import a CSV from your CRM or any list of companies. Each account gets its segment at once, and the
      board knows the Actively Working limits.
    </EmptyState>
  );
}
