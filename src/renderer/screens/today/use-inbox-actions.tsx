import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import type { InboxAction, InboxItem } from '../../../shared/inbox/inbox-item.ts';
import { openAccountAt } from '../../app/account-wish.ts';
import { inspectAndFocus } from '../../app/location.ts';
import { useMoves, type SeatsAsked } from '../../app/use-move-accounts.ts';
import { useRunCommand } from '../../app/use-run-command.ts';
import { NextStepDialog } from './next-step-dialog.tsx';
import { PauseDialog } from './pause-dialog.tsx';
import { WakeUpDialog } from './wake-up-dialog.tsx';

// Fetched when first asked for: it comes with the work of the territories.
const SettleTerritoryDialog = lazy(async () => ({
  default: (await import('../territories/settle-dialog.tsx')).SettleTerritoryDialog,
}));

interface Form {
  readonly action: Extract<
    InboxAction,
    { kind: 'pauseClocks' | 'setNextStep' | 'setWakeUp' | 'settleTerritory' }
  >;
  readonly item: InboxItem;
}

export interface InboxActions {
  readonly act: (action: InboxAction, item: InboxItem) => void;
  /** Those that need nothing more, as one change. */
  readonly settle: (actions: readonly InboxAction[]) => void;
  /** AW-6: asks whom, segment after segment; also one change. */
  readonly release: (asked: readonly SeatsAsked[]) => void;
  /** The small form that is open. */
  readonly form: ReactNode;
}

/** Does what an item of Today asks for: at once, by a small form, or where the account is mended. */
export function useInboxActions(): InboxActions {
  const run = useRunCommand();
  const { move, releaseSeats, openFixList } = useMoves();
  const [form, setForm] = useState<Form | null>(null);
  return useMemo(() => {
    const settle = (actions: readonly InboxAction[]): void =>
      void run({ kind: 'settle', actions }, { tell: true });
    const act = (action: InboxAction, item: InboxItem): void => {
      switch (action.kind) {
        case 'move':
        case 'acceptNomination':
        case 'declineNomination':
        case 'endRest':
        case 'confirmSegment':
        case 'keepSegment':
          settle([action]);
          return;
        case 'enter':
          void move([action.id], 'Actively Working');
          return;
        case 'fillFields':
          openAccountAt({ id: action.id, field: action.fields[0] ?? 'accountResearch' });
          return;
        case 'sequencePeople':
          openAccountAt({ id: action.id, prospect: '' });
          return;
        case 'findSegment':
          openAccountAt({ id: action.id, field: 'employeesOverride' });
          return;
        case 'openFixList':
          openFixList(action.id);
          return;
        case 'releaseSeats':
          void releaseSeats([action]);
          return;
        case 'open':
          inspectAndFocus(action.id);
          return;
        case 'pauseClocks':
        case 'setNextStep':
        case 'setWakeUp':
        case 'settleTerritory':
          setForm({ action, item });
      }
    };
    const close = (): void => setForm(null);
    const release = (asked: readonly SeatsAsked[]): void => void releaseSeats(asked);
    return { act, settle, release, form: form === null ? null : formOf(form, close) };
  }, [run, move, releaseSeats, openFixList, form]);
}

function formOf({ action: { kind, id }, item }: Form, onClose: () => void): ReactNode {
  const props = { id, name: item.name, onClose };
  switch (kind) {
    case 'pauseClocks':
      // A day that has passed is lost unless the pause reaches back to it.
      return <PauseDialog key={id} {...props} from={item.group === 'returns' ? item.on : null} />;
    case 'setNextStep':
      return <NextStepDialog key={id} {...props} />;
    case 'setWakeUp':
      return <WakeUpDialog key={id} {...props} />;
    case 'settleTerritory':
      return (
        <Suspense fallback={null}>
          <SettleTerritoryDialog key={id} {...props} />
        </Suspense>
      );
  }
}
