import type { Segment } from '../../../shared/accounts/account.ts';
import { segmentOfCount } from '../../../shared/accounts/segment.ts';
import type { IsoDate } from '../../../shared/clock.ts';
import { topicsOf, type ImpactTopic } from '../../../shared/rule-book/impact-topics.ts';
import { impactOfSettings, type SettingsImpact } from '../../../shared/rule-book/settings-impact.ts';
import {
  changedKeys,
  changeSettings,
  settingsOn,
  type SettingsHistory,
} from '../../../shared/rule-book/settings-history.ts';
import type { RuleSettings } from '../../../shared/rule-book/settings.ts';
import { meters } from '../../../shared/statuses/limits.ts';
import { nextReview } from '../../../shared/statuses/weekly-review.ts';
import { decideBookInSteps, familiesInSteps } from '../../../shared/territories/book-decisions.ts';
import { territoryFacts, type TerritoryFacts } from '../../../shared/territories/facts.ts';
import type { TerritoryDecision } from '../../../shared/territories/territory-of.ts';
import { accountOf } from '../account-row.ts';
import { decisionContext, factSettings } from '../decisions/context.ts';
import { isMine } from '../decisions/row-decisions.ts';
import { inSlices } from '../in-slices.ts';
import { accountBatches, readSettingsHistory } from '../reading.ts';
import type { Answerer, QuestionRoom } from './answer-question.ts';
import { heldTurns } from './impact-held.ts';
import { recordTurns, type Sides } from './impact-records.ts';
import { rowTurns } from './impact-rows.ts';
import { Turns } from './impact-turns.ts';
import type { LaterChange, SeatsImpact } from './questions.ts';

/** Accounts read at once. */
const portion = 1000;

const empty = {
  overLimits: [],
  overNamed: [],
  turns: [],
  seats: [],
  mix: null,
  later: [],
  topics: [],
} as const;

/** Topics that are found with what is kept of every record; the others read for themselves what they need. */
const needRecords: readonly ImpactTopic[] = ['priorities', 'ranks', 'mix', 'thisWeek'];

/**
 * What other values of the settings would change in the book as it stands, on the day from which they would hold,
 * before anybody confirms them. Each setting says what it is looked for in (`impactOfSetting`); only that is read.
 */
export const answerSettingsImpact: Answerer<'settingsImpact'> = async (room, { values, from }) => {
  const { today } = room;
  const on = from ?? today;
  const history = await readSettingsHistory(room.database);
  const changed = changeSettings(history, { values, from: on, today });
  if (!changed.ok) return { ...empty, on, problem: changed.error };
  const before = settingsOn(history, on);
  const after = settingsOn(changed.value, on);
  const keys = changedKeys(before, after);
  const topics = new Set(topicsOf(keys));
  await (needRecords.some((topic) => topics.has(topic)) ? room.decisions.whole() : room.decisions.rows());
  await room.breathe();
  const turns = new Turns((id) => room.book.rowOf(id)?.name ?? '');
  const families = await familyTurns(room, before, after, topics, turns);
  const sides = sidesOf(room, on, before, after);
  const signals = await recordTurns(room, sides, topics, turns);
  if (topics.has('held')) await heldTurns(room, sides, turns);
  const motions = new Map(families.motions.map((turn) => [turn.id, turn]));
  const mix = await rowTurns(room, sides, topics, { motions, signals }, turns);
  return {
    on,
    problem: null,
    topics: [...topics],
    overLimits: families.overLimits,
    overNamed: families.overNamed,
    seats: topics.has('seats') ? seatsOf(room, before, after, families.segments) : [],
    mix,
    turns: turns.list(),
    later: laterChanges(changed.value, on, after, keys),
  };
};

function sidesOf({ book }: QuestionRoom, on: IsoDate, before: RuleSettings, after: RuleSettings): Sides {
  const { bdr, scorer, pauses } = book.context;
  const parts = { bdr, today: on, profile: scorer.profile, pauses };
  return {
    before: decisionContext({ ...parts, rules: before }),
    after: decisionContext({ ...parts, rules: after }),
    reviewBefore: nextReview(on, before),
    reviewAfter: nextReview(on, after),
  };
}

const noFamilies: SettingsImpact = { segments: [], motions: [], overLimits: [], overNamed: [] };

/** SEG-1 to SEG-5, TER-3, AW-6, TER-4: what follows from hierarchies. */
async function familyTurns(
  room: QuestionRoom,
  before: RuleSettings,
  after: RuleSettings,
  topics: ReadonlySet<ImpactTopic>,
  turns: Turns,
): Promise<SettingsImpact> {
  const asked: readonly ImpactTopic[] = ['segments', 'motions', 'limits', 'named', 'territories'];
  if (!asked.some((topic) => topics.has(topic))) return noFamilies;
  // The facts of the book are those of today; another day may have other borders already.
  const was = await factsUnder(room, before);
  const is = factSettings.some((key) => before[key] !== after[key]) ? await factsUnder(room, after) : was;
  const impact = await inSlices(
    impactOfSettings({ facts: was, settings: before }, { facts: is, settings: after }),
    room.breathe,
  );
  for (const { id, from, to } of impact.segments) turns.add('segments', id, from, to);
  for (const { id, from, to } of impact.motions) turns.add('motions', id, from, to);
  const { territory, mappingId } = room.book.context;
  if (mappingId !== null && topics.has('territories')) {
    const decide = async (facts: readonly TerritoryFacts[], settings: RuleSettings) =>
      inSlices(
        decideBookInSteps(await inSlices(familiesInSteps(facts), room.breathe), { ...territory, settings }),
        room.breathe,
      );
    const old = await decide(was, before);
    for (const [id, decision] of await decide(is, after)) {
      turns.add('territories', id, codeOf(old.get(id)), codeOf(decision));
    }
  }
  return impact;
}

const codeOf = (decision: TerritoryDecision | undefined): string | null =>
  decision?.outcome.kind === 'territory' ? decision.outcome.code : null;

/** The book knows the count that was chosen; another order of sources (SEG-2) needs the accounts. */
async function factsUnder(
  { database, book, breathe }: QuestionRoom,
  settings: RuleSettings,
): Promise<TerritoryFacts[]> {
  const facts: TerritoryFacts[] = [];
  if (settings.employeeSourceOrder === book.context.rules.employeeSourceOrder) {
    for (const fact of book.territoryFacts()) {
      facts.push({ ...fact, ownSegment: segmentOfCount(fact.count ?? undefined, settings) });
      if (facts.length % portion === 0) await breathe();
    }
    return facts;
  }
  for await (const rows of accountBatches(database, portion)) {
    for (const row of rows) facts.push(territoryFacts(accountOf(row), settings));
    await breathe();
  }
  return facts;
}

/** AW-6, of the workspace's BDR: slots taken and limits on both sides, where they differ. */
function seatsOf(
  { book }: QuestionRoom,
  before: RuleSettings,
  after: RuleSettings,
  moved: SettingsImpact['segments'],
): SeatsImpact[] {
  const { bdr } = book.context;
  const used = book.workingBySegment(bdr);
  const then = new Map(used);
  for (const { id, from, to } of moved) {
    const row = book.rowOf(id);
    if (row?.status !== 'Actively Working' || !isMine(row.bdrAssigned, bdr)) continue;
    shift(then, from, -1);
    shift(then, to, 1);
  }
  const now = meters(used, before);
  return meters(then, after).flatMap(({ segment, used: taken, limit }) => {
    const meter = now.find((one) => one.segment === segment);
    if (!meter || (meter.used === taken && meter.limit === limit)) return [];
    return [{ segment, from: { used: meter.used, limit: meter.limit }, to: { used: taken, limit } }];
  });
}

function shift(used: Map<Segment, number>, segment: Segment | null, by: number): void {
  if (segment !== null) used.set(segment, (used.get(segment) ?? 0) + by);
}

/** Where a version planned for a later day brings a value of its own: the change ends there. */
const laterChanges = (
  history: SettingsHistory,
  on: IsoDate,
  after: RuleSettings,
  keys: readonly LaterChange['key'][],
): LaterChange[] =>
  keys.flatMap((key) => {
    const next = history.find((version) => version.from > on && version.values[key] !== after[key]);
    return next ? [{ key, from: next.from, value: next.values[key] }] : [];
  });
