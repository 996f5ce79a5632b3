import { useMemo, useState } from 'react';
import { viewFields } from '../../../shared/views/view-fields.ts';
import { useSharedFilter } from '../../app/filter-context.tsx';
import { isFiltering } from '../../app/filter-state.ts';
import { useStore, useStoreStatus, useView } from '../../app/store-context.tsx';
import { filterTexts } from '../../app/views/filter-words.ts';
import { count } from '../../app/words.ts';
import { RadioList, type RadioOption } from '../../components/radio-list.tsx';
import type { Filter } from '../../store/api.ts';
import { ExportForm } from './export-form.tsx';

type Which = 'selection' | 'filter' | 'all';

/** Which accounts are exported, in words and to choose where there is a choice, and the form for them. */
export function ExportAccounts({ selected }: { readonly selected: readonly string[] | null }) {
  const { filter } = useSharedFilter();
  return isFiltering(filter) ? (
    <WithFilter filter={filter} selected={selected} />
  ) : (
    <Choice selected={selected} filtered={null} />
  );
}

/** What a filter leaves in. */
interface Filtered {
  readonly words: string;
  /** `null` while they are counted. */
  readonly ids: readonly string[] | null;
}

function WithFilter({
  filter,
  selected,
}: {
  readonly filter: Filter;
  readonly selected: readonly string[] | null;
}) {
  const { book } = useStore();
  const { customFields } = useStoreStatus();
  const view = useView({ filter, sort: { key: 'name' } });
  const ids = useMemo(
    () => (view === null ? null : Array.from(view.slots, (slot) => book.row(slot)?.id ?? '')),
    [view, book],
  );
  const words = useMemo(
    () => filterTexts(filter, viewFields('accounts', customFields)).join(', and '),
    [filter, customFields],
  );
  return <Choice selected={selected} filtered={{ words, ids }} />;
}

function Choice({
  selected,
  filtered,
}: {
  readonly selected: readonly string[] | null;
  readonly filtered: Filtered | null;
}) {
  const { accounts } = useStoreStatus();
  const [wish, setWish] = useState<Which>(selected === null ? 'filter' : 'selection');
  // The filter may be gone by now.
  const which = wish === 'filter' && filtered === null ? 'all' : wish;
  const all = `all ${accounts.toLocaleString()}`;
  const options: readonly RadioOption<Which>[] = [
    ...(selected === null
      ? []
      : [{ value: 'selection' as const, label: theseOf(selected.length, 'selected account') }]),
    ...(filtered === null
      ? []
      : [
          {
            value: 'filter' as const,
            label:
              filtered.ids === null
                ? 'The accounts of the filter'
                : `${theseOf(filtered.ids.length, 'account')} of the filter, not ${all}`,
            hint: `${filtered.words}.`,
          },
        ]),
    { value: 'all', label: `All ${count(accounts, 'account')}` },
  ];
  const ids = which === 'selection' ? selected : which === 'filter' ? (filtered?.ids ?? []) : null;
  return (
    <>
      {options.length > 1 ? (
        <RadioList legend="Which accounts" options={options} value={which} onValueChange={setWish} />
      ) : (
        <p>{options[0]?.label}.</p>
      )}
      {which === 'filter' && filtered?.ids === null ? (
        <p role="status">Counting the accounts…</p>
      ) : (
        <ExportForm ids={ids} />
      )}
    </>
  );
}

/** "The 12 accounts", "The account". */
const theseOf = (n: number, one: string): string => `The ${n === 1 ? one : count(n, one)}`;
