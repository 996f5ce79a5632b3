import { Plus, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { say } from '../../../shared/rule-book/messages.ts';
import { useStoreStatus } from '../../app/store-context.tsx';
import { dayText } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { Menu } from '../../components/menu.tsx';
import type { AccountDetail } from '../../store/api.ts';
import { CustomFields } from './custom-fields.tsx';
import { Family } from './family.tsx';
import { FieldRow } from './field-row.tsx';
import { groupNames, panelGroups, type PanelField, type PanelGroup } from './panel-fields.ts';

/** Findings, then every field by group, then the hierarchy. Groups without a value wait in one line. */
export function Details({ detail }: { readonly detail: AccountDetail }) {
  const { account, row } = detail;
  const { customFields } = useStoreStatus();
  // The row stays once its editor is left, so that focus can go back to it.
  const [added, setAdded] = useState<{ readonly field: PanelField; readonly editing: boolean } | null>(null);
  const add = (field: PanelField): void => setAdded({ field, editing: true });
  const groups = panelGroups(account).map((group) =>
    added?.field.group === group.group && !group.shown.some((field) => field.key === added.field.key)
      ? { ...group, shown: [...group.shown, added.field] }
      : group,
  );
  const empty = groups.filter((group) => group.shown.length === 0);
  return (
    <div className="panel-details">
      {row.findings.length > 0 && (
        <ul className="panel-findings" aria-label="Findings">
          {row.findings.map((finding, index) => (
            <li key={index}>
              <TriangleAlert aria-hidden />
              {say(finding.message)}
            </li>
          ))}
        </ul>
      )}
      {row.workingSince !== null && (
        <p className="muted">Actively Working since {dayText(row.workingSince)} (AW-2)</p>
      )}
      {groups
        .filter((group) => group.shown.length > 0)
        .map((group) => (
          <section key={group.group} className="panel-group" aria-label={groupNames[group.group]}>
            <div className="panel-group-head">
              <h3>{groupNames[group.group]}</h3>
              <AddMenu group={group} words="Add" onAdd={add} />
            </div>
            <dl>
              {group.shown.map((definition) => (
                <FieldRow
                  key={definition.key}
                  account={account}
                  definition={definition}
                  {...(added?.editing === true && added.field.key === definition.key
                    ? { startEditing: true, onLeave: () => setAdded({ ...added, editing: false }) }
                    : {})}
                />
              ))}
            </dl>
          </section>
        ))}
      {customFields.length > 0 && <CustomFields account={account} definitions={customFields} />}
      {detail.family.length > 1 && <Family detail={detail} />}
      {empty.length > 0 && (
        <div className="panel-empty-groups">
          {empty.map((group) => (
            <AddMenu key={group.group} group={group} words={groupNames[group.group]} onAdd={add} />
          ))}
        </div>
      )}
    </div>
  );
}

/** The blank fields of a group, to be filled in. */
function AddMenu({
  group,
  words,
  onAdd,
}: {
  readonly group: PanelGroup;
  readonly words: string;
  readonly onAdd: (field: PanelField) => void;
}) {
  if (group.addable.length === 0) return null;
  const name = `Add to ${groupNames[group.group]}`;
  return (
    <Menu
      align="end"
      label={name}
      trigger={
        <Button variant="quiet" size="small" icon={<Plus aria-hidden />} aria-label={name}>
          {words}
        </Button>
      }
      entries={group.addable.map((field) => ({
        kind: 'item',
        id: field.key,
        label: field.label,
        onSelect: () => onAdd(field),
      }))}
    />
  );
}
