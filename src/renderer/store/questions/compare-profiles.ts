import { profileComparison, type ProfileComparison } from '../../../shared/priorities/compare-profiles.ts';
import type { ScoreProfile } from '../../../shared/priorities/score-profile.ts';
import { recordPortions } from '../decisions/read-records.ts';
import type { Answerer, QuestionRoom } from './answer-question.ts';
import { keptAnswer } from './kept-answers.ts';

/** PR-3: how many would move if the book were scored by another profile. */
export const answerCompareProfiles: Answerer<'compareProfiles'> = async (room, { from, to }) => {
  const { movers, ...counts } = await compared(room, from, to);
  return { ...counts, movers: movers.length };
};

/** Who they are, in portions: half a book at once would keep the page busy. */
export const answerProfileMovers: Answerer<'profileMovers'> = async (room, { from, to, offset, limit }) =>
  (await compared(room, from, to)).movers.slice(offset, offset + limit);

/** The book is read in portions, never held at once; one comparison is kept, for those who ask for its movers. */
const compared = (room: QuestionRoom, from: ScoreProfile, to: ScoreProfile): Promise<ProfileComparison> =>
  keptAnswer(room, 'profiles', JSON.stringify([room.through, room.today, from, to]), async () => {
    const { database, book, decisions, breathe } = room;
    await decisions.rows();
    const { rules, today } = book.context;
    const comparison = profileComparison(from, to, rules);
    const ids = [...book.slots()].flatMap((slot) => book.rowAt(slot)?.id ?? []);
    for await (const records of recordPortions(database, ids, book.size)) {
      for (const { account, prospects } of records) {
        const { id, name } = account;
        const motion = book.rowOf(id)?.decided?.motion ?? 'Land';
        comparison.add({ id, name, motion, values: account, prospects, today });
      }
      await breathe();
    }
    return comparison.result();
  });
