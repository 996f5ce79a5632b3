import type { CustomField } from '../../../shared/workspace/workspace.ts';
import { count } from '../../app/words.ts';
import { Badge } from '../../components/badge.tsx';
import type { RestorePreview } from '../../store/backup/backup-state.ts';
import { changedFields } from '../account-panel/changed-fields.ts';
import { ChangesList } from '../account-panel/changes-list.tsx';
import { consequences, kindNames, kindOrder } from './restore-words.ts';
import './restore.css';

/** What a restore would do: counts for each kind, the first accounts field by field, the consequences. */
export function RestorePreviewView({
  preview,
  present,
  customFields,
}: {
  readonly preview: RestorePreview;
  readonly present: Parameters<typeof consequences>[1];
  readonly customFields: readonly CustomField[];
}) {
  const { counts, samples } = preview;
  const differing = counts.accounts.added + counts.accounts.changed + counts.accounts.removed;
  return (
    <div className="stack">
      <ul className="restore-consequences">
        {consequences(preview, present).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <table className="restore-counts">
        <caption className="visually-hidden">What the restore would change</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Kind</span>
            </th>
            <th scope="col">Come back</th>
            <th scope="col">Change</th>
            <th scope="col">Go away</th>
            <th scope="col">Stay</th>
          </tr>
        </thead>
        <tbody>
          {kindOrder.map((kind) => (
            <tr key={kind}>
              <th scope="row">{kindNames[kind]}</th>
              {(['added', 'changed', 'removed', 'same'] as const).map((column) => (
                <td key={column} data-none={counts[kind][column] === 0 || undefined}>
                  {counts[kind][column].toLocaleString()}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {samples.length > 0 && (
        <section aria-label="Accounts that would change" className="restore-samples">
          <h3>
            {samples.length < differing
              ? `The first ${samples.length.toLocaleString()} of ${count(differing, 'account')}`
              : count(differing, 'account')}
          </h3>
          <ul>
            {samples.map((sample) => (
              <Sample key={sample.id} sample={sample} customFields={customFields} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Sample({
  sample,
  customFields,
}: {
  readonly sample: RestorePreview['samples'][number];
  readonly customFields: readonly CustomField[];
}) {
  const { name, before, after } = sample;
  const changes = changedFields({ kind: 'account', before, after }, customFields);
  const tag =
    after === null ? (
      <Badge tone="danger">goes away</Badge>
    ) : before === null ? (
      <Badge tone="good">comes back</Badge>
    ) : (
      <Badge>{count(changes.length, 'field')}</Badge>
    );
  const head = (
    <>
      <span className="restore-sample-name">{name}</span>
      {tag}
    </>
  );
  if (changes.length === 0) return <li className="restore-sample restore-sample-head">{head}</li>;
  return (
    <li className="restore-sample">
      <details>
        <summary className="restore-sample-head">{head}</summary>
        <ChangesList changes={changes} />
      </details>
    </li>
  );
}
