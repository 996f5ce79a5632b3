import { addDays } from '../../../shared/clock.ts';
import type { HeldOpportunity } from '../../../shared/territories/held-opportunities.ts';
import { isLive, type OpportunityRow } from '../database.ts';
import type { DecisionContext } from '../decisions/context.ts';
import type { QuestionRoom } from './answer-question.ts';
import { decideHeld, isHeldBack } from './held-opportunities.ts';
import type { Sides } from './impact-records.ts';
import type { Turns } from './impact-turns.ts';

/** Opportunities read at once. */
const portion = 1000;

/** TER-10: open opportunities of transferred accounts that would stay longer, shorter, or could not be extended. */
export async function heldTurns(
  { database, book, breathe }: QuestionRoom,
  sides: Sides,
  turns: Turns,
): Promise<void> {
  let last = '';
  for (;;) {
    const rows = await database.opportunities.where(':id').above(last).limit(portion).toArray();
    for (const row of rows) {
      if (!isLive<OpportunityRow>(row)) continue;
      const { values } = row;
      if (!isHeldBack(values, book.rowOf(values.accountId))) continue;
      const was = decideHeld(values, sides.before.today, sides.before.rules)?.outcome;
      const is = decideHeld(values, sides.after.today, sides.after.rules)?.outcome;
      if (!was || !is) continue;
      const [from, to] = [wordOf(was), wordOf(is)];
      if (from !== to) turns.add('held', values.accountId, from, to);
      else if (was.kind === 'stays' && is.kind === 'stays' && was.lastDay !== is.lastDay) {
        turns.add('held', values.accountId, 'stays', is.lastDay > was.lastDay ? 'longer' : 'shorter');
      } else if (values.extension === undefined && values.createdDate !== undefined && is.kind === 'stays') {
        turns.add('held', values.accountId, ...asking(values.createdDate, sides));
      }
    }
    const end = rows.at(-1)?.id;
    if (end === undefined || rows.length < portion) return;
    last = end;
    await breathe();
  }
}

const wordOf = ({ kind }: HeldOpportunity): string => kind;

/** Until when an extension can be asked. */
function asking(
  createdOn: Parameters<typeof addDays>[0],
  { before, after }: Sides,
): [from: string, to: string] {
  const until = ({ rules }: DecisionContext) => addDays(createdOn, rules.extensionAskDays);
  const can = (context: DecisionContext): string =>
    until(context) >= context.today ? 'can be extended' : 'too late to extend';
  if (can(before) !== can(after)) return [can(before), can(after)];
  const [was, is] = [until(before), until(after)];
  if (was === is || can(after) !== 'can be extended') return ['', ''];
  return ['can be extended', is > was ? 'asked later' : 'asked sooner'];
}
