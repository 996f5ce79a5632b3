import { useEffect, useState } from 'react';
import type { MappingRow } from '../../../shared/territories/mapping.ts';
import { useStore } from '../../app/store-context.tsx';
import type { MappingChecked } from '../../store/questions/questions.ts';
import { rowsAsJson } from './rows-as-json.ts';

/** Milliseconds without an edit before the whole is checked. */
const quiet = 250;

/** What is wrong with the rows as a whole; the last answer stays while the next is worked out. */
export function useMappingCheck(rows: readonly MappingRow[]): MappingChecked | null {
  const store = useStore();
  const [checked, setChecked] = useState<MappingChecked | null>(null);
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(() => {
      void rowsAsJson(rows)
        .then((json) => store.ask('mappingCheck', { rows: json }))
        .then((answer) => {
          if (!isOver) setChecked(answer);
        });
    }, quiet);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [store, rows]);
  return rows.length === 0 ? null : checked;
}
