import { columnDefinition, type ColumnMapping, type Scale } from '../../../shared/exchange/columns.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import type { CustomField } from '../../../shared/workspace/workspace.ts';
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
  readonly onChange: (mapping: ColumnMapping) => void;
}

/** One column of the file: what it holds, what it becomes and how it is read. */
export function ColumnRow({ column, mapping, wrong, customFields, onChange }: ColumnRowProps) {
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
          onChange={(value) => onChange(retargeted(mapping, suggestion.mapping, value))}
        />
      </td>
      <td>
        <Reading
          header={header}
          mapping={mapping}
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
            <span className="muted">{say(suggestion.reason)}</span>
          </>
        ) : (
          <span className="muted">Chosen by you.</span>
        )}
      </td>
    </tr>
  );
}

/** Going back to the suggested field brings its reading back too. */
function retargeted(mapping: ColumnMapping, suggested: ColumnMapping, value: string): ColumnMapping {
  if (value === targetValue(suggested.target)) return suggested;
  const target = targetOf(value);
  const reading = isDate({ target })
    ? { dateOrder: mapping.dateOrder ?? suggested.dateOrder ?? ('mdy' as const) }
    : {};
  return { target, ...reading };
}

const typeOf = ({ target }: Pick<ColumnMapping, 'target'>): string | undefined =>
  target.kind === 'field' ? columnDefinition(target.key).type : undefined;

const isDate = (mapping: Pick<ColumnMapping, 'target'>): boolean =>
  ['date', 'stints'].includes(typeOf(mapping) ?? '');

function Reading({
  header,
  mapping,
  ask,
  onChange,
}: {
  readonly header: string;
  readonly mapping: ColumnMapping;
  readonly ask: boolean;
  readonly onChange: ColumnRowProps['onChange'];
}) {
  const type = typeOf(mapping);
  const { target } = mapping;
  const canErase = target.kind === 'custom' || (target.kind === 'field' && target.key !== 'name');
  return (
    <div className="columns-reading">
      {isDate(mapping) && (
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
