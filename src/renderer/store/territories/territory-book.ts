import { decideBookInSteps, familiesInSteps } from '../../../shared/territories/book-decisions.ts';
import type { TerritoryFacts } from '../../../shared/territories/facts.ts';
import type { TerritoryDecision } from '../../../shared/territories/territory-of.ts';
import type { CommandRoom } from '../commands/room.ts';
import { inSlices } from '../in-slices.ts';
import type { QuestionRoom } from '../questions/answer-question.ts';
import { readTerritoryRules, type TerritoryRules } from './territory-rules.ts';

/** What the rules look at, of every account, as the book is now. */
export const readTerritoryFacts = ({ book }: Pick<CommandRoom, 'book'>): TerritoryFacts[] => [
  ...book.territoryFacts(),
];

export interface DecidedBook extends TerritoryRules {
  readonly facts: readonly TerritoryFacts[];
  readonly byId: ReadonlyMap<string, TerritoryFacts>;
  readonly decisions: ReadonlyMap<string, TerritoryDecision>;
}

/** The whole book with the territory of every account, decided in slices. */
export async function decideTerritoryBook(room: QuestionRoom): Promise<DecidedBook> {
  const rules = await readTerritoryRules(room);
  const facts = readTerritoryFacts(room);
  const families = await inSlices(familiesInSteps(facts), room.breathe);
  const decisions = await inSlices(decideBookInSteps(families, rules.context), room.breathe);
  return { ...rules, facts, byId: new Map(facts.map((account) => [account.id, account])), decisions };
}
