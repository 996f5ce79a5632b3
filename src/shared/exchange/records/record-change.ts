import type { ProspectValues } from '../../accounts/prospect.ts';
import type { EntityChange } from '../../history/change-set.ts';
import { changeBetween } from '../../history/diff.ts';
import { keepEarlierSequence } from '../../statuses/sequencing.ts';
import type { RecordCells } from './read-record-rows.ts';
import type { RecordSubject } from './record-columns.ts';
import { isClue, valuesOf, type KnownRecord } from './record-values.ts';

/** A record with what the rows of a file say about it. */
interface SpokenRecord {
  readonly id: string;
  readonly accountId: string;
  /** As the book has it; `undefined` = it is new. */
  readonly present: KnownRecord | undefined;
  readonly values: RecordCells;
}

/** What is written for a record; `undefined` when the rows say nothing new. A blank never erases unless asked (EX-4). */
export function changeOfRecord(
  subject: RecordSubject,
  { id, accountId, present, values }: SpokenRecord,
): EntityChange | undefined {
  const kind = subject === 'people' ? 'prospect' : 'opportunity';
  const before = present === undefined ? null : valuesOf(present);
  const taken = [...values].filter(([key]) => !isClue(key));
  const after: Record<string, unknown> = {
    ...before,
    accountId,
    ...Object.fromEntries(taken.map(([key, value]) => [key, value ?? undefined])),
  };
  const kept = subject === 'people' ? withSequences(before, after, values) : after;
  return changeBetween({ kind, id, accountId }, before, kept);
}

/**
 * The earlier sequence is kept (AW-10). An end before the sequence began is that of the earlier one, and
 * says nothing about the present one.
 */
function withSequences(
  before: Readonly<Record<string, unknown>> | null,
  after: Record<string, unknown>,
  values: RecordCells,
): Record<string, unknown> {
  const said = values.get('endedOn');
  const began = after['sequencedOn'];
  const isOld = typeof said === 'string' && typeof began === 'string' && said < began;
  if (isOld) {
    if (before?.['endedOn'] === undefined) delete after['endedOn'];
    else after['endedOn'] = before['endedOn'];
  }
  if (before === null) return after;
  const kept = keepEarlierSequence<Partial<ProspectValues>>(before, after);
  return { ...kept, ...(typeof said === 'string' && !isOld && { endedOn: said }) };
}
