import { Plus, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useAccountWish } from '../../app/use-account-wish.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import { useStoreStatus } from '../../app/store-context.tsx';
import { dayText } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { Menu } from '../../components/menu.tsx';
import type { AccountDetail } from '../../store/api.ts';
import { RuleLink, RuleWords } from '../../app/rule-link.tsx';
import { CustomFields } from './custom-fields.tsx';
import { Decided } from './decided.tsx';
import { Family } from './family.tsx';
import { FieldRow } from './field-row.tsx';
import { SegmentReview } from './segment-review.tsx';
import { useWorkingHints } from './working-hints.tsx';
import { groupNames, panelGroups, type PanelField, type PanelGroup } from './panel-fields.ts';

/** A field that was picked to be filled in. */
interface Added {
  readonly field: PanelField;
  readonly editing: boolean;
  /** A new turn opens the editor anew, wherever the row stands. */
  readonly turn: number;
}

/** Findings, then every field by group, then the hierarchy. Groups without a value wait in one line. */
export function Details({ detail }: { readonly detail: AccountDetail }) {
  const { account, row } = detail;
  const { customFields } = useStoreStatus();
  // The row stays once its editor is left, so that focus can go back to it.
  const [added, setAdded] = useState<Added | null>(null);
  const add = (field: PanelField): void =>
    setAdded((last) => ({ field, editing: true, turn: (last?.turn ?? 0) + 1 }));
  useAccountWish(account.id, ({ field: key }) => {
    const field = panelGroups(account)
      .flatMap(({ shown, addable }) => [...shown, ...addable])
      .find((one) => one.key === key);
    if (field !== undefined) add(field);
    return key !== undefined;
  });
  const groups = panelGroups(account).map((group) =>
    added?.field.group === group.group && !group.shown.some((field) => field.key === added.field.key)
      ? { ...group, shown: [...group.shown, added.field] }
      : group,
  );
  const hints = useWorkingHints(detail);
  const empty = groups.filter((group) => group.shown.length === 0);
  return (
    <div className="panel-details">
      {row.findings.length > 0 && (
        <ul className="panel-findings" aria-label="Findings">
          {row.findings.map((finding, index) => (
            <li key={index}>
              <TriangleAlert aria-hidden />
              <span>
                <RuleWords text={say(finding.message)} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {row.workingSince !== null && (
        <p className="muted">
          Actively Working since {dayText(row.workingSince)} (<RuleLink id="AW-2" />)
        </p>
      )}
      <Decided detail={detail} />
      <SegmentReview detail={detail} />
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
                  key={
                    added?.field.key === definition.key
                      ? `${definition.key} ${String(added.turn)}`
                      : definition.key
                  }
                  account={account}
                  definition={definition}
                  hint={hints(definition.key)}
                  {...(added?.editing === true && added.field.key === definition.key
                    ? { startEditing: true, onLeave: () => setAdded({ ...added, editing: false }) }
                    : {})}
                />
              ))}
            </dl>
          </section>
        ))}
      {customFields.length > 0 && <CustomFields account={account} definitions={customFields} />}
      <Family detail={detail} />
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
