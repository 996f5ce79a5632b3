import type { GroundworkDatabase } from '../database.ts';
import type { QuestionRoom } from './answer-question.ts';

interface Kept {
  readonly key: string;
  readonly answer: Promise<unknown>;
}

/** The last answer of each kind, for as long as it holds; a screen asks for it portion by portion. */
const keptOf = new WeakMap<GroundworkDatabase, Map<string, Kept>>();

/**
 * An answer that is worked out once for a state of the book, for all who ask for it meanwhile and later.
 * @param key what the answer depends on beside the database: number of the last change set, day
 * @param work gives way with the room's `breathe`: it ends when who asked first is gone
 */
export async function keptAnswer<T>(
  room: Pick<QuestionRoom, 'database' | 'breathe'>,
  kind: string,
  key: string,
  work: () => Promise<T>,
): Promise<T> {
  const all = keptOf.get(room.database) ?? new Map<string, Kept>();
  keptOf.set(room.database, all);
  const known = all.get(kind);
  if (known?.key !== key) return begin(all, kind, key, work);
  try {
    return (await known.answer) as T;
  } catch {
    // Who asked first may be gone and the work ended with it: whoever still waits has it done anew.
    await room.breathe();
    return keptAnswer(room, kind, key, work);
  }
}

function begin<T>(all: Map<string, Kept>, kind: string, key: string, work: () => Promise<T>): Promise<T> {
  const answer = work();
  all.set(kind, { key, answer });
  // A failure is not kept: the next one who asks tries again.
  answer.catch(() => {
    if (all.get(kind)?.answer === answer) all.delete(kind);
  });
  return answer;
}
