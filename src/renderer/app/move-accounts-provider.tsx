import { lazy, Suspense, useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Segment, Status } from '../../shared/accounts/account.ts';
import type { SegmentMeter } from '../../shared/statuses/limits.ts';
import { seatsToFree, type SeatOffer } from '../../shared/statuses/seat-swap.ts';
import type { CommandOutcome, MoveDetails } from '../store/api.ts';
import type { MoveNeeds } from './moves/move-draft.ts';
import { useTellMove } from './moves/use-tell-move.ts';
import { againstWords, detailsFor } from './moves/what-to-ask.ts';
import { useStore, useStoreStatus } from './store-context.tsx';
import { MovesContext, type MoveAccounts, type MoveOptions, type Moves } from './use-move-accounts.ts';
import { count, type Priority } from './words.ts';

// Fetched when first asked for: the first screen need not wait for them.
const MoveDialog = lazy(async () => ({ default: (await import('./moves/move-dialog.tsx')).MoveDialog }));
const SeatSwapDialog = lazy(async () => ({
  default: (await import('./moves/seat-swap-dialog.tsx')).SeatSwapDialog,
}));
const PriorityReasonDialog = lazy(async () => ({
  default: (await import('./moves/priority-reason-dialog.tsx')).PriorityReasonDialog,
}));
const FixListDialog = lazy(async () => ({
  default: (await import('./moves/fix-list-dialog.tsx')).FixListDialog,
}));

type Question =
  | {
      readonly kind: 'details';
      readonly ids: readonly string[];
      readonly to: Status;
      readonly needs: MoveNeeds;
      readonly against: readonly string[];
      readonly answer: (details: MoveDetails | null) => void;
    }
  | {
      readonly kind: 'seats';
      readonly meter: SegmentMeter;
      readonly enters: string | null;
      readonly offers: readonly SeatOffer[];
      readonly needed: number;
      readonly proposed: number;
      readonly chosenBefore: number;
      readonly next: Segment | null;
      readonly answer: (offers: readonly SeatOffer[] | null) => void;
    }
  | {
      readonly kind: 'priority';
      readonly ids: readonly string[];
      readonly priority: Priority;
      readonly against: string;
      readonly answer: (reason: string | null) => void;
    };

/** Once around the screens: board, table, panel and Today move accounts the same way. */
export function MoveAccountsProvider({ children }: { readonly children: ReactNode }) {
  const store = useStore();
  const tell = useTellMove();
  const { today } = useStoreStatus();
  const [question, setQuestion] = useState<Question | null>(null);
  const [fixing, setFixing] = useState<string | null>(null);

  const askDetails = useCallback(
    (asked: Omit<Extract<Question, { kind: 'details' }>, 'kind' | 'answer'>) =>
      new Promise<MoveDetails | null>((resolve) => {
        const answer = (details: MoveDetails | null): void => {
          setQuestion(null);
          resolve(details);
        };
        setQuestion({ kind: 'details', ...asked, answer });
      }),
    [],
  );
  const askSeats = useCallback(
    (asked: Omit<Extract<Question, { kind: 'seats' }>, 'kind' | 'answer'>) =>
      new Promise<readonly SeatOffer[] | null>((resolve) => {
        const answer = (offers: readonly SeatOffer[] | null): void => {
          setQuestion(null);
          resolve(offers);
        };
        setQuestion({ kind: 'seats', ...asked, answer });
      }),
    [],
  );

  const choosePriority = useCallback<Moves['choosePriority']>(
    async (ids, priority) => {
      const against = priority === null ? null : againstWords(store, ids, priority);
      let reason: string | null = null;
      if (priority !== null && against !== null) {
        reason = await new Promise<string | null>((resolve) => {
          const answer = (given: string | null): void => {
            setQuestion(null);
            resolve(given);
          };
          setQuestion({ kind: 'priority', ids, priority, against, answer });
        });
        if (reason === null) return null;
      }
      const outcome = await store.run({
        kind: 'choosePriorities',
        choices: ids.map((id) => ({ id, priority })),
        ...(reason !== null && { reason }),
      });
      // An edit in place shows itself.
      if (!outcome.ok || ids.length > 1) tell(outcome);
      return outcome;
    },
    [store, tell],
  );

  const run = useCallback(
    async (ids: readonly string[], to: Status, options: MoveOptions, details: MoveDetails) =>
      store.run({
        kind: 'moveAccounts',
        ids,
        to,
        ...(options.place !== undefined && { place: options.place }),
        ...(Object.keys(details).length > 0 && { details }),
      }),
    [store],
  );

  /** `undefined`: there is nobody to release. */
  const swap = useCallback(
    async (id: string, segment: Segment, { place }: MoveOptions) => {
      const offers = await store.ask('seats', { segment });
      const meter = meterOf(store, segment);
      const needed = Math.max(1, seatsToFree(meter.used, meter.limit));
      if (offers.length < needed) return undefined;
      const enters = store.book.rowOf(id)?.name ?? '';
      const chosen = await askSeats({
        meter,
        enters,
        offers,
        needed,
        proposed: needed,
        chosenBefore: 0,
        next: null,
      });
      if (chosen === null) return null;
      return store.run({
        kind: 'swapSeats',
        enter: id,
        release: chosen.map((offer) => ({ id: offer.id, to: offer.to })),
        ...(place !== undefined && { place }),
      });
    },
    [store, askSeats],
  );

  const move = useCallback<MoveAccounts>(
    async (ids, to, options = {}) => {
      const preview = await store.previewMove(ids, to);
      const [id] = ids;
      const only = ids.length === 1 ? id : undefined;
      const isKeptOut = only !== undefined && preview.allowed.length === 0;
      let outcome: CommandOutcome | null | undefined;
      if (isKeptOut && preview.fullSegment !== null) {
        outcome = await swap(only, preview.fullSegment, options);
        // Nobody can be released: the refusal itself says what would help.
        if (outcome === undefined) outcome = await run(ids, to, options, {});
      } else {
        const asked = await detailsFor(store, only, to, preview);
        const details = asked === null ? {} : await askDetails({ ids, to, ...asked });
        outcome = details === null ? null : await run(ids, to, options, details);
        if (only !== undefined && details?.rest?.reason === 'bad data' && outcome?.ok === true) {
          setFixing(only);
        }
      }
      if (outcome !== null) tell(outcome, preview);
      return outcome;
    },
    [store, run, swap, askDetails, tell],
  );

  const moves = useMemo<Moves>(
    () => ({
      move,
      releaseSeats: async (asked) => {
        const released: SeatOffer[] = [];
        for (const [at, { segment, count: proposed }] of asked.entries()) {
          const offers = await store.ask('seats', { segment });
          const meter = meterOf(store, segment);
          const next = asked[at + 1]?.segment ?? null;
          const chosenBefore = released.length;
          const asking = { meter, offers, proposed, chosenBefore, next };
          const chosen = await askSeats({ ...asking, enters: null, needed: 1 });
          if (chosen === null) return null;
          released.push(...chosen);
        }
        const outcome = await store.run({
          kind: 'settle',
          actions: released.map(({ id, to }) => ({ kind: 'move', id, to })),
        });
        tell(outcome);
        return outcome;
      },
      choosePriority,
      openFixList: setFixing,
    }),
    [move, store, askSeats, choosePriority, tell],
  );
  const nameOf = (ids: readonly string[]): string =>
    ids.length === 1 ? (store.book.rowOf(ids[0] ?? '')?.name ?? '1 account') : count(ids.length, 'account');

  return (
    <MovesContext value={moves}>
      {children}
      <Suspense fallback={null}>
        {question?.kind === 'details' && (
          <MoveDialog
            what={nameOf(question.ids)}
            to={question.to}
            needs={question.needs}
            against={question.against}
            owner={question.ids.length === 1 ? (store.book.rowOf(question.ids[0] ?? '')?.owner ?? '') : ''}
            today={today}
            onCancel={() => question.answer(null)}
            onConfirm={(details) => question.answer(details ?? {})}
          />
        )}
        {question?.kind === 'seats' && (
          <SeatSwapDialog
            key={question.meter.segment}
            meter={question.meter}
            enters={question.enters}
            offers={question.offers}
            needed={question.needed}
            proposed={question.proposed}
            chosenBefore={question.chosenBefore}
            next={question.next}
            onCancel={() => question.answer(null)}
            onRelease={question.answer}
          />
        )}
        {question?.kind === 'priority' && (
          <PriorityReasonDialog
            what={nameOf(question.ids)}
            priority={question.priority}
            against={question.against}
            onCancel={() => question.answer(null)}
            onConfirm={question.answer}
          />
        )}
        {fixing !== null && <FixListDialog key={fixing} id={fixing} onClose={() => setFixing(null)} />}
      </Suspense>
    </MovesContext>
  );
}

/** How full a segment is now. */
const meterOf = ({ status }: ReturnType<typeof useStore>, segment: Segment): SegmentMeter =>
  status.get().meters.find((it) => it.segment === segment) ?? { segment, used: 0, limit: null };
