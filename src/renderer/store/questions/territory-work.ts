import type { Decision, WorkItem } from '../../../shared/territories/work-list.ts';
import { territoryWorkList } from '../../../shared/territories/work-list.ts';
import { proposeRoundRobin } from '../../../shared/territories/round-robin.ts';
import { coverageByBdr, coverageByTerritory } from '../../../shared/territories/coverage.ts';
import { decideTerritoryBook, type DecidedBook } from '../territories/territory-book.ts';
import type { QuestionRoom } from './answer-question.ts';
import { keptAnswer } from './kept-answers.ts';
import type { AnswerTo, Ask } from './questions.ts';

/** Accounts that an item names; of the others it tells the number. */
const mostNames = 20;

/** TER-7: conflicts, gaps and accounts that nobody works, in portions. */
export async function answerTerritoryWork(
  room: QuestionRoom,
  { kind, account, offset, limit }: Ask<'territoryWork'>,
): Promise<AnswerTo<'territoryWork'>> {
  const all = await workList(room);
  const items = account === undefined ? all : all.filter(({ concerns }) => concerns.includes(account));
  const byKind = Map.groupBy(items, ({ finding }) => finding.message.id);
  const found = kind === null ? items : (byKind.get(kind) ?? []);
  const nameOf = (id: string): string => room.book.rowOf(id)?.name ?? '';
  return {
    kinds: [...byKind]
      .map(([id, own]) => ({ kind: id, items: own.length }))
      .sort((a, b) => b.items - a.items || (a.kind < b.kind ? -1 : 1)),
    found: found.length,
    items: found.slice(offset, offset + limit).map((item) => ({
      ...item,
      concerns: item.concerns.slice(0, mostNames),
      accountName: nameOf(item.account),
      concernNames: item.concerns.slice(0, mostNames).map(nameOf),
      concernCount: item.concerns.length,
    })),
  };
}

/** Without a mapping nothing is wrong with it. */
const workList = (room: QuestionRoom): Promise<readonly WorkItem[]> =>
  keptAnswer(room, 'work', `${room.through} ${room.today}`, async () => {
    const book = await decideTerritoryBook(room);
    if (book.version === null) return [];
    return territoryWorkList(
      decisionsOf(book),
      (id) => book.byId.get(id),
      book.exceptions.map(({ exception }) => exception),
      book.context.index.numberOf,
    );
  });

function* decisionsOf({ facts, decisions }: DecidedBook): Generator<Decision> {
  for (const account of facts) {
    const decision = decisions.get(account.id);
    if (decision) yield { account, decision };
  }
}

/** TER-1: accounts that no row works and nobody is assigned to, dealt out in turn by name. */
export async function answerRoundRobin(
  room: QuestionRoom,
  { ids }: Ask<'roundRobin'>,
): Promise<AnswerTo<'roundRobin'>> {
  const { facts, decisions, context } = await decideTerritoryBook(room);
  const wanted = ids && new Set(ids);
  const waiting = facts.flatMap(({ id, name, bdrAssigned }) => {
    const decision = decisions.get(id);
    const waits = decision?.worker?.kind === 'unassigned' && bdrAssigned === '';
    return decision && waits && (wanted === null || wanted.has(id)) ? [{ id, name, decision }] : [];
  });
  waiting.sort((a, b) => byName(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const names = new Map(waiting.map(({ id, name }) => [id, name]));
  return proposeRoundRobin(waiting, context.index).map((proposal) => ({
    ...proposal,
    name: names.get(proposal.id) ?? '',
  }));
}

const byName = new Intl.Collator('en').compare;

/** TER-1: what each territory or BDR holds, with its share against the mean. */
export const answerCoverage = (room: QuestionRoom, { by }: Ask<'coverage'>): Promise<AnswerTo<'coverage'>> =>
  keptAnswer(room, `coverage ${by}`, `${room.through} ${room.today}`, async () => {
    const { version, facts, decisions, context } = await decideTerritoryBook(room);
    if (version === null) return [];
    return by === 'territory'
      ? coverageByTerritory(facts, decisions, context.index)
      : coverageByBdr(facts, decisions, context.index);
  });
