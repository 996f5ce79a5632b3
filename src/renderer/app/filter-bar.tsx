import { Search, X } from 'lucide-react';
import { useMemo, useRef, useState, type MouseEvent } from 'react';
import { segments, statuses, type Segment, type Status } from '../../shared/accounts/account.ts';
import { viewFields } from '../../shared/views/view-fields.ts';
import { Button } from '../components/button.tsx';
import { PickMany } from '../components/pick-many.tsx';
import { TextField } from '../components/text-field.tsx';
import type { Filter } from '../store/api.ts';
import { useActions } from './actions.ts';
import { isFiltering, withList } from './filter-state.ts';
import { PriorityBars, StatusMark } from './marks.tsx';
import { useStoreStatus } from './store-context.tsx';
import { useCommitAtRest } from './use-commit-at-rest.ts';
import { ConditionsButton } from './views/conditions-button.tsx';
import { conditionText } from './views/filter-words.ts';
import { count, priorityName, segmentName, statusName, type Priority } from './words.ts';
import './filter-bar.css';

export interface FilterBarProps {
  readonly filter: Filter;
  readonly onFilterChange: (filter: Filter) => void;
  /** How many accounts the filter leaves; `null` while unknown. */
  readonly shown: number | null;
  /** The board has columns for the status. */
  readonly withoutStatus?: boolean;
  /** Its lens by Priority has columns for the Priority. */
  readonly withoutPriority?: boolean;
}

const priorities: readonly (Priority | null)[] = [1, 2, 3, null];
/** Stands for "segment unknown" in a list of texts. */
const unknown = 'unknown' as const;

/** Conditions told beside the bar; more are told by their number, and in their list. */
const mostChips = 3;
const noConditions: NonNullable<Filter['conditions']> = [];

/** Narrows board and table alike: text, segment, priority, owner, status, findings. `/` goes to the text. */
export function FilterBar({
  filter,
  onFilterChange,
  shown,
  withoutStatus = false,
  withoutPriority = false,
}: FilterBarProps) {
  const { accounts, owners, customFields } = useStoreStatus();
  const filtering = isFiltering(filter);
  const { conditions = noConditions } = filter;
  const fields = useMemo(() => viewFields('accounts', customFields), [customFields]);
  const bar = useRef<HTMLDivElement>(null);
  // A button that was pressed by a key goes, and focus with it: it goes on at the bar's own field.
  const goOnInBar = ({ detail: clicks }: Pick<MouseEvent, 'detail'>): void => {
    if (clicks > 0) return;
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) bar.current?.querySelector('input')?.focus();
    });
  };
  return (
    <div ref={bar} className="filter-bar" role="search" aria-label="Filter accounts">
      <FilterText filter={filter} onFilterChange={onFilterChange} />
      <PickMany<Segment | typeof unknown>
        label="Segment"
        options={[...segments, null].map((segment) => ({
          value: segment ?? unknown,
          label: segmentName(segment),
        }))}
        values={(filter.segments ?? []).map((segment) => segment ?? unknown)}
        onValuesChange={(values) =>
          onFilterChange(
            withList(
              filter,
              'segments',
              values.map((value): Segment | null => (value === unknown ? null : value)),
            ),
          )
        }
      />
      {!withoutPriority && (
        <PickMany
          label="Priority"
          options={priorities.map((priority) => ({
            value: String(priority),
            label: priorityName(priority),
            icon: <PriorityBars priority={priority} />,
          }))}
          values={(filter.priorities ?? []).map(String)}
          onValuesChange={(values) =>
            onFilterChange(
              withList(
                filter,
                'priorities',
                priorities.filter((priority) => values.includes(String(priority))),
              ),
            )
          }
        />
      )}
      <PickMany
        label="Owner"
        options={['', ...owners.filter((owner) => owner !== '')].map((owner) => ({
          value: owner,
          label: owner === '' ? 'No owner' : owner,
        }))}
        values={filter.owners ?? []}
        onValuesChange={(values) => onFilterChange(withList(filter, 'owners', values))}
      />
      {!withoutStatus && (
        <PickMany<Status>
          label="Status"
          options={statuses.map((status) => ({
            value: status,
            label: statusName(status),
            icon: <StatusMark status={status} />,
          }))}
          values={filter.statuses ?? []}
          onValuesChange={(values) => onFilterChange(withList(filter, 'statuses', values))}
        />
      )}
      <button
        type="button"
        className="filter-toggle"
        aria-pressed={filter.onlyWithFindings === true}
        onClick={() => {
          const { onlyWithFindings, ...rest } = filter;
          onFilterChange(onlyWithFindings === true ? rest : { ...rest, onlyWithFindings: true });
        }}
      >
        With findings
      </button>
      <ConditionsButton
        list="accounts"
        conditions={conditions}
        onConditionsChange={(next) => onFilterChange(withList(filter, 'conditions', next))}
      />
      {conditions.slice(0, mostChips).map((condition, at) => {
        const words = conditionText(condition, fields);
        return (
          <button
            key={`${String(at)} ${words}`}
            type="button"
            className="filter-chip"
            title={words}
            aria-label={`Remove the condition: ${words}`}
            onClick={(event) => {
              const left = conditions.filter((_, other) => other !== at);
              onFilterChange(withList(filter, 'conditions', left));
              goOnInBar(event);
            }}
          >
            <span className="truncate">{words}</span>
            <X aria-hidden />
          </button>
        );
      })}
      {filtering && (
        <Button
          variant="quiet"
          size="small"
          icon={<X aria-hidden />}
          onClick={(event) => {
            onFilterChange({});
            goOnInBar(event);
          }}
        >
          Clear
        </Button>
      )}
      <span className="filter-count" role="status">
        {shown === null
          ? ''
          : filtering
            ? `${shown.toLocaleString()} of ${count(accounts, 'account')}`
            : count(accounts, 'account')}
      </span>
    </div>
  );
}

function FilterText({ filter, onFilterChange }: Pick<FilterBarProps, 'filter' | 'onFilterChange'>) {
  const outside = filter.text ?? '';
  const [draft, setDraft] = useState(outside);
  const [sent, setSent] = useState(outside);
  // Taken over only when someone else changed it ("Clear"), never while the own text is on its way.
  if (outside !== sent) {
    setSent(outside);
    setDraft(outside);
  }
  const input = useRef<HTMLInputElement>(null);
  useActions(
    useMemo(
      () => [
        {
          id: 'filter.focus',
          title: 'Filter by text',
          group: 'View' as const,
          shortcuts: ['/'],
          run: () => {
            input.current?.focus();
            input.current?.select();
          },
        },
      ],
      [],
    ),
  );
  useCommitAtRest(draft.trim(), sent, (text) => {
    const { text: _, ...rest } = filter;
    setSent(text);
    onFilterChange(text === '' ? rest : { ...rest, text });
  });
  return (
    <TextField
      ref={input}
      type="search"
      label="Filter by text"
      hideLabel
      className="filter-text"
      placeholder="Filter…"
      icon={<Search aria-hidden />}
      value={draft}
      onValueChange={setDraft}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        if (draft === '') event.currentTarget.blur();
        else setDraft('');
      }}
    />
  );
}
