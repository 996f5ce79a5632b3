import { label } from '../../../shared/rule-book/messages.ts';
import type { ChangeSet, EntityChange } from '../../../shared/history/change-set.ts';
import { invertChange } from '../../../shared/history/change-set.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { dueAtReview, weekToReview } from '../../../shared/statuses/weekly-review.ts';
import { weeklyReviewId, type DocumentOf } from '../../../shared/workspace/documents.ts';
import { readRecords } from '../decisions/read-records.ts';
import { isMine } from '../decisions/row-decisions.ts';
import { readDocument, readSettingsHistory, type StoredDocument } from '../reading.ts';
import { Refused } from '../store-error.ts';
import { changesOf, stillApplicable } from '../undo.ts';
import { upcastChanges } from '../upcast-changes.ts';
import { write } from '../write.ts';
import { judgeMoves, landOnTop, Seats } from './judge-moves.ts';
import { BookBehind, notFound, userWrite, type CommandRoom, type Done } from './room.ts';

const command = 'weeklyReview';
const nothing: Done = { changeSet: null, label: label('command.nothing'), refused: [] };

/**
 * AW-11: the weekly review, where the rule settings ask for one: what is due back goes back to Queued in one change,
 * with the note that this week's review was held. The note outlives an undo, so that a review is held once a week,
 * whatever became of it. To be run when the decisions of the book are whole.
 */
export async function weeklyReview(room: CommandRoom): Promise<Done> {
  const week = weekToReview(await readSettingsHistory(room.database), room.today);
  if (!week) return nothing;
  const isHeld = async (): Promise<StoredDocument<'weeklyReview'> | null | 'held'> => {
    const note = await readDocument(room.database, 'weeklyReview', weeklyReviewId);
    return note && note.values.week >= week.from ? 'held' : note;
  };
  if ((await isHeld()) === 'held') return nothing;
  let said = nothing.label;
  const changeSet = await write(room.database, room.context, async (meta) => {
    if (meta.through !== room.through) throw new BookBehind();
    const note = await isHeld();
    if (note === 'held') return null;
    const { ids, changes } = await returns(room);
    said =
      ids.length === 0
        ? label('command.weekly-review-none')
        : label('command.weekly-review', { count: ids.length });
    const held: DocumentOf<'weeklyReview'> = {
      type: 'weeklyReview',
      week: week.from,
      on: room.today,
      n: meta.through + 1,
      returned: ids,
    };
    const change = changeBetween({ kind: 'document', id: weeklyReviewId }, note?.stored ?? null, held);
    return {
      command,
      label: said,
      origin: 'user',
      changes: [...changes, ...(change ? [change] : [])],
      // A review that found nothing is nothing to take back.
      stack: { kind: ids.length === 0 ? 'none' : 'push' },
    };
  });
  return { changeSet, label: said, refused: [] };
}

/** The moves of what is due, judged like those of a person; what a rule refuses stays on Today. */
async function returns(
  room: CommandRoom,
): Promise<{ readonly ids: string[]; readonly changes: EntityChange[] }> {
  const { book, today } = room;
  const { bdr, rules, pauses } = book.context;
  const due = [...book.slots()].flatMap((slot) => {
    const row = book.rowAt(slot);
    const isDue = book.recordAt(slot)?.flags.includes('dueBack') === true;
    return row && isDue && isMine(row.bdrAssigned, bdr) ? [row.id] : [];
  });
  const records = await readRecords(room.database, due);
  const accounts = records
    .filter(({ account, prospects }) => dueAtReview(account, prospects, { today, rules, pauses }))
    .map(({ account }) => account);
  const asked = { to: 'Queued', entryOf: () => undefined } as const;
  const { allowed, decisions } = judgeMoves(room, accounts, asked, new Seats(room));
  const changes = await landOnTop(
    room,
    allowed.map((account) => ({ account, to: 'Queued', decision: decisions.get(account.id) })),
  );
  return { ids: allowed.map(({ id }) => id), changes };
}

/** AW-11: takes the last review back, whatever was done since; an account that was moved on stays where it is. */
export function takeBackReview(room: CommandRoom): Promise<Done> {
  return userWrite(room, async () => {
    const note = await readDocument(room.database, 'weeklyReview', weeklyReviewId);
    const held = note ? await room.database.changeSets.get(note.values.n) : undefined;
    if (!held || !isReview(held)) throw notFound();
    const recorded = (await changesOf(room.database, held)).filter(({ kind }) => kind === 'account');
    const inverse = (await upcastChanges(room.database, recorded.map(invertChange))).filter(
      (change) => room.book.rowOf(change.id)?.status === 'Queued',
    );
    const applicable = await stillApplicable(room.database, inverse);
    // Half a way back would leave a status without its stint.
    const changes = applicable.filter(({ after }) => after?.['status'] !== undefined && 'stints' in after);
    if (changes.length === 0) {
      throw new Refused({ code: 'refused', message: label('aw11.review-moved-on') });
    }
    return {
      command: 'takeBackReview',
      label: label('command.review-taken-back', { count: changes.length }),
      changes,
    };
  });
}

const isReview = ({ command: name }: ChangeSet): boolean => name === command;

/** AW-11: the note of the last review is put away. */
export async function dismissReview(room: CommandRoom): Promise<Done> {
  const said = label('command.review-dismissed');
  const changeSet = await write(room.database, room.context, async (meta) => {
    if (meta.through !== room.through) throw new BookBehind();
    const note = await readDocument(room.database, 'weeklyReview', weeklyReviewId);
    if (!note) return null;
    const values: DocumentOf<'weeklyReview'> = { ...note.values, isDismissed: true };
    const change = changeBetween({ kind: 'document', id: weeklyReviewId }, note.stored, values);
    return change
      ? { command: 'dismissReview', label: said, origin: 'user', changes: [change], stack: { kind: 'none' } }
      : null;
  });
  return { changeSet, label: said, refused: [] };
}
