import { isAnothers } from '../../../shared/accounts/bdr.ts';
import { addDays, fiscalYearOf, type IsoDate } from '../../../shared/clock.ts';
import type { ImpactTopic } from '../../../shared/rule-book/impact-topics.ts';
import { renewalDays } from '../../../shared/priorities/working-style.ts';
import { comebacks, returnedPeople } from '../../../shared/statuses/comeback.ts';
import { checkEntry } from '../../../shared/statuses/entry-checks.ts';
import { dueAtReview } from '../../../shared/statuses/weekly-review.ts';
import type { DecisionContext } from '../decisions/context.ts';
import { recordPortions } from '../decisions/read-records.ts';
import { decideRecord, type AccountRecord, type RecordDecision } from '../decisions/record-decision.ts';
import { isMine } from '../decisions/row-decisions.ts';
import type { QuestionRoom } from './answer-question.ts';
import type { Turns } from './impact-turns.ts';

/** The two sides of a change, both as of the day from which it holds. */
export interface Sides {
  readonly before: DecisionContext;
  readonly after: DecisionContext;
  /** AW-11: the day on which accounts that are due go back by themselves; `null` = by hand. */
  readonly reviewBefore: IsoDate | null;
  readonly reviewAfter: IsoDate | null;
}

/** PR-3, PR-4: what of a record other settings turn. */
export type Signals = Pick<RecordDecision, 'score' | 'triggers'>;
export type TurnedSignals = ReadonlyMap<string, { readonly before: Signals; readonly after: Signals }>;

const ofSignals: readonly ImpactTopic[] = ['scores'];
const ofEntry: readonly ImpactTopic[] = ['entries'];
const ofWork: readonly ImpactTopic[] = ['clocks', 'dueDays', 'fiscalYears', 'reviews', 'renewals'];

/**
 * What follows from accounts with their people: scores, clocks, renewals, who could enter. Only accounts are read
 * that the asked topics are about; where none is, nothing is read.
 */
export async function recordTurns(
  room: QuestionRoom,
  sides: Sides,
  topics: ReadonlySet<ImpactTopic>,
  turns: Turns,
): Promise<TurnedSignals> {
  const signals = new Map<string, { readonly before: Signals; readonly after: Signals }>();
  const ids = candidates(room, topics);
  for await (const records of recordPortions(room.database, ids, room.book.size)) {
    for (const record of records) {
      const { id, status } = record.account;
      if (topics.has('scores')) {
        const before = signalsOf(record, sides.before);
        const after = signalsOf(record, sides.after);
        if (isOther(before, after)) {
          signals.set(id, { before, after });
          turns.add('scores', id, ...direction(before.score ?? 0, after.score ?? 0));
        }
      }
      if (status !== 'Actively Working') {
        if (topics.has('entries')) entryTurn(record, sides, turns);
      } else if (ofWork.some((topic) => topics.has(topic))) workTurns(record, sides, topics, turns);
    }
    await room.breathe();
  }
  return signals;
}

function candidates({ book }: QuestionRoom, topics: ReadonlySet<ImpactTopic>): string[] {
  const has = (some: readonly ImpactTopic[]): boolean => some.some((topic) => topics.has(topic));
  const all = has(ofSignals);
  const work = has(ofWork);
  const entry = has(ofEntry);
  if (!all && !work && !entry) return [];
  return [...book.slots()].flatMap((slot) => {
    const row = book.rowAt(slot);
    if (!row) return [];
    const isAsked = all || (row.status === 'Actively Working' ? work : entry);
    return isAsked ? [row.id] : [];
  });
}

const isOther = (a: Signals, b: Signals): boolean => a.score !== b.score || a.triggers !== b.triggers;

/** Of numbers and days it is told which way they go. */
function direction<T extends number | string>(from: T, to: T): [from: 'as it is' | null, to: string | null] {
  return from === to ? [null, null] : ['as it is', to > from ? 'up' : 'down'];
}

function signalsOf({ account, prospects }: AccountRecord, { scorer, today }: DecisionContext): Signals {
  const { score, isKnown, triggers } = scorer.score({ values: account, prospects, today });
  return { score: isKnown ? score : null, triggers };
}

/** AW-9 to AW-12, PR-6: where the clocks of an account in Actively Working stand. */
function workTurns(
  record: AccountRecord,
  sides: Sides,
  topics: ReadonlySet<ImpactTopic>,
  turns: Turns,
): void {
  const { id } = record.account;
  const before = decideRecord(record, sides.before);
  const after = decideRecord(record, sides.after);
  if (topics.has('clocks')) turns.add('clocks', id, standOf(before), standOf(after));
  const [was, is] = [before.clock?.due ?? null, after.clock?.due ?? null];
  if (topics.has('dueDays') && was !== null && is !== null) turns.add('dueDays', id, ...direction(was, is));
  if (topics.has('fiscalYears') && before.flags.includes('dueWorked')) {
    turns.add('fiscalYears', id, yearOf(sides.before), yearOf(sides.after));
  }
  if (topics.has('renewals')) renewalTurn(record, sides, turns);
  if (topics.has('reviews')) {
    turns.add(
      'reviews',
      id,
      reviewed(record, sides.before, sides.reviewBefore),
      reviewed(record, sides.after, sides.reviewAfter),
    );
  }
}

const yearOf = ({ today, rules }: DecisionContext): number => fiscalYearOf(today, rules.fiscalYearFirstMonth);

function standOf({ flags }: RecordDecision): string {
  if (flags.includes('dueBack')) return 'due back';
  if (flags.includes('dueWorked')) return 'due for Worked in FY';
  return flags.includes('warned') ? 'running out' : 'in time';
}

interface Renewal {
  readonly due: IsoDate;
  readonly isOver: boolean;
}

/** PR-6: by when the next step date is set anew; `null` where no rule asks for it. */
function renewalOf({ account }: AccountRecord, { today, rules }: DecisionContext): Renewal | null {
  const { priority, nextStepRenewedOn: renewed, bdrNextStepDate: date } = account;
  if (priority === undefined || renewed === undefined || date === undefined || date <= today) return null;
  const days = renewalDays(priority, rules);
  if (days === null) return null;
  const due = addDays(renewed, days);
  return { due, isOver: due < today };
}

function renewalTurn(record: AccountRecord, sides: Sides, turns: Turns): void {
  const { id } = record.account;
  const [from, to] = [renewalOf(record, sides.before), renewalOf(record, sides.after)];
  if (from === null || to === null) return;
  if (from.isOver !== to.isOver) turns.add('renewals', id, overWord(from), overWord(to));
  else turns.add('renewals', id, ...direction(from.due, to.due));
}

const overWord = ({ isOver }: Renewal): string => (isOver ? 'overdue' : 'in time');

/** AW-11: the day on which it would go back by itself; `null` = it stays, or is moved by hand. */
function reviewed(record: AccountRecord, context: DecisionContext, day: IsoDate | null): IsoDate | null {
  const { account, prospects } = record;
  if (day === null || !isMine(account.bdrAssigned ?? '', context.bdr)) return null;
  return dueAtReview(account, prospects, { ...context, today: day }) ? day : null;
}

/** AW-3 to AW-5: whether it could enter Actively Working. */
function entryTurn({ account, prospects, opportunities }: AccountRecord, sides: Sides, turns: Turns): void {
  if (account.status === 'Restricted' || isAnothers(account.bdrAssigned, sides.before.bdr)) return;
  if (prospects.length === 0 && opportunities.length === 0) return;
  const standing = ({ today, rules }: DecisionContext): string => {
    const returned = returnedPeople(comebacks(account, prospects, today));
    const facts = { prospects, opportunities, today, recentDays: rules.recentDays, returned };
    return checkEntry(facts).refusals.length === 0 ? 'can enter' : 'refused';
  };
  turns.add('entries', account.id, standing(sides.before), standing(sides.after));
}
