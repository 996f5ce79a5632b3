import type { OverrideGround, RestReason, Status } from '../../../shared/accounts/account.ts';
import { addDays, addMonths, parseIsoDate, type IsoDate } from '../../../shared/clock.ts';
import { say } from '../../../shared/rule-book/messages.ts';
import { checkRest, restKinds } from '../../../shared/statuses/rest.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { MoveDetails } from '../../store/api.ts';

/** What a move still needs from a person. */
export interface MoveNeeds {
  /** AW-8: reason and who asked. */
  readonly restriction: boolean;
  /** AW-2: why it leaves Actively Working. */
  readonly rest: boolean;
  /** AW-3x: the grounds on which an override can be given; `null` = none is needed. */
  readonly overrideOn: readonly OverrideGround[] | null;
}

/** What was typed so far. */
export interface MoveDraft {
  readonly reason: string;
  readonly askedBy: string;
  readonly rest: RestReason;
  /** `null`: nobody touched it, so it follows the reason. */
  readonly wakeOn: string | null;
  readonly ground: OverrideGround;
  readonly by: string;
}

export type DraftErrors = Partial<Record<'reason' | 'askedBy' | 'wakeOn' | 'by', string>>;

/** The most likely answer, so that Enter alone is a whole one where that can be. */
export const firstDraft = (to: Status, { overrideOn }: MoveNeeds, askAe: string): MoveDraft => ({
  reason: '',
  askedBy: '',
  rest: to === 'Worked in FY' ? 'worked to completion' : 'get back to me',
  wakeOn: null,
  ground: overrideOn?.[0] ?? 'low-touch sequence',
  by: askAe,
});

/** The wake-up day as the form shows it: a month on for "get back to me", none for others, until it is set. */
export const wakeDayOf = ({ wakeOn, rest }: MoveDraft, today: IsoDate): string =>
  wakeOn ?? (restKinds[rest].needsDate ? addMonths(today, 1) : '');

/** Days that are wanted often. */
export const quickDays = (today: IsoDate): readonly { readonly label: string; readonly day: IsoDate }[] => [
  { label: '1 week', day: addDays(today, 7) },
  { label: '2 weeks', day: addDays(today, 14) },
  { label: '1 month', day: addMonths(today, 1) },
  { label: '3 months', day: addMonths(today, 3) },
];

/** The details for the command, or what is missing by field. The store checks the same once more. */
export function readDraft(
  draft: MoveDraft,
  needs: MoveNeeds,
  today: IsoDate,
): Result<MoveDetails, DraftErrors> {
  const reason = draft.reason.trim();
  const askedBy = draft.askedBy.trim();
  const by = draft.by.trim();
  const wakeText = wakeDayOf(draft, today);
  const wakeOn = parseIsoDate(wakeText);
  const errors: DraftErrors = {
    ...(needs.restriction && reason === '' && { reason: 'Write a word on why this account is off limits.' }),
    ...(needs.restriction && askedBy === '' && { askedBy: 'Name who asked for it, e.g. the account owner.' }),
    ...(needs.overrideOn !== null &&
      reason === '' && { reason: 'Write a word on why it may enter all the same.' }),
    ...(needs.overrideOn !== null && by === '' && { by: 'Name the SAL or AE who lets it enter.' }),
    ...(needs.rest && wakeError(draft.rest, wakeText, wakeOn, today)),
  };
  if (Object.keys(errors).length > 0) return err(errors);
  return ok({
    ...(reason !== '' && { reason }),
    ...(needs.restriction && { askedBy }),
    ...(needs.overrideOn !== null && { override: { ground: draft.ground, by, reason } }),
    ...(needs.rest && { rest: { reason: draft.rest, ...(wakeOn !== undefined && { wakeOn }) } }),
  });
}

function wakeError(
  reason: RestReason,
  text: string,
  wakeOn: IsoDate | undefined,
  today: IsoDate,
): DraftErrors {
  if (text.trim() !== '' && wakeOn === undefined) return { wakeOn: 'Choose a day, as in 2026-12-01.' };
  const [refusal] = checkRest({ reason, ...(wakeOn !== undefined && { wakeOn }) }, today);
  return refusal === undefined ? {} : { wakeOn: `${say(refusal.message)} ${say(refusal.remedy)}` };
}
