import { useCallback, useEffect, useRef, useState } from 'react';
import type { RowKind } from '../../../shared/exchange/plan.ts';
import type { PreviewRow } from '../../../shared/exchange/preview.ts';
import { useExchange } from './use-exchange.ts';

const pageSize = 100;

interface Pages {
  readonly version: number;
  readonly rows: ReadonlyMap<number, PreviewRow>;
}

/**
 * Rows of one kind as they come into view: the page never holds them all at once. A new plan (`version`)
 * asks again; the old rows stay until then.
 */
export function usePreviewPages(
  kind: RowKind,
  version: number,
  first: number,
  last: number,
): (index: number) => PreviewRow | undefined {
  const { client } = useExchange();
  const [pages, setPages] = useState<Pages>({ version, rows: new Map() });
  const asked = useRef({ version, pages: new Set<number>() });

  useEffect(() => {
    if (asked.current.version !== version) asked.current = { version, pages: new Set() };
    for (let page = Math.floor(first / pageSize); page * pageSize <= last; page += 1) {
      if (asked.current.pages.has(page)) continue;
      asked.current.pages.add(page);
      void client.page(kind, page * pageSize, pageSize).then(({ rows }) => {
        if (asked.current.version !== version) return;
        setPages((present) => {
          const next = new Map(present.version === version ? present.rows : []);
          rows.forEach((row, at) => next.set(page * pageSize + at, row));
          return { version, rows: next };
        });
      });
    }
  }, [client, kind, version, first, last]);

  return useCallback((index) => pages.rows.get(index), [pages]);
}
