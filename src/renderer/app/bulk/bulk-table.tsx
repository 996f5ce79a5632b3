import { useState } from 'react';
import { say } from '../../../shared/rule-book/messages.ts';
import type { BulkRow } from '../../../shared/statuses/bulk.ts';
import { Badge } from '../../components/badge.tsx';
import { VirtualTable, type VirtualColumn } from '../../components/virtual-table.tsx';
import { RuleWords } from '../rule-link.tsx';
import type { BulkGroup } from './bulk-groups.ts';

const tones = { refused: 'danger', passes: 'good', unchanged: 'neutral' } as const;
const words = { refused: 'Refused', passes: 'Change', unchanged: 'Stay as it is' } as const;

const columns: readonly VirtualColumn<BulkRow>[] = [
  {
    key: 'name',
    label: 'Account',
    track: '200px',
    cell: ({ name }) => <span className="truncate">{name}</span>,
  },
  {
    key: 'outcome',
    label: 'Would',
    track: '120px',
    cell: ({ outcome }) => <Badge tone={tones[outcome]}>{words[outcome]}</Badge>,
  },
  {
    key: 'why',
    label: 'Why',
    track: 'minmax(240px, 1fr)',
    cell: (row) => (
      <span className="truncate" title={whyOf(row)}>
        <RuleWords text={whyOf(row)} />
      </span>
    ),
  },
];

/** AW-15: what the change would do to each account; by a press only to those that fare alike. */
export function BulkTable({ groups }: { readonly groups: readonly BulkGroup[] }) {
  const [chosen, setChosen] = useState<BulkGroup['key'] | null>(null);
  const only = groups.find(({ key }) => key === chosen);
  const rows = only ? only.rows : groups.flatMap((group) => group.rows);
  return (
    <>
      {groups.length > 1 && (
        <div className="bulk-groups" role="group" aria-label="Show only">
          {groups.map(({ key, rows: own }) => (
            <button
              key={key}
              type="button"
              className="filter-toggle"
              aria-pressed={key === only?.key}
              data-chosen={key === only?.key || undefined}
              onClick={() => setChosen(key === only?.key ? null : key)}
            >
              {groupName(key)} <span className="faint">{own.length.toLocaleString()}</span>
            </button>
          ))}
        </div>
      )}
      <div className="bulk-rows">
        <VirtualTable
          label="What the change does to each account"
          columns={columns}
          total={rows.length}
          rowAt={(index) => rows[index]}
          minWidth={560}
        />
      </div>
    </>
  );
}

const groupName = (key: BulkGroup['key']): string =>
  key === 'passes' ? 'Would change' : key === 'unchanged' ? 'As they are' : `Refused by ${key}`;

function whyOf({ refusals, warnings, needsReason }: BulkRow): string {
  const [refusal] = refusals;
  if (refusal) return `${say(refusal.message)} ${say(refusal.remedy)}`;
  return [
    ...warnings.map(({ message }) => say(message)),
    ...(needsReason ? ['AW-8: you will be asked for a reason.'] : []),
  ].join(' ');
}
