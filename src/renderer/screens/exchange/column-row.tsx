import { columnDefinition, type ColumnMapping, type Scale } from '../../../shared/exchange/columns.ts';
import { recordColumn, type ImportSubject } from '../../../shared/exchange/records/record-columns.ts';
import { canErase as canEraseRecord } from '../../../shared/exchange/records/read-record-rows.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import type { CustomField } from '../../../shared/workspace/workspace.ts';
import { RuleWords } from '../../app/rule-link.tsx';
import { Badge } from '../../components/badge.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { Select } from '../../components/select.tsx';
import type { ColumnReport } from '../../workers/exchange/protocol.ts';
import { TargetChoice } from './target-choice.tsx';
import { targetOf, targetValue } from './target-options.ts';
import { confidenceNames, dateOrders, numberStyles, scales } from './words.ts';

export interface ColumnRowProps {
  readonly column: ColumnReport;
  readonly mapping: ColumnMapping;
  readonly wrong: boolean;
  readonly customFields: readonly CustomField[];
  readonly subject: ImportSubject;
  readonly onChange: (mapping: ColumnMapping) => void;
}

/** One column of the file: what it holds, what it becomes and how it is read. */
export function ColumnRow({ column, mapping, wrong, customFields, subject, onChange }: ColumnRowProps) {
  const { header, samples, suggestion } = column;
  const asSuggested = targetValue(mapping.target) === targetValue(suggestion.mapping.target);
  const empty = column.filled === 0;
  return (
    <tr data-wrong={wrong || undefined}>
      <th scope="row" className="truncate" title={header}>
        {header}
      </th>
      <td className="columns-samples truncate muted" title={samples.join(' · ')}>
        {empty ? 'Empty' : samples.join(' · ')}
      </td>
      <td>
        <TargetChoice
          header={header}
          target={mapping.target}
          customFields={customFields}
          subject={subject}
          onChange={(value) => onChange(retargeted(mapping, suggestion.mapping, value, subject))}
        />
      </td>
      <td>
        <Reading
          header={header}
          mapping={mapping}
          subject={subject}
          ask={suggestion.askDateOrder && asSuggested}
          onChange={onChange}
        />
      </td>
      <td className="columns-why">
        {asSuggested ? (
          <>
            <Badge tone={suggestion.confidence === 'sure' ? 'neutral' : 'warn'}>
              {mapping.target.kind === 'custom' ? 'Custom field' : confidenceNames[suggestion.confidence]}
            </Badge>{' '}
            <span className="muted">
              <RuleWords text={say(suggestion.reason)} />
            </span>
          </>
        ) : (
          <span className="muted">Chosen by you.</span>
        )}
      </td>
    </tr>
  );
}

/** Going back to the suggested field brings its reading back too. */
function retargeted(
  mapping: ColumnMapping,
  suggested: ColumnMapping,
  value: string,
  subject: ImportSubject,
): ColumnMapping {
  if (value === targetValue(suggested.target)) return suggested;
  const target = targetOf(value);
  const reading = isDate({ target }, subject)
    ? { dateOrder: mapping.dateOrder ?? suggested.dateOrder ?? ('mdy' as const) }
    : {};
  return { target, ...reading };
}

function typeOf({ target }: Pick<ColumnMapping, 'target'>, subject: ImportSubject): string | undefined {
  if (target.kind === 'field') return columnDefinition(target.key).type;
  return target.kind === 'record' && subject !== 'accounts'
    ? recordColumn(subject, target.key)?.type
    : undefined;
}

const isDate = (mapping: Pick<ColumnMapping, 'target'>, subject: ImportSubject): boolean =>
  ['date', 'stints'].includes(typeOf(mapping, subject) ?? '');

function Reading({
  header,
  mapping,
  subject,
  ask,
  onChange,
}: {
  readonly header: string;
  readonly mapping: ColumnMapping;
  readonly subject: ImportSubject;
  readonly ask: boolean;
  readonly onChange: ColumnRowProps['onChange'];
}) {
  const type = typeOf(mapping, subject);
  const { target } = mapping;
  const canErase =
    target.kind === 'custom' ||
    (target.kind === 'field' && target.key !== 'name') ||
    (target.kind === 'record' && canEraseRecord(target.key));
  return (
    <div className="columns-reading">
      {isDate(mapping, subject) && (
        <Select
          label={`Dates in ${header}`}
          hideLabel
          value={mapping.dateOrder ?? 'ymd'}
          options={dateOrders}
          {...(ask && { hint: 'Both fit every cell: please check.' })}
          onValueChange={(dateOrder) => onChange({ ...mapping, dateOrder })}
        />
      )}
      {(type === 'money' || type === 'number' || type === 'count') && (
        <Select
          label={`Numbers in ${header}`}
          hideLabel
          value={mapping.numberStyle ?? 'point'}
          options={numberStyles}
          onValueChange={(numberStyle) => onChange({ ...mapping, numberStyle })}
        />
      )}
      {type === 'money' && (
        <Select
          label={`Unit of ${header}`}
          hideLabel
          value={`${mapping.scale ?? 1}`}
          options={scales}
          onValueChange={(scale) => onChange({ ...mapping, scale: Number(scale) as Scale })}
        />
      )}
      {canErase && (
        <Checkbox
          label={
            <>
              Blanks erase<span className="visually-hidden"> {header}</span>
            </>
          }
          tabIndex={0}
          checked={mapping.blankErases ?? false}
          onCheckedChange={(blankErases) => onChange({ ...mapping, blankErases })}
        />
      )}
    </div>
  );
}
