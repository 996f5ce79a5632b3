import { ListFilter, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { say } from '../../../shared/rule-book/messages.ts';
import { conditionProblem } from '../../../shared/views/match-condition.ts';
import type { Condition, ViewList } from '../../../shared/views/saved-view.ts';
import {
  conditionKindsFor,
  needsNoValue,
  viewFields,
  type ConditionKind,
  type ViewField,
} from '../../../shared/views/view-fields.ts';
import { Button } from '../../components/button.tsx';
import { Combobox } from '../../components/combobox.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { PickMany } from '../../components/pick-many.tsx';
import { Popover } from '../../components/popover.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useStoreStatus } from '../store-context.tsx';
import { choiceName } from '../words.ts';
import { conditionWord, valueHint } from './view-words.ts';
import './views.css';

export interface ConditionsButtonProps {
  readonly list: ViewList;
  readonly conditions: readonly Condition[];
  readonly onConditionsChange: (conditions: readonly Condition[]) => void;
}

/** Filters by any field and any rule's result. Conditions that are still being written hold nobody back. */
export function ConditionsButton({ list, conditions, onConditionsChange }: ConditionsButtonProps) {
  const [open, setOpen] = useState(false);
  const [drafts, setDrafts] = useState<readonly Condition[]>([]);
  const { customFields } = useStoreStatus();
  const fields = useMemo(() => viewFields(list, customFields), [list, customFields]);
  const change = (next: readonly Condition[]): void => {
    setDrafts(next);
    onConditionsChange(next.filter((condition) => conditionProblem(condition) === undefined));
  };
  const words = conditions.length === 0 ? 'Conditions' : `Conditions: ${conditions.length}`;
  return (
    <Popover
      open={open}
      onOpenChange={(next) => {
        if (next) setDrafts(conditions);
        setOpen(next);
      }}
      title="Conditions"
      className="conditions"
      trigger={
        <button
          type="button"
          className="filter-toggle conditions-trigger"
          data-chosen={conditions.length > 0 || undefined}
        >
          <ListFilter aria-hidden />
          {words}
        </button>
      }
    >
      <p className="muted small">All of them must hold.</p>
      <ul className="conditions-list">
        {drafts.map((condition, at) => (
          <li key={at}>
            <ConditionRow
              condition={condition}
              number={at + 1}
              fields={fields}
              onChange={(next) => change(drafts.map((other, index) => (index === at ? next : other)))}
              onRemove={() => change(drafts.filter((_, index) => index !== at))}
            />
          </li>
        ))}
      </ul>
      <Combobox
        label="Add a condition on"
        value={null}
        placeholder="A field or a rule’s result…"
        options={fields.map(({ key, label }) => ({ value: key, label }))}
        onValueChange={(key) => {
          const field = fields.find((other) => other.key === key);
          if (field) change([...drafts, fresh(field)]);
        }}
      />
      {drafts.length > 0 && (
        <Button variant="quiet" size="small" icon={<X aria-hidden />} onClick={() => change([])}>
          Remove all
        </Button>
      )}
    </Popover>
  );
}

function fresh({ key, kind }: ViewField): Condition {
  const [first = 'is'] = conditionKindsFor(kind);
  return { field: key, kind: first, values: kind === 'flag' || kind === 'yesNo' ? ['yes'] : [] };
}

function ConditionRow({
  condition,
  number,
  fields,
  onChange,
  onRemove,
}: {
  readonly condition: Condition;
  readonly number: number;
  readonly fields: readonly ViewField[];
  readonly onChange: (condition: Condition) => void;
  readonly onRemove: () => void;
}) {
  const field = fields.find(({ key }) => key === condition.field);
  const fieldKind = field?.kind ?? 'text';
  const name = field?.label ?? condition.field;
  const kinds = conditionKindsFor(fieldKind);
  const offered = kinds.includes(condition.kind) ? kinds : [condition.kind, ...kinds];
  return (
    <div className="condition" role="group" aria-label={`Condition ${number}: ${name}`}>
      <div className="condition-head">
        <span className="condition-field truncate" title={name}>
          {name}
        </span>
        <IconButton
          size="small"
          label={`Remove the condition on ${name}`}
          icon={<X aria-hidden />}
          onClick={onRemove}
        />
      </div>
      <div className="condition-body">
        <Select<ConditionKind>
          label={`Comparison of ${name}`}
          hideLabel
          value={condition.kind}
          options={offered.map((kind) => ({ value: kind, label: conditionWord(kind, fieldKind) }))}
          onValueChange={(kind) =>
            onChange({ ...condition, kind, values: needsNoValue(kind) ? [] : condition.values })
          }
        />
        {!needsNoValue(condition.kind) && fieldKind !== 'flag' && (
          <Values name={name} field={field} condition={condition} onChange={onChange} />
        )}
      </div>
    </div>
  );
}

function Values({
  name,
  field,
  condition,
  onChange,
}: {
  readonly name: string;
  readonly field: ViewField | undefined;
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
}) {
  const { kind, values } = condition;
  const fieldKind = field?.kind ?? 'text';
  const [text, setText] = useState(() => values.join('; '));
  if (fieldKind === 'yesNo') {
    return (
      <Select
        label={`Value of ${name}`}
        hideLabel
        value={values[0] ?? 'yes'}
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        onValueChange={(value) => onChange({ ...condition, values: [value] })}
      />
    );
  }
  if (fieldKind === 'choice' && field?.choices) {
    // A choice of the field may be blank already: the status is.
    const choices = [...field.choices.filter((choice) => choice !== ''), ''];
    return (
      <PickMany
        label={`Values of ${name}`}
        options={choices.map((choice) => ({
          value: choice,
          label: choice === '' ? 'Blank' : choiceName(choice),
        }))}
        values={values}
        onValuesChange={(next) => onChange({ ...condition, values: [...next] })}
      />
    );
  }
  const isList = fieldKind === 'text' || fieldKind === 'choice';
  const problem = conditionProblem(condition);
  return (
    <TextField
      label={`Value of ${name}`}
      hideLabel
      value={text}
      hint={valueHint(kind, fieldKind)}
      error={problem && text.trim() !== '' ? say(problem) : undefined}
      onValueChange={(next) => {
        setText(next);
        const parts = isList ? next.split(';') : [next];
        onChange({
          ...condition,
          values: parts.map((part) => part.trim()).filter((part) => part !== ''),
        });
      }}
    />
  );
}
