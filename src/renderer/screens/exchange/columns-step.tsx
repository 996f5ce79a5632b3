import { useState } from 'react';
import type { ColumnMapping } from '../../../shared/exchange/columns.ts';
import { importSubjects, type ImportSubject } from '../../../shared/exchange/records/record-columns.ts';
import { separators, type Separator } from '../../../shared/exchange/write-csv.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import { RuleWords } from '../../app/rule-link.tsx';
import { useStoreStatus } from '../../app/store-context.tsx';
import { bytesText, count } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/select.tsx';
import { knownEncodings } from '../../workers/exchange/encodings.ts';
import { ColumnRow } from './column-row.tsx';
import type { ImportState, ImportWizard } from './import-wizard.ts';
import { StepHeading } from './step-heading.tsx';
import { useGrowing } from './use-growing.ts';
import { encodingReasons, separatorNames, separatorReasons, subjectWords } from './words.ts';

/** Columns shown at once: a file may have thousands. */
const perPage = 60;
/** Rows that one frame has time for. */
const perFrame = 2;

/** What each column of the file becomes; every suggestion can be changed. */
export function ColumnsStep({
  wizard,
  state,
}: {
  readonly wizard: ImportWizard;
  readonly state: Extract<ImportState, { step: 'columns' }>;
}) {
  const { report, mapping, problems, busy } = state;
  const { customFields } = useStoreStatus();
  const [page, setPage] = useState(0);
  const pages = Math.ceil(report.columns.length / perPage);
  const drawn = useGrowing(Math.min(perPage, report.columns.length), perFrame);
  const wrong = new Set(problems.flatMap(({ columns }) => columns));
  const setColumn = (index: number, column: ColumnMapping): void =>
    wizard.setMapping(mapping.map((present, at) => (at === index ? column : present)));
  return (
    <div className="stack">
      <StepHeading>Columns of {report.name}</StepHeading>
      <p className="muted">
        {count(report.rows, 'row')}, {count(report.columns.length, 'column')}, {bytesText(report.bytes)}.
      </p>
      <div className="cluster import-dialect">
        <Select<ImportSubject>
          label="A list of"
          value={report.subject}
          options={importSubjects.map((value) => ({ value, label: subjectWords[value].title }))}
          hint={state.choice.subject === undefined ? 'By the names of the columns.' : 'Chosen by you.'}
          onValueChange={(subject) => wizard.readAgain({ subject })}
        />
        <Select
          label="Encoding"
          value={report.encoding}
          options={encodingOptions(report.encoding)}
          hint={encodingReasons[report.encodingBy]}
          onValueChange={(encoding) => wizard.readAgain({ encoding })}
        />
        <Select<Separator>
          label="Separator"
          value={report.separator}
          options={separators.map((value) => ({ value, label: separatorNames[value] }))}
          hint={separatorReasons[report.separatorBy]}
          onValueChange={(separator) => wizard.readAgain({ separator })}
        />
      </div>
      {report.notes.length > 0 && (
        <ul className="notice" aria-label="Notes on the file">
          {report.notes.map((note, index) => (
            <li key={index}>
              <RuleWords text={say(note)} />
            </li>
          ))}
        </ul>
      )}
      {problems.length > 0 && (
        <ul role="alert" className="notice notice-danger">
          {problems.map(({ message }, index) => (
            <li key={index}>
              <RuleWords text={say(message)} />
            </li>
          ))}
        </ul>
      )}
      <div className="cluster import-actions">
        <Button onClick={wizard.restart}>Choose another file</Button>
        <Button variant="primary" disabled={busy} onClick={() => void wizard.preview()}>
          {busy ? 'Comparing…' : 'Preview'}
        </Button>
      </div>
      <div className="columns-scroll scroll" tabIndex={0} role="region" aria-label="Columns of the file">
        <table className="columns-table">
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">First cells</th>
              <th scope="col">Becomes</th>
              <th scope="col">Read as</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {report.columns.slice(page * perPage, page * perPage + drawn).map((column, at) => {
              const index = page * perPage + at;
              const present = mapping[index];
              return (
                present && (
                  <ColumnRow
                    key={index}
                    column={column}
                    mapping={present}
                    wrong={wrong.has(index)}
                    customFields={customFields}
                    subject={report.subject}
                    onChange={(next) => setColumn(index, next)}
                  />
                )
              );
            })}
          </tbody>
        </table>
      </div>
      {pages > 1 && (
        <nav className="cluster" aria-label="Pages of columns">
          <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
            Previous columns
          </Button>
          <span className="muted">
            Page {page + 1} of {pages}
          </span>
          <Button disabled={page === pages - 1} onClick={() => setPage(page + 1)}>
            Next columns
          </Button>
        </nav>
      )}
    </div>
  );
}

/** The known encodings, and the present one should it be another. */
function encodingOptions(present: string): { readonly value: string; readonly label: string }[] {
  const options = knownEncodings.map(([value, label]) => ({ value, label }));
  return options.some(({ value }) => value === present)
    ? options
    : [{ value: present, label: present.toUpperCase() }, ...options];
}
