import { fold } from '../../../shared/accounts/normalise.ts';
import { diffMappings } from '../../../shared/territories/diff-mappings.ts';
import {
  impactInSteps,
  limitsPassed,
  type Impact,
  type ImpactLine,
} from '../../../shared/territories/impact.ts';
import { MappingIndex } from '../../../shared/territories/mapping-index.ts';
import { inSlices } from '../in-slices.ts';
import { draftOf, keepDraft } from '../territories/drafts.ts';
import { givenRows } from '../territories/mapping-changes.ts';
import type { CommandRoom } from '../commands/room.ts';
import { readTerritoryFacts } from '../territories/territory-book.ts';
import { readTerritoryRules } from '../territories/territory-rules.ts';
import type { QuestionRoom } from './answer-question.ts';
import { checkedRows } from './mappings.ts';
import {
  impactKinds,
  type AnswerTo,
  type Ask,
  type ImpactChoice,
  type ImpactKind,
  type ImpactTotals,
} from './questions.ts';

/** Territories that differ, told at once. */
const mostDiffs = 300;

/** TER-8: what a mapping would change, before anything is changed. The draft is kept for `applyMapping`. */
export async function answerMappingImpact(
  room: QuestionRoom,
  { rows: given, source }: Ask<'mappingImpact'>,
): Promise<AnswerTo<'mappingImpact'>> {
  const { database, rules, through } = room;
  const rows = await givenRows(given);
  const check = checkedRows(rows, rules);
  if (check.errors > 0) {
    const totals = totalsOf({ lines: [], unchanged: room.book.size, open: 0, working: [] });
    return { draft: null, check, totals, limits: [], diff: [], diffs: 0 };
  }
  const { version, context } = await readTerritoryRules(room);
  // The page asks again when something was written, not for what is decided meanwhile.
  await room.decisions.rows();
  const facts = readTerritoryFacts(room);
  const before = version === null ? null : context.index;
  const impact = await inSlices(
    impactInSteps(before, new MappingIndex(rows), facts, {
      exceptions: context.exceptions,
      settings: rules,
    }),
    room.breathe,
  );
  const id = room.context.ids.next();
  keepDraft(database, { id, rows, source, impact, through });
  const diff = diffMappings(before?.rows ?? [], rows);
  return {
    draft: id,
    check,
    totals: totalsOf(impact),
    limits: limitsPassed(impact, chosenIds(impact, { except: [] }), rules),
    diff: diff.slice(0, mostDiffs),
    diffs: diff.length,
  };
}

const isOf: Readonly<Record<ImpactKind, (line: ImpactLine) => boolean>> = {
  hands: ({ changes }) => changes.includes('bdr'),
  working: ({ changesHandsWhileWorking }) => changesHandsWhileWorking,
  owner: ({ changes }) => changes.includes('ae'),
  territory: ({ changes }) => changes.includes('territory'),
  choices: ({ aeChoices }) => aeChoices.length > 0,
  unassigned: ({ needsBdr }) => needsBdr,
  open: ({ isOpen }) => isOpen !== null,
};

function totalsOf({ lines, unchanged, open }: Impact): ImpactTotals {
  const counts: Record<ImpactKind, number> = {
    hands: 0,
    working: 0,
    owner: 0,
    territory: 0,
    choices: 0,
    unassigned: 0,
    open: 0,
  };
  for (const line of lines) for (const kind of impactKinds) if (isOf[kind](line)) counts[kind] += 1;
  return { ...counts, lines: lines.length, unchanged, leftOpen: open };
}

export function answerImpactLines(
  { database }: CommandRoom,
  { draft: id, text, kind, offset, limit }: Ask<'impactLines'>,
): AnswerTo<'impactLines'> {
  const draft = draftOf(database, id);
  if (!draft) return { found: null, lines: [] };
  const needle = fold(text.trim());
  const found = draft.impact.lines.filter(
    (line) => (kind === null || isOf[kind](line)) && (needle === '' || textOf(line).includes(needle)),
  );
  return { found: found.length, lines: found.slice(offset, offset + limit) };
}

const textOf = ({ name, before, after }: ImpactLine): string =>
  fold([name, ...[before, after].flatMap(({ territory, bdr, ae }) => [territory, bdr, ae])].join('\n'));

/** AW-6: recomputed as lines are ticked off. */
export function answerPartImpact(
  { database, rules }: CommandRoom,
  { draft: id, chosen }: Ask<'partImpact'>,
): AnswerTo<'partImpact'> {
  const draft = draftOf(database, id);
  return draft ? limitsPassed(draft.impact, chosenIds(draft.impact, chosen), rules) : null;
}

/** The lines that a choice means. */
export function chosenIds({ lines }: Impact, choice: ImpactChoice): ReadonlySet<string> {
  if ('only' in choice) return new Set(choice.only);
  const except = new Set(choice.except);
  return new Set(lines.flatMap(({ id }) => (except.has(id) ? [] : [id])));
}
