import { Check } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Segment } from '../../../shared/accounts/account.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import { ruleIdsIn } from '../../../shared/rule-book/rule-ids-in.ts';
import { isNearlyFull, type SegmentMeter } from '../../../shared/statuses/limits.ts';
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
  /** The segment, and how full it is. */
  readonly meter: SegmentMeter;
  /** Name of the account that wants in; `null` = seats are only to be released. */
  readonly enters: string | null;
  /** The best one first. */
  readonly offers: readonly SeatOffer[];
  /** How many must go; at least 1. */
  readonly needed: number;
  /** How many of the best are ticked at first. */
  readonly proposed: number;
  /** Accounts of other segments that were chosen before, and go with them. */
  readonly chosenBefore: number;
  /** The segment that is asked about afterwards, before anybody goes. */
  readonly next: Segment | null;
  readonly onCancel: () => void;
  readonly onRelease: (offers: readonly SeatOffer[]) => void;
}

/**
 * AW-6, the full segment: whom to release, the best one first and chosen. Enter does it, Escape puts the card
 * back. Where more than one may go, Space chooses and lets go of others.
 */
export function SeatSwapDialog(props: SeatSwapDialogProps) {
  const { meter, enters, offers, needed, proposed, chosenBefore, next, onCancel, onRelease } = props;
  const { segment } = meter;
  const several = enters === null || needed > 1;
  const announce = useAnnounce();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<ChosenSeats>(() => firstSeats(offers, proposed));
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
    const next = chooseSeat(chosen, event.key, offers, several);
    if (next === chosen) return;
    event.preventDefault();
    setChosen(next);
  };
  const doing =
    enters === null
      ? next === null
        ? `Release ${count(chosenBefore + chosen.ids.size, 'account')}${chosenBefore > 0 ? ' in all' : ''}`
        : `Next: ${next}`
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
          ? `AW-6: the best to release are first and chosen, as many as end the warning. Space changes that.`
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
                ? whatIsLeft(meter, chosen.ids.size)
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
          aria-multiselectable={several}
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
              data-several={several || undefined}
              onClick={() => setChosen(chooseSeat({ ...chosen, at: index }, ' ', offers, several))}
              onDoubleClick={several ? undefined : () => onRelease([offer])}
            >
              {several && (
                <span className="seat-tick">{chosen.ids.has(offer.id) && <Check aria-hidden />}</span>
              )}
              <span className="seat-name truncate">{offer.name}</span>
              <span className="seat-why">
                {say(offer.reason)}
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

/** "Leaves 94 of 100.", or that this is still much. */
function whatIsLeft({ segment, used, limit }: SegmentMeter, released: number): string {
  const left = { segment, used: used - released, limit };
  const seats = `${left.used.toLocaleString()} of ${(limit ?? 0).toLocaleString()}`;
  if (!isNearlyFull(left)) return `Leaves ${seats}. Undo takes it back.`;
  const level = limit === null || left.used < limit ? 'nearly full' : left.used === limit ? 'full' : 'over';
  return `Leaves ${seats}: still ${level}.`;
}

/** "12 days idle"; a reason that tells the days already needs no second telling. */
const idleWords = ({ daysIdle, reason }: SeatOffer): string =>
  reason.id.startsWith('swap.due') ? ` · ${count(daysIdle, 'day')} idle` : '';
