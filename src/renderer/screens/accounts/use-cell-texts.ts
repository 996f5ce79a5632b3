import { useEffect, useState } from 'react';
import { useStore } from '../../app/store-context.tsx';

export type CellTexts = ReadonlyMap<string, readonly string[]>;

interface Known {
  readonly fields: string;
  readonly texts: CellTexts;
}

const none: CellTexts = new Map();

/** Accounts whose texts are kept while somebody scrolls up and down. */
const mostKept = 600;

/**
 * Texts of fields that rows do not have, for the accounts in view; asked anew when the store tells of a
 * change. Those on their way are not in the map yet.
 */
export function useCellTexts(ids: readonly string[], fields: readonly string[]): CellTexts {
  const store = useStore();
  const [known, setKnown] = useState<Known>({ fields: '', texts: none });
  const fieldsKey = JSON.stringify(fields);
  const idsKey = JSON.stringify(ids);
  useEffect(() => {
    const asked = JSON.parse(idsKey) as readonly string[];
    const wanted = JSON.parse(fieldsKey) as readonly string[];
    if (wanted.length === 0 || asked.length === 0) return undefined;
    let isOver = false;
    const ask = async (keep: boolean): Promise<void> => {
      const rows = await store.ask('cells', { ids: asked, fields: wanted });
      if (isOver) return;
      setKnown((before) => {
        const isKept = keep && before.fields === fieldsKey && before.texts.size < mostKept;
        const texts = new Map(isKept ? before.texts : []);
        asked.forEach((id, at) => texts.set(id, rows[at] ?? []));
        return { fields: fieldsKey, texts };
      });
    };
    void ask(true);
    const stop = store.onChange(() => void ask(false));
    return () => {
      isOver = true;
      stop();
    };
  }, [store, idsKey, fieldsKey]);
  return known.fields === fieldsKey ? known.texts : none;
}
