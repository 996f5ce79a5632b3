import { useEffect, useState } from 'react';
import type { AnswerTo, Ask, QuestionKind } from '../store/questions/questions.ts';
import { useStore } from './store-context.tsx';

interface Answered<K extends QuestionKind> {
  readonly question: string;
  readonly answer: AnswerTo<K>;
}

/**
 * What the store answers to a question, kept up to date: it is asked again whenever the store tells of a
 * change. Meanwhile, and after the question changed, the old answer stays.
 *
 * @param ask plain data; `undefined` = do not ask now
 * @returns `null` until the first answer came
 * @throws in rendering, what the store failed with; the error boundary shows it
 */
export function useAnswer<K extends QuestionKind>(kind: K, ask: Ask<K> | undefined): AnswerTo<K> | null {
  return useAnswered(kind, ask)?.answer ?? null;
}

/** The same where an old answer must not stand for a new question: `null` until that one is answered. */
export function useFreshAnswer<K extends QuestionKind>(kind: K, ask: Ask<K> | undefined): AnswerTo<K> | null {
  const answered = useAnswered(kind, ask);
  return answered?.isFresh === true ? answered.answer : null;
}

function useAnswered<K extends QuestionKind>(
  kind: K,
  ask: Ask<K> | undefined,
): { readonly answer: AnswerTo<K>; readonly isFresh: boolean } | null {
  const store = useStore();
  const [answered, setAnswered] = useState<Answered<K> | null>(null);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  const question = ask === undefined ? undefined : JSON.stringify([kind, ask]);
  useEffect(() => {
    if (question === undefined) return undefined;
    const [, asked] = JSON.parse(question) as [K, Ask<K>];
    const over = new AbortController();
    let isAsking = false;
    let isStale = false;
    // One question at a time: changes that come meanwhile make it be asked once more, not once each.
    const askAgain = async (): Promise<void> => {
      isStale = isAsking;
      if (isAsking) return;
      isAsking = true;
      try {
        const answer = await store.ask(kind, asked, over.signal);
        if (!over.signal.aborted) setAnswered({ question, answer });
      } catch (error) {
        if (!over.signal.aborted) setFailure({ error });
      }
      isAsking = false;
      if (isStale && !over.signal.aborted) await askAgain();
    };
    void askAgain();
    const stop = store.onChange(() => void askAgain());
    return () => {
      // Work for it that is under way in the store ends, too.
      over.abort();
      stop();
    };
  }, [store, kind, question]);
  if (failure) throw failure.error;
  return answered && { answer: answered.answer, isFresh: answered.question === question };
}
