import { useEffect, useState } from 'react';
import { statuses, type Status } from '../../../shared/accounts/account.ts';
import { useStore } from '../../app/store-context.tsx';

export type ColumnCounts = Readonly<Record<Status, number>>;

/** How many accounts each column has without the filter; asked for only while a filter is on. */
export function useUnfilteredCounts(filtering: boolean): ColumnCounts | null {
  const { openView } = useStore();
  const [counts, setCounts] = useState<ColumnCounts | null>(null);
  useEffect(() => {
    if (!filtering) return undefined;
    const view = openView({ filter: {}, sort: { key: 'board' }, groupBy: 'status' });
    const stop = view.subscribe(() => {
      const groups = view.get()?.groups;
      if (groups === undefined) return;
      const entries = statuses.map((status) => [status, groups[status].length] as const);
      setCounts(countsOf(entries));
    });
    return () => {
      stop();
      view.close();
      setCounts(null);
    };
  }, [openView, filtering]);
  return filtering ? counts : null;
}

function countsOf(entries: readonly (readonly [Status, number])[]): ColumnCounts {
  const counts: Record<Status, number> = {
    '': 0,
    Queued: 0,
    'Actively Working': 0,
    'Worked in FY': 0,
    Restricted: 0,
  };
  for (const [status, count] of entries) counts[status] = count;
  return counts;
}
