import { Network } from 'lucide-react';
import { useState, type DragEvent } from 'react';
import { AccountLink } from '../../app/account-link.tsx';
import { inspectAccount } from '../../app/location.ts';
import { StatusMark } from '../../app/marks.tsx';
import { say } from '../../../shared/rule-book/messages.ts';
import { RuleLink, RuleWords } from '../../app/rule-link.tsx';
import { Button } from '../../components/button.tsx';
import type { AccountDetail, FamilyTreeMember } from '../../store/api.ts';
import { ParentDialog } from './parent-dialog.tsx';
import { StandAloneDialog } from './stand-alone-dialog.tsx';

/** What a dragged member is known by. */
const dragType = 'application/x-groundwork-account';

interface Wanted {
  readonly account: { readonly id: string; readonly name: string };
  readonly parent: { readonly id: string; readonly name: string } | null;
}

/**
 * The hierarchy, top first: who is in it, whose head count decides its segment (SEG-3), whose CARR makes it
 * Expand (SEG-5), and who stands apart (SEG-6). A member dropped on another one, or the button, gives it
 * another parent; what that changes is shown before.
 */
export function Family({ detail }: { readonly detail: AccountDetail }) {
  const { account } = detail;
  const { members, undecided, apartFrom, standingApart } = detail.family;
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [isStanding, setStanding] = useState(false);
  const [over, setOver] = useState<string | null>(null);
  const hasParent = account.parentId !== undefined;
  const isAlone = members.length === 1;

  const onDrop = (event: DragEvent, parent: { readonly id: string; readonly name: string }): void => {
    event.preventDefault();
    setOver(null);
    const dragged = members.find(({ id }) => id === event.dataTransfer.getData(dragType));
    if (dragged && dragged.id !== parent.id) setWanted({ account: dragged, parent });
  };

  return (
    <section className="panel-group" aria-label="Hierarchy">
      <div className="panel-group-head">
        <h3>
          Hierarchy <RuleLink id="SEG-3" />
          {!isAlone && (
            <>
              {' '}
              <RuleLink id="SEG-5" />
            </>
          )}
        </h3>
      </div>
      {isAlone && apartFrom === null && standingApart.length === 0 && (
        <p className="muted small">Neither parent nor children.</p>
      )}
      <ul className="family" hidden={isAlone}>
        {members.map((member) => (
          <li
            key={member.id}
            aria-level={member.depth + 1}
            style={{ paddingLeft: `${Math.min(member.depth, 8) * 14}px` }}
          >
            <button
              type="button"
              className="family-member"
              aria-current={member.id === account.id ? 'true' : undefined}
              data-over={over === member.id || undefined}
              draggable
              onDragStart={(event) => {
                event.dataTransfer.setData(dragType, member.id);
                event.dataTransfer.effectAllowed = 'link';
              }}
              onDragEnd={() => setOver(null)}
              onDragOver={(event) => {
                if (!event.dataTransfer.types.includes(dragType)) return;
                event.preventDefault();
                event.dataTransfer.dropEffect = 'link';
                setOver(member.id);
              }}
              onDragLeave={() => setOver((at) => (at === member.id ? null : at))}
              onDrop={(event) => onDrop(event, member)}
              onClick={() => inspectAccount(member.id)}
            >
              <Member member={member} />
            </button>
          </li>
        ))}
      </ul>
      {!isAlone &&
        undecided.map((said) => (
          <p key={said.id} className="muted small">
            <RuleWords text={say(said)} />
          </p>
        ))}
      {apartFrom !== null && (
        <p className="muted small family-apart">
          <RuleLink id="SEG-6" />: stands apart from <AccountLink {...apartFrom} />
          {account.standAloneReason !== undefined && `: ${account.standAloneReason}`}
        </p>
      )}
      {standingApart.map((child) => (
        <p key={child.id} className="muted small family-apart">
          <RuleLink id="SEG-6" />: <AccountLink {...child} /> stands apart, with a hierarchy of its own.
        </p>
      ))}
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

/** A member with its own size and CARR, and beneath them what it decides for all. */
function Member({
  member: { name, status, employees, carr, decides },
}: {
  readonly member: FamilyTreeMember;
}) {
  return (
    <>
      <span className="family-line">
        <StatusMark status={status} named />
        <span className="truncate">{name}</span>
        {carr !== null && <span className="family-fact">{dollars(carr)} CARR</span>}
        <span className="family-fact">
          {employees === '' ? '–' : employees}
          <span className="visually-hidden"> employees</span>
        </span>
      </span>
      {decides.map((said) => (
        <span key={said.id} className="family-decides">
          {say(said)}
        </span>
      ))}
    </>
  );
}

const dollars = (amount: number): string =>
  amount.toLocaleString(undefined, {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: 2,
    minimumFractionDigits: 0,
  });
