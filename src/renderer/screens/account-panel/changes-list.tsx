import type { ChangedField } from './changed-fields.ts';
import '../../components/visually-hidden.css';
import './changes-list.css';

/** Fields that changed, each with what was and what is. */
export function ChangesList({ changes }: { readonly changes: readonly ChangedField[] }) {
  if (changes.length === 0) return null;
  return (
    <dl className="changes-list">
      {changes.map((change) => (
        <div key={change.label}>
          <dt>{change.label}</dt>
          <dd>
            {change.before !== '' && (
              <del>
                <span className="visually-hidden">was </span>
                {change.before}
              </del>
            )}
            {change.before !== '' && <span aria-hidden> → </span>}
            {change.after !== '' && (
              <ins>
                <span className="visually-hidden">now </span>
                {change.after}
              </ins>
            )}
            {change.after === '' && <span className="faint">blank</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
