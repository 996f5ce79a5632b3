import type { GroundworkDatabase } from '../database.ts';

interface Kept {
  readonly key: string;
  readonly answer: Promise<unknown>;
}

/** The last answer of each kind, for as long as it holds; a screen asks for it portion by portion. */
const keptOf = new WeakMap<GroundworkDatabase, Map<string, Kept>>();

/**
 * An answer that is worked out once for a state of the book.
 * @param key what the answer depends on beside the database: number of the last change set, day
 */
export function keptAnswer<T>(
  database: GroundworkDatabase,
  kind: string,
  key: string,
  work: () => Promise<T>,
): Promise<T> {
  const all = keptOf.get(database) ?? new Map<string, Kept>();
  keptOf.set(database, all);
  const known = all.get(kind);
  if (known?.key === key) return known.answer as Promise<T>;
  const answer = work();
  all.set(kind, { key, answer });
  // A failure is not kept: the next one who asks tries again.
  answer.catch(() => {
    if (all.get(kind)?.answer === answer) all.delete(kind);
  });
  return answer;
}
