import { useState } from 'react';
import { useAccountWish } from '../../app/use-account-wish.ts';
import type { Prospect } from '../../../shared/accounts/prospect.ts';
import { Badge } from '../../components/badge.tsx';
import { ProspectDialog } from './prospect-dialog.tsx';
import { RecordList } from './record-list.tsx';

/** The people at the account. */
export function Prospects({
  accountId,
  prospects,
}: {
  readonly accountId: string;
  readonly prospects: readonly Prospect[];
}) {
  const [editing, setEditing] = useState<Prospect | 'new' | null>(null);
  useAccountWish(accountId, ({ prospect: id }) => {
    const wanted = prospects.find((prospect) => prospect.id === id);
    if (wanted !== undefined) setEditing(wanted);
    return id !== undefined;
  });
  return (
    <>
      <RecordList
        isEmpty={prospects.length === 0}
        empty={{ title: 'Nobody here yet', text: 'People you would reach out to at this account.' }}
        add="Add a person"
        onAdd={() => setEditing('new')}
        isEditing={editing !== null}
      >
        {prospects.map((prospect) => (
          <li key={prospect.id}>
            <button type="button" className="record" onClick={() => setEditing(prospect)}>
              <span className="record-name truncate">{prospect.name}</span>
              <span className="faint truncate">{prospect.title ?? ''}</span>
              <span className="record-marks">
                {prospect.persona !== undefined && <Badge>{prospect.persona}</Badge>}
                {prospect.state === 'active' && <Badge tone="good">in sequence</Badge>}
                {prospect.doNotCall === true && <Badge tone="warn">do not call</Badge>}
              </span>
            </button>
          </li>
        ))}
      </RecordList>
      {editing !== null && (
        <ProspectDialog
          accountId={accountId}
          prospect={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
