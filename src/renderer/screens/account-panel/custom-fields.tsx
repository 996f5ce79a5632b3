import type { Account } from '../../../shared/accounts/account.ts';
import type { CustomField } from '../../../shared/workspace/workspace.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { InlineText } from './inline-text.tsx';

/** What imports brought beyond the known fields: shown and edited as text. */
export function CustomFields({
  account,
  definitions,
}: {
  readonly account: Account;
  readonly definitions: readonly CustomField[];
}) {
  const run = useRunCommand();
  const filled = definitions.filter((field) => (account.custom?.[field.key] ?? '') !== '');
  if (filled.length === 0) return null;
  return (
    <section className="panel-group" aria-label="From imports">
      <div className="panel-group-head">
        <h3>From imports</h3>
      </div>
      <dl>
        {filled.map((field) => (
          <div key={field.key} className="field-row">
            <dt className="field-row-label">{field.label}</dt>
            <dd className="field-row-value">
              <InlineText
                fieldKey="description"
                label={field.label}
                text={account.custom?.[field.key] ?? ''}
                onSave={(value) =>
                  void run({
                    kind: 'editAccounts',
                    ids: [account.id],
                    patch: { customPatch: { [field.key]: typeof value === 'string' ? value : null } },
                  })
                }
              />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
