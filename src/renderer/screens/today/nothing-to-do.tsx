import { CircleCheckBig } from 'lucide-react';
import { useMemo } from 'react';
import type { IsoDate } from '../../../shared/clock.ts';
import { inspectAndFocus, openScreen } from '../../app/location.ts';
import { pathOf } from '../../app/routes.ts';
import { useStore, useView } from '../../app/store-context.tsx';
import { dayText } from '../../app/words.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/states.tsx';
import { comingNext } from './coming-next.ts';

/** The inbox is empty: what comes next, and when. */
export function NothingToDo({ today }: { readonly today: IsoDate }) {
  const { book } = useStore();
  const view = useView({ filter: {}, sort: { key: 'nextStepDate' } });
  const next = useMemo(() => {
    const rows = [...(view?.slots ?? [])].flatMap((slot) => book.row(slot) ?? []);
    return comingNext(rows, today);
  }, [view, book, today]);
  return (
    <EmptyState
      icon={<CircleCheckBig aria-hidden />}
      title="Nothing to do"
      actions={
        <>
          {next !== undefined && <Button onClick={() => inspectAndFocus(next.id)}>Open {next.name}</Button>}
          <Button variant="primary" onClick={() => openScreen(pathOf('board'))}>
            Go to the board
          </Button>
        </>
      }
    >
      {next === undefined
        ? 'No account waits for you, and no day is set on which one will.'
        : `Next: ${next.name}, ${next.what} on ${dayText(next.day)}.`}
    </EmptyState>
  );
}
