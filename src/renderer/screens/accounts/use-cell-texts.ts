import { useEffect, useState, useSyncExternalStore } from 'react';
import { sameValue } from '../../../shared/history/diff.ts';
import { useStore } from '../../app/store-context.tsx';
import { CellTextsInView, type CellTexts } from './cell-texts.ts';

const none: CellTexts = new Map();

/**
 * Texts of fields that rows do not have, for the accounts in view; asked anew when the store tells of a
 * change. Those on their way are not in the map yet.
 */
export function useCellTexts(ids: readonly string[], fields: readonly string[]): CellTexts {
  const store = useStore();
  const [texts] = useState(
    () => new CellTextsInView((asked, wanted) => store.ask('cells', { ids: asked, fields: wanted })),
  );
  const key = JSON.stringify([ids, fields]);
  useEffect(() => {
    const [shown, asked] = JSON.parse(key) as [readonly string[], readonly string[]];
    texts.show(shown, asked);
  }, [texts, key]);
  useEffect(() => store.onChange(() => texts.changed()), [store, texts]);
  const known = useSyncExternalStore(texts.subscribe, texts.get);
  return sameValue(known.fields, fields) ? known.texts : none;
}
