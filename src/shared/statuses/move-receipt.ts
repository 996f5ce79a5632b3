import type { Label } from '../history/change-set.ts';
import { label } from '../rule-book/messages.ts';
import type { Receipt, SettingUsed } from '../rule-book/receipt.ts';
import type { RuleId } from '../rule-book/rule-ids.ts';
import type { MoveDecision, MoveInput } from './moves.ts';

/** Which setting holds the limit of a segment (AW-6). */
const limitKeys = { Large: 'limitLarge', 'Mid-Market': 'limitMidMarket', SMB: 'limitSmb' } as const;

/** How the answer to a move came about: what was looked at, and what would turn it. */
export function moveReceipt(move: MoveInput, decision: MoveDecision): Receipt {
  const { from, to } = move;
  const [first, ...others] = decision.allowed ? [] : decision.refusals;
  return {
    rules: first
      ? [first.rule, ...others.map(({ rule }) => rule).filter((rule) => rule !== first.rule)]
      : rulesAsked(move),
    said: first ? label('receipt.move-refused', { from, to }) : label('receipt.move-allowed', { from, to }),
    facts: [...slotFact(move), ...(decision.allowed ? [] : decision.refusals.map(({ message }) => message))],
    settings: settingsOf(move),
    flips: decision.allowed ? lastSlot(move) : decision.refusals.map(({ remedy }) => remedy),
  };
}

function rulesAsked({ to, entry }: MoveInput): readonly [RuleId, ...RuleId[]] {
  if (to === 'Restricted') return ['AW-0', 'AW-1', 'AW-8'];
  if (to !== 'Actively Working') return ['AW-0', 'AW-1'];
  return entry ? ['AW-0', 'AW-1', 'AW-3', 'AW-4', 'AW-5', 'AW-6', 'AW-7'] : ['AW-0', 'AW-1', 'AW-6', 'AW-7'];
}

function slotFact({ to, segment, used, limit }: MoveInput): Label[] {
  if (to !== 'Actively Working' || segment === null) return [];
  return [
    limit === null
      ? label('fact.slots-unlimited', { segment, used })
      : label('fact.slots', { segment, used, limit }),
  ];
}

function settingsOf({ to, segment, limit, entry }: MoveInput): SettingUsed[] {
  if (to !== 'Actively Working') return [];
  return [
    ...(segment === null ? [] : [{ key: limitKeys[segment], value: limit }]),
    ...(entry ? [{ key: 'recentDays' as const, value: entry.recentDays }] : []),
  ];
}

/** How far an entry that is allowed is from the limit. */
function lastSlot({ to, segment, used, limit }: MoveInput): Label[] {
  if (to !== 'Actively Working' || segment === null || limit === null) return [];
  return [label('flip.slots-left', { count: limit - used, segment })];
}
