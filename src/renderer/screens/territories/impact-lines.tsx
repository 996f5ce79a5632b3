import { useState } from 'react';
import type { ImpactLine } from '../../../shared/territories/impact.ts';
import { usePages } from '../../app/use-pages.ts';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { VirtualTable } from '../../components/virtual-table.tsx';
import { impactKinds, type ImpactKind, type MappingImpact } from '../../store/questions/questions.ts';
import { useImpactColumns } from './impact-columns.tsx';
import { everyLine, noLine, type Ticks } from './impact-ticks.ts';
import { impactKindNames } from './words.ts';
import './impact.css';

/** The accounts that would change, each with a tick; filtered by words and by what changes. */
export function ImpactLines({
  draft,
  impact,
  ticks,
  onTicks,
  owners,
  onOwner,
}: {
  readonly draft: string;
  readonly impact: MappingImpact;
  readonly ticks: Ticks;
  readonly onTicks: (ticks: Ticks) => void;
  readonly owners: ReadonlyMap<string, string>;
  readonly onOwner: (id: string, owner: string) => void;
}) {
  const [text, setText] = useState('');
  const [kind, setKind] = useState<ImpactKind | 'all'>('all');
  const wanted = kind === 'all' ? null : kind;
  const pages = usePages<ImpactLine>(JSON.stringify([draft, text, kind]), async (store, offset, limit) => {
    const { found, lines } = await store.ask('impactLines', { draft, text, kind: wanted, offset, limit });
    return { total: found ?? 0, rows: lines };
  });
  const { totals } = impact;
  const kinds = impactKinds.filter((it) => totals[it] > 0);
  const columns = useImpactColumns({ ticks, onTicks, owners, onOwner });
  const isMixed = ticks.except.size > 0;
  return (
    <div className="stack impact-lines">
      <div className="cluster">
        <Checkbox
          label={ticks.all ? 'All change hands' : 'Only those ticked'}
          tabIndex={0}
          checked={ticks.all && !isMixed}
          mixed={isMixed}
          onCheckedChange={() => onTicks(isMixed || !ticks.all ? everyLine : noLine)}
        />
        <Button size="small" onClick={() => onTicks(noLine)}>
          Tick none
        </Button>
        <TextField
          label="Filter by name"
          hideLabel
          placeholder="Name, BDR, AE, territory"
          value={text}
          onValueChange={setText}
        />
        <Select<ImpactKind | 'all'>
          label="Which accounts"
          hideLabel
          value={kind}
          options={[
            { value: 'all', label: `All, ${totals.lines.toLocaleString()}` },
            ...kinds.map((value) => ({
              value,
              label: `${impactKindNames[value]}, ${totals[value].toLocaleString()}`,
            })),
          ]}
          onValueChange={setKind}
        />
        <span className="muted" role="status">
          {pages.total === null ? '' : `${pages.total.toLocaleString()} listed`}
        </span>
      </div>
      <div className="table-fill">
        <VirtualTable
          label="Accounts that would change"
          columns={columns}
          total={pages.total ?? 0}
          rowAt={pages.rowAt}
          onWindow={pages.show}
          minWidth={980}
          isMarked={(index) => pages.rowAt(index)?.changesHandsWhileWorking === true}
        />
      </div>
    </div>
  );
}
