import { useEffect, useState } from 'react';
import { useStore, useStoreStatus } from '../../../app/store-context.tsx';
import { useRunCommand } from '../../../app/use-run-command.ts';
import { count, momentText } from '../../../app/words.ts';
import { Button } from '../../../components/button.tsx';
import type { IntegrityReport, QuarantinedRow } from '../../../store/integrity/integrity-report.ts';
import { quarantineTitle } from './quarantine-words.ts';

/** Records that could not be read any more, each as it was, until a person decides. */
export function QuarantineList({ report }: { readonly report: IntegrityReport | null }) {
  const { settings } = useStoreStatus();
  const rows = useQuarantined(report);
  const run = useRunCommand();
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="quarantine-title" className="quarantine">
      <h3 id="quarantine-title">{count(rows.length, 'record')} put aside</h3>
      <p className="small muted">
        What could not be read is kept here as it was. Put it back without what is wrong, restore it from a
        backup, or let it go. Undo takes either back.
      </p>
      <ul>
        {rows.map((row) => {
          const title = quarantineTitle(row);
          return (
            <li key={row.id} className="quarantine-row">
              <div className="quarantine-head">
                <strong className="truncate">{title}</strong>
                <span className="small faint">{momentText(row.foundAt, settings.timeZone)}</span>
              </div>
              <ul className="quarantine-problems">
                {row.problems.map((problem) => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
              <details>
                <summary className="small">The record as it was</summary>
                {/* Its tab stop: a long record is scrolled by keyboard, too. */}
                <pre tabIndex={0} className="quarantine-text" aria-label={`${title} as it was`}>
                  {row.text}
                </pre>
              </details>
              <div className="cluster">
                {row.canPutBack && (
                  <Button
                    size="small"
                    aria-label={`Put back without what is wrong: ${title}`}
                    onClick={() => void run({ kind: 'putBackQuarantined', ids: [row.id] }, { tell: true })}
                  >
                    Put back without what is wrong
                  </Button>
                )}
                <Button
                  size="small"
                  variant="danger"
                  aria-label={`Let go: ${title}`}
                  onClick={() => void run({ kind: 'dropQuarantined', ids: [row.id] }, { tell: true })}
                >
                  Let go
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The list as it is now: read anew after every change and every check. */
function useQuarantined(report: IntegrityReport | null): readonly QuarantinedRow[] {
  const store = useStore();
  const [rows, setRows] = useState<readonly QuarantinedRow[]>([]);
  useEffect(() => {
    let current = true;
    const load = (): void => {
      void store.quarantined().then((found) => {
        if (current) setRows(found);
      });
    };
    load();
    const stop = store.status.subscribe(load);
    return () => {
      current = false;
      stop();
    };
  }, [store, report]);
  return rows;
}
