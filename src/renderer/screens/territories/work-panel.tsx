import { useState } from 'react';
import { useAnswer } from '../../app/use-answer.ts';
import { useStoreStatus } from '../../app/store-context.tsx';
import { count } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/select.tsx';
import { EmptyState, Skeleton } from '../../components/states.tsx';
import { AccountLink } from '../../app/account-link.tsx';
import { NoMapping } from './no-mapping.tsx';
import { RoundRobinDialog } from './round-robin-dialog.tsx';
import { openSection } from './sections.ts';
import { WorkItems } from './work-item.tsx';
import { workKindName } from './work-words.ts';

const portion = 50;

/** TER-7: conflicts, gaps and accounts that nobody works, each with what settles it. */
export function WorkPanel() {
  const [kind, setKind] = useState<string>('all');
  const [limit, setLimit] = useState(portion);
  const [dealing, setDealing] = useState(false);
  const { territories } = useStoreStatus();
  const page = useAnswer('territoryWork', { kind: kind === 'all' ? null : kind, offset: 0, limit });
  if (territories.length === 0) {
    return <NoMapping>Once there is a mapping, this lists the accounts that it leaves in doubt.</NoMapping>;
  }
  if (page === null) return <Skeleton rows={10} />;
  const all = page.kinds.reduce((sum, it) => sum + it.items, 0);
  if (all === 0) {
    return (
      <EmptyState
        title="Nothing to settle"
        actions={<Button onClick={() => openSection('coverage')}>See the coverage</Button>}
      >
        Every account has one territory, and somebody works it.
      </EmptyState>
    );
  }
  const isKnown = kind === 'all' || page.kinds.some((it) => it.kind === kind);
  const unassigned = page.kinds
    .filter((it) => assignable.has(it.kind))
    .reduce((sum, it) => sum + it.items, 0);
  return (
    <div className="stack work-list scroll" tabIndex={0} role="region" aria-label="Work list">
      <div className="cluster">
        <Select
          label="What to settle"
          hideLabel
          className="version-field"
          value={isKnown ? kind : 'all'}
          options={[
            { value: 'all', label: `Everything, ${all.toLocaleString()}` },
            ...page.kinds.map((it) => ({
              value: it.kind,
              label: `${workKindName(it.kind)}, ${it.items.toLocaleString()}`,
            })),
          ]}
          onValueChange={(next) => {
            setKind(next);
            setLimit(portion);
          }}
        />
        {unassigned > 0 && (
          <Button onClick={() => setDealing(true)}>Assign {count(unassigned, 'account')} in turn…</Button>
        )}
        <span className="muted" role="status">
          {count(isKnown ? page.found : all, 'item')}
        </span>
      </div>
      <WorkItems
        items={page.items}
        nameOf={({ account, accountName }) => <AccountLink id={account} name={accountName} />}
      />
      {page.items.length < page.found && (
        <div>
          <Button onClick={() => setLimit(limit + portion)}>Show more</Button>
        </div>
      )}
      <RoundRobinDialog open={dealing} onClose={() => setDealing(false)} />
    </div>
  );
}

/** Findings that an assignment settles. */
const assignable: ReadonlySet<string> = new Set(['ter1.no-bdr', 'ter1.no-row', 'ter1.size-unknown']);
