import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Segment } from '../../../shared/accounts/account.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import { ruleIdsIn } from '../../../shared/rule-book/rule-ids-in.ts';
import type { SeatOffer } from '../../../shared/statuses/seat-swap.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { EmptyState } from '../../components/states.tsx';
import { useAnnounce } from '../../components/live-region.tsx';
import { StatusWord } from '../marks.tsx';
import { RuleWords } from '../rule-link.tsx';
import { count, statusName } from '../words.ts';
import { chooseSeat, firstSeats, type ChosenSeats } from './chosen-seats.ts';
import './moves.css';

export interface SeatSwapDialogProps {
  readonly segment: Segment;
  /** Name of the account that wants in; `null` = seats are only to be released. */
  readonly enters: string | null;
  /** The best one first. */
  readonly offers: readonly SeatOffer[];
  /** How many must go; at least 1. */
  readonly needed: number;
  readonly onCancel: () => void;
  readonly onRelease: (offers: readonly SeatOffer[]) => void;
}

/**
 * AW-6, the full segment: whom to release, the best one first and chosen. Enter does it, Escape puts the card
 * back. Where more than one must go, Space chooses and lets go of others.
 */
export function SeatSwapDialog(props: SeatSwapDialogProps) {
  const { segment, enters, offers, needed, onCancel, onRelease } = props;
  const announce = useAnnounce();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<ChosenSeats>(() => firstSeats(offers, needed));
  const missing = needed - chosen.ids.size;
  const title = enters === null ? `Release ${segment} seats` : `Swap a ${segment} seat for ${enters}`;
  useEffect(() => {
    const [best] = offers;
    if (best) {
      announce(
        `${title}. ${best.name}: ${say(best.reason)}. Enter ${enters === null ? 'releases' : 'swaps'}, Escape puts back.`,
      );
    }
    // oxlint-disable-next-line react/exhaustive-deps -- said once, when the list opens
  }, []);
  useEffect(() => {
    document.getElementById(`${listId}-${String(chosen.at)}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen.at, listId]);

  const release = (): void => {
    if (missing <= 0) onRelease(offers.filter(({ id }) => chosen.ids.has(id)));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      release();
      return;
    }
    const next = chooseSeat(chosen, event.key, offers, needed);
    if (next === chosen) return;
    event.preventDefault();
    setChosen(next);
  };
  const doing =
    enters === null
      ? `Release ${count(chosen.ids.size, 'account')}`
      : needed === 1
        ? `Swap with ${offers.find(({ id }) => chosen.ids.has(id))?.name ?? '…'}`
        : `Release ${chosen.ids.size.toLocaleString()} and move in`;
  // An option is one control: the rule behind its reason is led to from below the list.
  const reason = offers[chosen.at]?.reason;
  const why = reason === undefined || ruleIdsIn(say(reason)).length === 1 ? '' : say(reason);
  return (
    <Dialog
      open
      onClose={onCancel}
      initialFocus={list}
      title={title}
      description={
        enters === null
          ? 'AW-6: choose who goes; the best one to release is first.'
          : needed === 1
            ? 'AW-6: every seat is taken. Choose who goes; the best one to release is first.'
            : `AW-6: ${count(needed, 'account')} must go before another can enter. Space chooses.`
      }
      footer={
        <>
          <span className="muted small dialog-foot-start" role="status">
            {missing > 0
              ? `${count(missing, 'more account')} to choose`
              : enters === null
                ? 'Undo takes it back.'
                : 'Undo takes the whole swap back.'}
          </span>
          <Button onClick={onCancel}>{enters === null ? 'Cancel' : 'Put back'}</Button>
          <Button variant="primary" disabled={missing > 0} onClick={release}>
            {doing}
          </Button>
        </>
      }
    >
      {offers.length === 0 ? (
        <EmptyState title="Nobody can be released" actions={<Button onClick={onCancel}>Close</Button>}>
          No account of yours holds a {segment} seat.
        </EmptyState>
      ) : (
        <div
          ref={list}
          role="listbox"
          aria-label={`${segment} accounts to release`}
          aria-multiselectable={needed > 1}
          aria-activedescendant={`${listId}-${String(chosen.at)}`}
          tabIndex={0}
          className="seat-list"
          onKeyDown={onKeyDown}
        >
          {offers.map((offer, index) => (
            <div
              key={offer.id}
              id={`${listId}-${String(index)}`}
              role="option"
              aria-selected={chosen.ids.has(offer.id)}
              data-at={index === chosen.at ? '' : undefined}
              className="seat"
              onClick={() => setChosen(chooseSeat({ ...chosen, at: index }, ' ', offers, needed))}
              onDoubleClick={needed === 1 ? () => onRelease([offer]) : undefined}
            >
              <span className="seat-name truncate">{offer.name}</span>
              <span className="seat-why">
                {say(offer.reason)}
                <span className="visually-hidden">, </span>
                <span className="seat-idle">{idleWords(offer)}</span>
              </span>
              <span className="seat-to">
                <span className="visually-hidden">goes to {statusName(offer.to)}</span>
                <span aria-hidden>
                  <StatusWord status={offer.to} />
                </span>
              </span>
            </div>
          ))}
        </div>
      )}
      <p className="seat-rule muted small">
        {why !== '' && (
          <>
            {offers[chosen.at]?.name}: <RuleWords text={why} />
          </>
        )}
      </p>
    </Dialog>
  );
}

/** "12 days idle"; a reason that tells the days already needs no second telling. */
const idleWords = ({ daysIdle, reason }: SeatOffer): string =>
  reason.id.startsWith('swap.due') ? ` · ${count(daysIdle, 'day')} idle` : '';
