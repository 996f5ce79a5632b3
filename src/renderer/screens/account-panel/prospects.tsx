import { Plus } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Prospect } from '../../../shared/accounts/prospect.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/states.tsx';
import { ProspectDialog } from './prospect-dialog.tsx';

/** The people at the account. */
export function Prospects({
  accountId,
  prospects,
}: {
  readonly accountId: string;
  readonly prospects: readonly Prospect[];
}) {
  const [editing, setEditing] = useState<Prospect | 'new' | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const hasFocus = useRef(false);
  useLayoutEffect(() => {
    // The button that opened the dialog may be gone: with the first person, or the deleted one.
    if (editing !== null || !hasFocus.current || document.activeElement !== document.body) return;
    box.current?.querySelector<HTMLElement>('button')?.focus();
  });
  return (
    <div
      ref={box}
      className="prospects"
      onFocus={() => {
        hasFocus.current = true;
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        hasFocus.current = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
      }}
    >
      {prospects.length === 0 ? (
        <EmptyState
          title="Nobody here yet"
          actions={<Button onClick={() => setEditing('new')}>Add a person</Button>}
        >
          People you would reach out to at this account.
        </EmptyState>
      ) : (
        <>
          <ul>
            {prospects.map((prospect) => (
              <li key={prospect.id}>
                <button type="button" className="prospect" onClick={() => setEditing(prospect)}>
                  <span className="prospect-name truncate">{prospect.name}</span>
                  <span className="faint truncate">{prospect.title ?? ''}</span>
                  <span className="prospect-marks">
                    {prospect.persona !== undefined && <Badge>{prospect.persona}</Badge>}
                    {prospect.state === 'active' && <Badge tone="good">in sequence</Badge>}
                    {prospect.doNotCall === true && <Badge tone="warn">do not call</Badge>}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <Button variant="quiet" size="small" icon={<Plus aria-hidden />} onClick={() => setEditing('new')}>
            Add a person
          </Button>
        </>
      )}
      {editing !== null && (
        <ProspectDialog
          accountId={accountId}
          prospect={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}
