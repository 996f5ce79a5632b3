import { Network } from 'lucide-react';
import { useState, type DragEvent } from 'react';
import { inspectAccount } from '../../app/location.ts';
import { SegmentTag, StatusMark } from '../../app/marks.tsx';
import { useStore } from '../../app/store-context.tsx';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import type { AccountDetail } from '../../store/api.ts';
import { ParentDialog } from './parent-dialog.tsx';
import { StandAloneDialog } from './stand-alone-dialog.tsx';

/** What a dragged member is known by. */
const dragType = 'application/x-groundwork-account';

interface Wanted {
  readonly account: { readonly id: string; readonly name: string };
  readonly parent: { readonly id: string; readonly name: string } | null;
}

/**
 * The hierarchy, top first, with segment and motion and the account that decides them (SEG-3, SEG-5). A member
 * dropped on another one, or the button, gives it another parent; what that changes is shown before.
 */
export function Family({ detail }: { readonly detail: AccountDetail }) {
  const { book } = useStore();
  const { account, family } = detail;
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [isStanding, setStanding] = useState(false);
  const [over, setOver] = useState<string | null>(null);
  const motionOf = (id: string): string => {
    const slot = book.slotOf(id);
    return (slot === undefined ? undefined : book.row(slot))?.decided?.motion ?? '';
  };
  const hasParent = account.parentId !== undefined;

  const onDrop = (event: DragEvent, parent: { readonly id: string; readonly name: string }): void => {
    event.preventDefault();
    setOver(null);
    const dragged = family.find(({ id }) => id === event.dataTransfer.getData(dragType));
    if (dragged && dragged.id !== parent.id) setWanted({ account: dragged, parent });
  };

  return (
    <section className="panel-group" aria-label="Hierarchy">
      <div className="panel-group-head">
        <h3>Hierarchy</h3>
      </div>
      {family.length === 1 && <p className="muted small">Neither parent nor children.</p>}
      <ul className="family" hidden={family.length === 1}>
        {family.map((member) => {
          const here = member.id === account.id;
          const decides = member.depth === 0 && family.length > 1;
          return (
            <li key={member.id} style={{ paddingLeft: `${Math.min(member.depth, 8) * 14}px` }}>
              <button
                type="button"
                className="family-member"
                aria-current={here ? 'true' : undefined}
                data-over={over === member.id || undefined}
                draggable
                onDragStart={(event) => {
                  event.dataTransfer.setData(dragType, member.id);
                  event.dataTransfer.effectAllowed = 'link';
                }}
                onDragOver={(event) => {
                  if (!event.dataTransfer.types.includes(dragType)) return;
                  event.preventDefault();
                  event.dataTransfer.dropEffect = 'link';
                  setOver(member.id);
                }}
                onDragLeave={() => setOver(null)}
                onDrop={(event) => onDrop(event, member)}
                onClick={() => inspectAccount(member.id)}
              >
                <StatusMark status={member.status} named />
                <span className="truncate">{member.name}</span>
                {decides && <Badge tone="accent">decides</Badge>}
                <span className="faint">{motionOf(member.id)}</span>
                <SegmentTag segment={member.segment} />
              </button>
            </li>
          );
        })}
      </ul>
      <div className="cluster">
        <Button
          size="small"
          variant="quiet"
          icon={<Network aria-hidden />}
          onClick={() => setWanted({ account, parent: null })}
        >
          {hasParent ? 'Change the parent…' : 'Give it a parent…'}
        </Button>
        {(hasParent || account.standAlone === true) && (
          <Button size="small" variant="quiet" onClick={() => setStanding(true)}>
            {account.standAlone === true ? 'Stands alone (SEG-6)…' : 'Stand alone (SEG-6)…'}
          </Button>
        )}
      </div>
      {wanted !== null && (
        <ParentDialog
          account={wanted.account}
          parent={wanted.parent}
          hasParent={wanted.account.id !== account.id || hasParent}
          onClose={() => setWanted(null)}
        />
      )}
      {isStanding && <StandAloneDialog account={account} onClose={() => setStanding(false)} />}
    </section>
  );
}
