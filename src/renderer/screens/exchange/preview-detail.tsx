import type { Candidate, Decision } from '../../../shared/exchange/plan.ts';
import type { PreviewRow } from '../../../shared/exchange/preview.ts';
import type { ImportSubject } from '../../../shared/exchange/records/record-columns.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import { RuleWords } from '../../app/rule-link.tsx';
import { Button } from '../../components/button.tsx';
import { matchText, subjectWords } from './words.ts';

export interface PreviewDetailProps {
  readonly row: PreviewRow;
  readonly subject: ImportSubject;
  readonly busy: boolean;
  readonly onDecide: (row: number, decision: Decision | null) => void;
}

/** One row of the file with everything that is known of it. */
export function PreviewDetail({ row, subject, busy, onDecide }: PreviewDetailProps) {
  return (
    <section className="preview-detail" aria-label={`Row ${row.row}`}>
      <h3>{row.name === '' ? '(no name)' : row.name}</h3>
      <p className="muted small">
        Row {row.row}
        {row.line !== row.row && `, line ${row.line}`}. {matchText(row)}
      </p>
      {row.problems.length > 0 && (
        <dl className="preview-problems">
          {row.problems.map(({ column, message }, index) => (
            <div key={index}>
              <dt>{column ?? 'Whole row'}</dt>
              <dd>
                <RuleWords text={say(message)} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {row.why && <Ask row={row} subject={subject} why={say(row.why)} busy={busy} onDecide={onDecide} />}
      {row.into !== undefined && (
        <p>
          The same {subjectWords[subject].one} as row {row.into}.
          {row.conflicts.length > 0 && ' Where the two differ, the earlier row holds:'}
        </p>
      )}
      {row.conflicts.length > 0 && (
        <Differences
          caption="Differences from the earlier row"
          heads={['Field', 'Kept', 'Not taken']}
          rows={row.conflicts.map(({ field, kept, dropped }) => [field, kept, dropped])}
        />
      )}
      {row.notes.map((note, index) => (
        <p key={index} className="notice">
          <RuleWords text={say(note)} />
        </p>
      ))}
      {row.fields.length > 0 &&
        (row.kind === 'changed' ? (
          <Differences
            caption="What changes"
            heads={['Field', 'Before', 'After']}
            rows={row.fields.map(({ field, before, after }) => [field, before, after])}
          />
        ) : (
          <Differences
            caption="Values"
            heads={['Field', 'Value']}
            rows={row.fields.map(({ field, after }) => [field, after])}
          />
        ))}
      {row.decided && (
        <Button size="small" disabled={busy} onClick={() => onDecide(row.index, null)}>
          Take back my decision
        </Button>
      )}
    </section>
  );
}

function Differences({
  caption,
  heads,
  rows,
}: {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}) {
  return (
    <table className="preview-differences">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([field = '', ...texts]) => (
          <tr key={field}>
            <th scope="row">{field}</th>
            {texts.map((text, index) => (
              <td key={index}>{text === '' ? <span className="faint">blank</span> : text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const decisionFor = (candidate: Candidate): Decision =>
  candidate.kind === 'account' ? { kind: 'account', id: candidate.id } : { kind: 'row', row: candidate.row };

/** Candidates offered by a button each; more than these are too many to tell apart by name. */
const mostCandidates = 12;

function Ask({ row, subject, why, busy, onDecide }: PreviewDetailProps & { readonly why: string }) {
  const { asNew } = row;
  return (
    <div className="stack preview-ask" role="group" aria-label={`Decide row ${row.row}`}>
      <p>
        {why} {subject === 'accounts' ? 'Which account is this row about?' : 'Which one is meant?'}
      </p>
      <div className="cluster">
        {row.candidates.slice(0, mostCandidates).map((candidate) => (
          <Button
            key={candidate.kind === 'account' ? candidate.id : candidate.row}
            disabled={busy}
            onClick={() => onDecide(row.index, decisionFor(candidate))}
          >
            {candidate.name}
            {candidate.kind === 'row' && ` (row ${candidate.number ?? candidate.row})`}
          </Button>
        ))}
        {asNew && (
          <Button disabled={busy} onClick={() => onDecide(row.index, asNew)}>
            A new {subjectWords[subject].one}
          </Button>
        )}
        <Button disabled={busy} onClick={() => onDecide(row.index, { kind: 'skip' })}>
          Skip the row
        </Button>
      </div>
    </div>
  );
}
