import { useState } from 'react';
import type { Opportunity } from '../../../shared/accounts/opportunity.ts';
import { dayText } from '../../app/words.ts';
import { Badge } from '../../components/badge.tsx';
import { OpportunityDialog } from './opportunity-dialog.tsx';
import { stateMark } from './opportunity-mark.ts';
import { RecordList } from './record-list.tsx';

/** The opportunities at the account, open ones first, then the latest. */
export function Opportunities({
  accountId,
  opportunities,
}: {
  readonly accountId: string;
  readonly opportunities: readonly Opportunity[];
}) {
  const [editing, setEditing] = useState<Opportunity | 'new' | null>(null);
  return (
    <>
      <RecordList
        isEmpty={opportunities.length === 0}
        empty={{
          title: 'No opportunities',
          text: 'What the CRM has at this account. A new one keeps it out of Actively Working for a while, an open one is a warning (AW-4).',
        }}
        add="Add an opportunity"
        onAdd={() => setEditing('new')}
        isEditing={editing !== null}
      >
        {opportunities.toSorted(openFirst).map((opportunity) => (
          <li key={opportunity.id}>
            <button type="button" className="record record-tall" onClick={() => setEditing(opportunity)}>
              <span className="record-lines">
                <span className="record-name truncate">{opportunity.name ?? 'Without a name'}</span>
                <span className="small faint truncate">{factsOf(opportunity)}</span>
              </span>
              <span className="record-marks">
                <StateMark opportunity={opportunity} />
              </span>
            </button>
          </li>
        ))}
      </RecordList>
      {editing !== null && (
        <OpportunityDialog
          accountId={accountId}
          opportunity={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

function StateMark({ opportunity }: { readonly opportunity: Opportunity }) {
  const { word, tone } = stateMark(opportunity);
  return <Badge tone={tone}>{word}</Badge>;
}

/** "3-Technical Evaluation · Sal Ender · closes Dec 1, 2026": what there is of it. */
const factsOf = ({ stage, owner, closeDate, lostReason }: Opportunity): string =>
  [
    stage,
    owner,
    closeDate === undefined ? undefined : `closes ${dayText(closeDate)}`,
    lostReason === undefined ? undefined : `lost: ${lostReason}`,
  ]
    .filter((fact) => fact !== undefined)
    .join(' · ');

function openFirst(a: Opportunity, b: Opportunity): number {
  const isOpen = (opportunity: Opportunity): number => (stateMark(opportunity).word === 'open' ? 0 : 1);
  return isOpen(a) - isOpen(b) || (b.createdDate ?? '').localeCompare(a.createdDate ?? '');
}
