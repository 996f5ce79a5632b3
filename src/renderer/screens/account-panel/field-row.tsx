import type { FieldDefinition } from '../../../shared/accounts/fields.ts';
import { fieldText, type EditableKey } from '../../app/field-text.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { choiceName, dayText } from '../../app/words.ts';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, type MenuEntry } from '../../components/menu.tsx';
import type { Account } from '../../../shared/accounts/account.ts';
import { InlineText } from './inline-text.tsx';
import { shownText } from '../../../shared/views/shown-text.ts';

export interface FieldRowProps {
  readonly account: Account;
  readonly definition: FieldDefinition & { readonly key: EditableKey };
  /** Opens as an editor: the user just picked it from "Add". */
  readonly startEditing?: boolean;
  readonly onLeave?: () => void;
  /** A word beside the field, never a block. */
  readonly hint?: ReactNode;
}

/** One field of the account: its label, and its value, edited where it stands. */
export function FieldRow({ account, definition, startEditing, onLeave, hint }: FieldRowProps) {
  const run = useRunCommand();
  const { key, label, type } = definition;
  const text = fieldText(account, key);
  const save = (value: unknown): void => {
    void run({ kind: 'editAccounts', ids: [account.id], patch: { [key]: value } });
  };
  const long = type === 'longText' || type === 'triggers';
  // A blank long text needs no room of its own until it is written.
  const wide = long && (text !== '' || startEditing === true);
  return (
    <div className={wide ? 'field-row field-row-long' : 'field-row'}>
      <dt className="field-row-label">{label}</dt>
      <dd className="field-row-value">
        {definition.derivedByCommands === true ? (
          <span className="inline-fixed">{type === 'date' ? dayText(text) : text}</span>
        ) : type === 'yesNo' || type === 'choice' || type === 'priority' ? (
          <ChoiceValue
            label={label}
            text={shownText(account, definition.key)}
            open={startEditing === true}
            options={choicesOf(definition)}
            onSave={save}
            {...(onLeave === undefined ? {} : { onLeave })}
          />
        ) : (
          <InlineText
            fieldKey={key}
            label={label}
            text={text}
            kind={long ? 'long' : type === 'date' ? 'date' : 'line'}
            shown={shownText(account, definition.key)}
            onSave={save}
            {...(startEditing === undefined ? {} : { startEditing })}
            {...(onLeave === undefined ? {} : { onLeave })}
          />
        )}
        {hint !== undefined && hint !== null && <div className="field-row-hint">{hint}</div>}
      </dd>
    </div>
  );
}

interface Choice {
  readonly value: unknown;
  readonly label: string;
}

function choicesOf(definition: FieldDefinition): readonly Choice[] {
  if (definition.type === 'yesNo') {
    return [
      { value: true, label: 'Yes' },
      { value: false, label: 'No' },
    ];
  }
  return (definition.choices ?? []).map((choice) => ({
    value: definition.type === 'priority' ? Number(choice) : choice,
    label: choiceName(choice),
  }));
}

function ChoiceValue({
  label,
  text,
  options,
  open,
  onSave,
  onLeave,
}: {
  readonly label: string;
  readonly text: string;
  readonly options: readonly Choice[];
  readonly open: boolean;
  readonly onSave: (value: unknown) => void;
  readonly onLeave?: () => void;
}) {
  const entries: MenuEntry[] = [...options, { value: null, label: 'Blank' }].map((option) => ({
    kind: 'item',
    id: option.label,
    label: option.label,
    checked: option.value === null ? text === '' : option.label === text,
    onSelect: () => onSave(option.value),
  }));
  return (
    <Menu
      label={label}
      entries={entries}
      {...(open ? { defaultOpen: true } : {})}
      onOpenChange={(next) => {
        if (!next) onLeave?.();
      }}
      trigger={
        <button type="button" className={text === '' ? 'inline-value inline-value-blank' : 'inline-value'}>
          <span className="visually-hidden">Change {label}: </span>
          {text === '' ? 'Add…' : text}
          <ChevronDown aria-hidden className="inline-chevron" />
        </button>
      }
    />
  );
}
