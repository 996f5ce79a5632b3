import { useState } from 'react';
import { say } from '../../../shared/rule-book/messages.ts';
import type { MappingColumn } from '../../../shared/territories/mapping-columns.ts';
import { separators, type Separator } from '../../../shared/exchange/write-csv.ts';
import { RuleWords } from '../../app/rule-link.tsx';
import { useStoreStatus } from '../../app/store-context.tsx';
import { count } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { Select } from '../../components/select.tsx';
import { TextArea } from '../../components/text-field.tsx';
import { separatorNames } from '../exchange/words.ts';
import { ImpactPanel } from './impact-panel.tsx';
import type { MappingState } from './mapping-work.ts';
import { ProblemList } from './problem-list.tsx';
import { useMappingWork } from './use-mapping-work.ts';
import { columnOptions } from './words.ts';
import './import-panel.css';

/** A mapping on its way in: file or table, columns, problems, impact (TER-1, TER-8). */
export function ImportPanel() {
  const { state } = useMappingWork();
  switch (state.step) {
    case 'choose':
      return <ChooseStep state={state} />;
    case 'columns':
      return <ColumnsStep state={state} />;
    case 'preview':
      return <ImpactPanel rows={state.rows} source={state.source} />;
  }
}

function ChooseStep({ state }: { readonly state: Extract<MappingState, { step: 'choose' }> }) {
  const { work } = useMappingWork();
  const { rules } = useStoreStatus();
  const [pasted, setPasted] = useState('');
  const [several, setSeveral] = useState(false);
  const { reading, error } = state;
  if (reading) {
    return (
      <div className="stack territories-narrow">
        <ProgressBar label={`Reading ${reading.name}`} done={reading.done} of={reading.of} />
        <div>
          <Button onClick={work.cancel}>Cancel</Button>
        </div>
      </div>
    );
  }
  return (
    <div className="stack territories-narrow">
      <h2 className="section-title">Import a mapping</h2>
      {(error !== null || several) && (
        <p role="alert" className="notice notice-danger">
          {several ? 'One file at a time, please: a mapping is one table.' : error && say(error)}
        </p>
      )}
      <FileDrop
        label="Mapping file"
        accept=".csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values,text/plain"
        button="Choose file"
        primary
        onFiles={(files) => {
          const [file, ...others] = files;
          setSeveral(others.length > 0);
          if (file && others.length === 0) void work.choose(file, rules);
        }}
      >
        Drop a CSV or TSV file with one row for each BDR and territory, or choose one. Nothing is changed
        before you have seen what would change.
      </FileDrop>
      <TextArea
        label="Or paste the table, header first"
        rows={6}
        className="mono-area"
        value={pasted}
        spellCheck={false}
        hint="Copied from a spreadsheet, or with commas or semicolons."
        onValueChange={setPasted}
      />
      <div>
        <Button
          disabled={pasted.trim() === ''}
          onClick={() => void work.choose(new File([pasted], 'Pasted table', { type: 'text/plain' }), rules)}
        >
          Read the pasted table
        </Button>
      </div>
    </div>
  );
}

function ColumnsStep({ state }: { readonly state: Extract<MappingState, { step: 'columns' }> }) {
  const { work } = useMappingWork();
  const { rules } = useStoreStatus();
  const { report, columns, read } = state;
  const change = (at: number, to: MappingColumn | null): void => {
    // A column of the mapping has one column of the file.
    const next = columns.map((column, index) => (index === at ? to : column === to ? null : column));
    void work.setColumns(report, next, rules);
  };
  return (
    <div className="stack">
      <div className="cluster">
        <h2 className="section-title">Columns of {report.name}</h2>
        <span className="muted">
          {count(report.rows, 'row')}, {report.encoding}
        </span>
        <Select<Separator>
          label="Separator"
          hideLabel
          className="separator-field"
          value={report.separator}
          options={separators.map((value) => ({ value, label: separatorNames[value] }))}
          onValueChange={(separator) => void work.reread({ separator }, rules)}
        />
        <span className="cluster cluster-end">
          <Button onClick={work.cancel}>Choose another</Button>
          <Button
            variant="primary"
            disabled={(read?.rows ?? null) === null}
            onClick={() => {
              if (read?.rows) work.preview(read.rows, report.name);
            }}
          >
            Preview the impact
          </Button>
        </span>
      </div>
      {report.notes.length > 0 && (
        <ul className="notice">
          {report.notes.map((note) => (
            <li key={say(note)}>
              <RuleWords text={say(note)} />
            </li>
          ))}
        </ul>
      )}
      <div className="column-cards" role="group" aria-label="Columns of the file">
        {report.columns.map(({ header, samples }, at) => (
          <div key={header} className="column-card" data-unused={(columns[at] ?? null) === null || undefined}>
            <Select<MappingColumn | 'none'>
              label={header}
              value={columns[at] ?? 'none'}
              options={columnOptions}
              hint={<span className="truncate">{samples.join(' · ') || 'No values'}</span>}
              onValueChange={(value) => change(at, value === 'none' ? null : value)}
            />
          </div>
        ))}
      </div>
      {read === null ? (
        <p role="status" className="muted">
          Reading the rows…
        </p>
      ) : (
        <>
          <p className="muted">
            {count(read.counts.read, 'row')} read = {read.counts.taken.toLocaleString()} taken +{' '}
            {read.counts.blank.toLocaleString()} blank + {read.counts.refused.toLocaleString()} refused
          </p>
          <ProblemList
            errors={read.errors}
            warnings={read.warnings}
            problems={read.problems}
            firstRowNumber={read.firstRowNumber}
          />
        </>
      )}
    </div>
  );
}
