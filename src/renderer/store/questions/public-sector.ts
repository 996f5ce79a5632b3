import { suggestPublicSector } from '../../../shared/territories/public-sector.ts';
import { suggestionFinding } from '../../../shared/territories/territory-findings.ts';
import { territoryFacts } from '../../../shared/territories/facts.ts';
import { accountOf } from '../account-row.ts';
import { accountBatches, readAccounts } from '../reading.ts';
import type { CommandRoom } from '../commands/room.ts';
import type { QuestionRoom } from './answer-question.ts';
import { keptAnswer } from './kept-answers.ts';
import type { AnswerTo, PublicSectorHint } from './questions.ts';

/** Accounts between two pauses: each description is searched for many words. */
const portion = 250;

/** TER-6: accounts whose description hints at the public sector and whom nobody has answered for, by name. */
export const answerPublicSector = (room: QuestionRoom): Promise<AnswerTo<'publicSector'>> =>
  keptAnswer(room, 'public sector', `${room.through}`, async () => {
    const hints: PublicSectorHint[] = [];
    const countryOf = countries(room);
    for await (const rows of accountBatches(room.database, portion)) {
      for (const row of rows) {
        const { publicSector, description, name } = row.values;
        if (publicSector !== undefined || description === undefined) continue;
        const country = await countryOf(row.id, accountOf(row));
        const found = suggestPublicSector({ description }, country);
        if (found) hints.push({ id: row.id, name, country, message: suggestionFinding(name, found).message });
      }
      await room.breathe();
    }
    return hints.sort((a, b) => byName(a.name, b.name) || (a.id < b.id ? -1 : 1));
  });

/** TER-3: the country of the ultimate parent. */
function countries({ database, book, rules }: CommandRoom) {
  const known = new Map<string, string | null>();
  return async (id: string, own: Parameters<typeof territoryFacts>[0]): Promise<string | null> => {
    const { root } = book.rootFound(id);
    const found = known.get(root);
    if (found !== undefined) return found;
    const [top] = root === id ? [own] : await readAccounts(database, [root]);
    const { country } = territoryFacts(top ?? own, rules).place;
    if (root !== id) known.set(root, country);
    return country;
  };
}

const byName = new Intl.Collator('en').compare;
