import type { HostError, HostParsedRequest } from '../../shared/host/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { bodyFits } from '../sealed-line.ts';
import { entryText } from './line-format.ts';
import type { Tail } from './open-tail.ts';
import { place, type Sequence } from './sequence.ts';

export type AppendRequest = HostParsedRequest<'journal.append'>;

/** What an append would write. Decided before the first byte is written: a batch is taken whole or not. */
export interface AppendPlan {
  /** Text of the new lines; empty when all were there. */
  readonly text: string;
  readonly sequence: Sequence;
  /** Checksums of the change sets that the text commits. */
  readonly sums: ReadonlyMap<number, string>;
  /** Number of the change set before the batch when it begins a file of its own, else undefined. */
  readonly newFileAfter: number | undefined;
}

/** @param covered number of the last change set that whole backups of the store hold; 0 when none does */
export function planAppend(
  request: AppendRequest,
  tail: Tail | null,
  covered: number,
): Result<AppendPlan, HostError> {
  if (tail !== null) {
    const { header } = tail;
    if (header.storeId !== request.storeId || request.generation < header.generation) {
      return err(olderGeneration);
    }
  }
  const start = startOf(request, tail, covered);
  if (!start.ok) return start;
  let { sequence } = start.value;
  const texts: string[] = [];
  const sums = new Map<number, string>();
  for (const line of request.lines) {
    if (!bodyFits(line.body)) {
      return err({
        code: 'bad-request',
        message: `Change ${line.n} is not written as one line of JSON and cannot be kept in the journal.`,
      });
    }
    const { text, sum } = entryText(line);
    const placed = place(sequence, { n: line.n, pack: line.pack, sum });
    if (placed.kind === 'gap') return err(gap(placed.expected, placed.expectedPack));
    if (placed.kind === 'known') {
      const known = start.value.newFileAfter === undefined ? tail?.sums.get(line.n) : undefined;
      if (line.pack === undefined && known !== undefined && known !== sum) return err(otherContent(line.n));
      continue;
    }
    sequence = placed.next;
    texts.push(text);
    if (line.pack === undefined) sums.set(line.n, sum);
  }
  return ok({
    text: texts.join(''),
    sequence,
    sums,
    newFileAfter: start.value.newFileAfter,
  });
}

/**
 * A first file begins anywhere up to where whole backups reach: what is before lies in them. So does the
 * first one of a newer generation, which may also begin at any number the journal already reached; what the
 * older generation wrote from there on is superseded.
 */
function startOf(
  request: AppendRequest,
  tail: Tail | null,
  covered: number,
): Result<{ sequence: Sequence; newFileAfter: number | undefined }, HostError> {
  if (tail !== null && request.generation === tail.header.generation) {
    return ok({ sequence: tail.sequence, newFileAfter: undefined });
  }
  const after = (request.lines[0]?.n ?? 1) - 1;
  const reached = Math.max(tail?.sequence.through ?? 0, covered);
  return after > reached
    ? err(gap(reached + 1, 0))
    : ok({ sequence: { through: after, packs: [] }, newFileAfter: after });
}

export const olderGeneration: HostError = {
  code: 'older-generation',
  message:
    'This data folder belongs to another or a newer copy of the store. Close this window and open Groundwork where you last worked.',
};

export const gap = (expected: number, expectedPack: number): HostError => ({
  code: 'gap',
  message: `The journal needs change ${expected} next.`,
  details: { expected, expectedPack },
});

const otherContent = (n: number): HostError => ({
  code: 'damaged',
  message: `Change ${n} is in the journal with other content. Stop editing and save a copy of the data folder.`,
  details: { n },
});
