import { useState } from 'react';
import { say } from '../../../shared/rule-book/messages.ts';
import { columnLabel, mappingColumns } from '../../../shared/territories/mapping-columns.ts';
import { writeMappingRow } from '../../../shared/territories/write-mapping.ts';
import { download } from '../../app/download.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { count, dayText } from '../../app/words.ts';
import { useStore } from '../../app/store-context.tsx';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/select.tsx';
import { Skeleton } from '../../components/states.tsx';
import { useToast } from '../../components/toast.tsx';
import { VirtualTable, type VirtualColumn } from '../../components/virtual-table.tsx';
import type { KnownMapping } from '../../store/questions/questions.ts';
import { useExchange } from '../exchange/use-exchange.ts';
import { DiffList } from './diff-list.tsx';
import { MappingEditor } from './mapping-editor.tsx';
import { mappingTracks, mappingWidth } from './mapping-layout.ts';
import { NoMapping } from './no-mapping.tsx';
import { readAllRows } from './read-all-rows.ts';
import { openSection } from './sections.ts';
import { useMappingWork } from './use-mapping-work.ts';
import { usePages } from '../../app/use-pages.ts';

/** The mapping: its versions, their rows, what differs between them, and the way to edit it (TER-1). */
export function MappingPanel() {
  const { edit } = useMappingWork();
  const mappings = useAnswer('mappings', null);
  if (edit) return <MappingEditor edit={edit} />;
  if (mappings === null) return <Skeleton rows={10} />;
  if (mappings.length === 0) return <NoMapping />;
  return <Versions mappings={mappings} />;
}

const versionName = ({ importedOn, source, rowCount, isInForce }: KnownMapping): string =>
  `${dayText(importedOn)}: ${source}, ${count(rowCount, 'row')}${isInForce ? ', in force' : ''}`;

function Versions({ mappings }: { readonly mappings: readonly KnownMapping[] }) {
  const inForce = mappings.find(({ isInForce }) => isInForce) ?? mappings[0];
  const [wanted, setWanted] = useState<string | null>(null);
  const [other, setOther] = useState<string>('none');
  const version = mappings.find(({ id }) => id === wanted) ?? inForce;
  if (!version) return null;
  const others = mappings.filter(({ id }) => id !== version.id);
  const compared = others.find(({ id }) => id === other);
  return (
    <div className="stack mapping-panel">
      <div className="cluster">
        <Select
          label="Version"
          hideLabel
          className="version-field"
          value={version.id}
          options={mappings.map((it) => ({ value: it.id, label: versionName(it) }))}
          onValueChange={setWanted}
        />
        {others.length > 0 && (
          <Select
            label="Compare with"
            hideLabel
            className="version-field"
            value={compared?.id ?? 'none'}
            options={[
              { value: 'none', label: 'Compare with…' },
              ...others.map((it) => ({ value: it.id, label: versionName(it) })),
            ]}
            onValueChange={setOther}
          />
        )}
        <VersionActions version={version} />
      </div>
      {compared && <Difference from={compared} to={version} />}
      <RowsTable id={version.id} />
    </div>
  );
}

function Difference({ from, to }: { readonly from: KnownMapping; readonly to: KnownMapping }) {
  const diff = useAnswer('mappingDiff', { from: from.id, to: to.id });
  return (
    <section className="notice diff-panel scroll" aria-label="What differs" tabIndex={0}>
      <p>
        From {dayText(from.importedOn)} ({from.source}) to {dayText(to.importedOn)} ({to.source}):
      </p>
      {diff === null ? <p className="muted">Comparing…</p> : <DiffList diff={diff} total={diff.length} />}
    </section>
  );
}

function VersionActions({ version }: { readonly version: KnownMapping }) {
  const { work } = useMappingWork();
  const { client } = useExchange();
  const store = useStore();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const doing = async (what: () => Promise<void>): Promise<void> => {
    setBusy(true);
    await what();
    setBusy(false);
  };
  return (
    <span className="cluster cluster-end">
      <Button
        disabled={busy}
        onClick={() =>
          void doing(async () => {
            const file = await client.export({
              preset: 'territory-mapping',
              style: { separator: ',', cells: 'safe' },
              ids: null,
              publicSector: false,
              mappingId: version.id,
            });
            if (file.ok) download(file.value.blob, file.value.name);
            else toast.show({ tone: 'problem', title: say(file.error) });
          })
        }
      >
        Export
      </Button>
      <Button disabled={busy} onClick={() => openSection('import')}>
        Import another
      </Button>
      <Button
        variant="primary"
        disabled={busy}
        onClick={() =>
          void doing(async () => {
            const rows = await readAllRows(store, version.id);
            work.setEdit({ rows, source: `${version.source}, edited`, at: 0 });
          })
        }
      >
        Edit
      </Button>
    </span>
  );
}

interface Shown {
  readonly number: number;
  readonly cells: readonly string[];
}

const columns: readonly VirtualColumn<Shown>[] = [
  {
    key: 'row',
    label: 'Row',
    track: '56px',
    end: true,
    cell: ({ number }) => <span className="muted">{number}</span>,
  },
  ...mappingColumns.map((column, at): VirtualColumn<Shown> => ({
    key: column,
    label: columnLabel(column),
    track: mappingTracks[column],
    cell: ({ cells }) => (
      <span className="truncate" title={cells[at]}>
        {cells[at]}
      </span>
    ),
  })),
];

function RowsTable({ id }: { readonly id: string }) {
  const pages = usePages<Shown>(id, async (store, offset, limit) => {
    const { total, rows, numbers } = await store.ask('mappingRows', { id, offset, limit });
    const shown = rows.map((row, at) => ({ number: numbers[at] ?? 0, cells: writeMappingRow(row) }));
    return { total, rows: shown };
  });
  return (
    <div className="table-fill">
      <VirtualTable
        label="Rows of the mapping"
        columns={columns}
        total={pages.total ?? 0}
        rowAt={pages.rowAt}
        onWindow={pages.show}
        minWidth={mappingWidth}
      />
    </div>
  );
}
