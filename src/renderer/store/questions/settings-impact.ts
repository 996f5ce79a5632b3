import { segmentOfCount } from '../../../shared/accounts/segment.ts';
import { checkSettings } from '../../../shared/rule-book/check-settings.ts';
import { impactOfSettings, type SettingsImpact } from '../../../shared/rule-book/settings-impact.ts';
import type { RuleSettings } from '../../../shared/rule-book/settings.ts';
import { territoryFacts, type TerritoryFacts } from '../../../shared/territories/facts.ts';
import { accountOf } from '../account-row.ts';
import { inSlices } from '../in-slices.ts';
import { pause } from '../pause.ts';
import { accountBatches } from '../reading.ts';
import type { Answerer, QuestionRoom } from './answer-question.ts';
import { decidedImpact } from './decided-impact.ts';

const nothing: SettingsImpact = { segments: [], motions: [], overLimits: [], overNamed: [] };

/** Accounts read at once. */
const portion = 1000;

/** What other values of the settings would change in the book today, before anybody confirms them. */
export const answerSettingsImpact: Answerer<'settingsImpact'> = async (room, { values }) => {
  const before = room.book.context.rules;
  const after: RuleSettings = { ...before, ...values };
  const problem = checkSettings(after) ?? null;
  if (problem) return { impact: nothing, decided: { clocks: [], priorities: [] }, names: {}, problem };
  const was = [...room.book.territoryFacts()];
  const is = await factsUnder(room, was, before, after);
  const impact = await inSlices(
    impactOfSettings({ facts: was, settings: before }, { facts: is, settings: after }),
  );
  const decided = await decidedImpact(room, after);
  const turned = [impact.segments, impact.motions, decided.clocks, decided.priorities];
  const ids = turned.flatMap((turns) => turns.map(({ id }) => id));
  const names = Object.fromEntries(ids.map((id) => [id, room.book.rowOf(id)?.name ?? '']));
  return { impact, decided, names, problem: null };
};

/** The book knows the count that was chosen; another order of sources (SEG-2) needs the accounts. */
async function factsUnder(
  { database }: QuestionRoom,
  was: readonly TerritoryFacts[],
  before: RuleSettings,
  after: RuleSettings,
): Promise<TerritoryFacts[]> {
  if (after.employeeSourceOrder === before.employeeSourceOrder) {
    return was.map((facts) => ({ ...facts, ownSegment: segmentOfCount(facts.count ?? undefined, after) }));
  }
  const facts: TerritoryFacts[] = [];
  for await (const rows of accountBatches(database, portion)) {
    for (const row of rows) facts.push(territoryFacts(accountOf(row), after));
    await pause();
  }
  return facts;
}
