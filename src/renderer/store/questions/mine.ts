import { CompanyIndex } from '../../../shared/territories/company-index.ts';
import { isItMine } from '../../../shared/territories/is-it-mine.ts';
import type { TerritoryFacts } from '../../../shared/territories/facts.ts';
import { familiesInSteps } from '../../../shared/territories/book-decisions.ts';
import { accountOf } from '../account-row.ts';
import { inSlices } from '../in-slices.ts';
import { accountBatches } from '../reading.ts';
import { toldIncomplete } from '../territories/incomplete.ts';
import { readTerritoryFacts } from '../territories/territory-book.ts';
import { readTerritoryRules } from '../territories/territory-rules.ts';
import type { QuestionRoom } from './answer-question.ts';
import { keptAnswer } from './kept-answers.ts';
import type { AnswerTo, Ask } from './questions.ts';

/** Companies between two pauses. */
const portion = 20;

/** TER-9: whose each of the companies is, and why. */
export async function answerMine(room: QuestionRoom, { companies }: Ask<'mine'>): Promise<AnswerTo<'mine'>> {
  const { context, version } = await readTerritoryRules(room);
  const known = await knownCompanies(room);
  const answers: AnswerTo<'mine'>[number][] = [];
  for (const [at, company] of companies.entries()) {
    const { outcome, receipt } = isItMine(company, {
      ...known,
      territories: context,
      bdr: room.settings.bdr,
    });
    answers.push({ outcome, receipt: toldIncomplete(receipt, version?.missingRows ?? 0) });
    if (at % portion === portion - 1) await room.breathe();
  }
  return answers;
}

interface KnownCompanies {
  readonly companies: CompanyIndex;
  readonly familyOf: (id: string) => readonly TerritoryFacts[];
}

/** The book by everything a company may be asked about; kept until the next change. */
const knownCompanies = (room: QuestionRoom): Promise<KnownCompanies> =>
  keptAnswer(room, 'companies', `${room.through} ${room.today}`, async () => {
    const companies = new CompanyIndex();
    for await (const rows of accountBatches(room.database, 500)) {
      for (const row of rows) companies.add(accountOf(row));
      await room.breathe();
    }
    const families = new Map<string, readonly TerritoryFacts[]>();
    for (const family of await inSlices(familiesInSteps(readTerritoryFacts(room)), room.breathe)) {
      for (const { id } of family) families.set(id, family);
    }
    return { companies, familyOf: (id) => families.get(id) ?? [] };
  });
