import type { HostError, HostParsedRequest } from '../../shared/host/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { bodyFits, entryText } from './line-format.ts';
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
  /** Number of the change set before the batch when it begins a newer generation, else undefined. */
  readonly newGenerationAfter: number | undefined;
}

export function planAppend(request: AppendRequest, tail: Tail | null): Result<AppendPlan, HostError> {
  if (tail !== null) {
    const { header } = tail;
    if (header.storeId !== request.storeId || request.generation < header.generation) {
      return err(olderGeneration);
    }
  }
  const start = startOf(request, tail);
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
      const known = start.value.newGenerationAfter === undefined ? tail?.sums.get(line.n) : undefined;
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
    newGenerationAfter: start.value.newGenerationAfter,
  });
}

/**
 * A rebuilt store raises the generation and may begin again at any number the journal already reached; what
 * the older generation wrote from there on is superseded.
 */
function startOf(
  request: AppendRequest,
  tail: Tail | null,
): Result<{ sequence: Sequence; newGenerationAfter: number | undefined }, HostError> {
  if (tail === null) {
    return ok({ sequence: { through: 0, packs: [] }, newGenerationAfter: undefined });
  }
  if (request.generation === tail.header.generation) {
    return ok({ sequence: tail.sequence, newGenerationAfter: undefined });
  }
  const after = (request.lines[0]?.n ?? 1) - 1;
  if (after > tail.sequence.through) return err(gap(tail.sequence.through + 1, 0));
  return ok({ sequence: { through: after, packs: [] }, newGenerationAfter: after });
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
