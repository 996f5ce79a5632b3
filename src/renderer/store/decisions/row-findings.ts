import type { Segment } from '../../../shared/accounts/account.ts';
import { highestSegment, type RootFound } from '../../../shared/accounts/hierarchy.ts';
import { firstOrderFinding } from '../../../shared/accounts/motion.ts';
import { segmentInForce } from '../../../shared/accounts/segment-review.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import type { Finding } from '../../../shared/statuses/decision.ts';
import { findingsOf } from '../../../shared/statuses/findings.ts';
import type { TerritoryFacts } from '../../../shared/territories/facts.ts';
import { territoryFindings } from '../../../shared/territories/territory-findings.ts';
import type { TerritoryDecision } from '../../../shared/territories/territory-of.ts';
import type { Facts } from '../book/facts.ts';
import type { DecisionContext } from './context.ts';

/** A hierarchy as its members' findings need it. */
export interface DecidedFamily {
  readonly found: RootFound;
  /** SEG-3: what the counts say, before SEG-4. */
  readonly highest: Segment | null;
  readonly facts: ReadonlyMap<string, TerritoryFacts>;
  readonly decisions: ReadonlyMap<string, TerritoryDecision>;
  readonly nameOf: (id: string) => string;
}

/**
 * What a row tells of an account, gravest first. Territories are told of accounts that somebody plans or
 * works; of all others the work list tells. Clocks have their own place on the card.
 */
export function rowFindings(facts: Facts, family: DecidedFamily, context: DecisionContext): Finding[] {
  const { row, parentRef, countCrossesBorder } = facts;
  const decision = family.decisions.get(row.id);
  const own = findingsOf({
    row,
    segment: decision?.segment ?? null,
    countCrossesBorder,
    // Root and problem are the whole family's; only the way up differs, and findings do not tell it.
    hierarchy: family.found,
    nameOf: family.nameOf,
    ...(parentRef !== undefined && { parentRef }),
    bdr: context.bdr,
    today: context.today,
    borders: context.rules,
  });
  const byRules = decision
    ? [
        ...segmentFindings(facts, family, context),
        ...territoryFinding(facts, family, decision, context),
        ...motionFinding(family, row.id, decision),
      ]
    : [];
  if (byRules.length === 0) return own;
  const isLight = ({ rule }: Finding): boolean => rule === 'field' || rule === 'CLK-3';
  return [...own.filter((it) => !isLight(it)), ...byRules, ...own.filter(isLight)];
}

/** SEG-4: at the ultimate parent, what new data would make of the hierarchy; at an account, what it proposes. */
function segmentFindings(
  { row, rules: { proposed, segmentConfirmed } }: Facts,
  family: DecidedFamily,
  context: DecisionContext,
): Finding[] {
  const now = family.highest;
  const findings: Finding[] = [];
  if (row.id === family.found.root && segmentConfirmed !== null) {
    const { pending } = segmentInForce(segmentConfirmed, now, context.rules);
    if (pending !== undefined) {
      findings.push({
        rule: 'SEG-4',
        message: label('seg4.pending', { segment: pending, confirmed: segmentConfirmed }),
      });
    }
  }
  if (proposed !== null) {
    const then = highestSegment(
      [...family.facts.values()].map(({ id, ownSegment }) => (id === row.id ? proposed.segment : ownSegment)),
    );
    if (then !== now && then !== null) {
      findings.push({
        rule: 'SEG-4',
        message: label('seg4.proposal', { count: proposed.count, segment: then }),
      });
    }
  }
  return findings;
}

/** TER-7 and what stands in its way: only that it is open, not everything that could be better. */
function territoryFinding(
  { row }: Facts,
  family: DecidedFamily,
  decision: TerritoryDecision,
  context: DecisionContext,
): Finding[] {
  if (context.mappingId === null || row.status === '' || decision.outcome.kind === 'territory') return [];
  const account = family.facts.get(row.id);
  const decider = family.facts.get(decision.decidedBy);
  if (!account || !decider) return [];
  return territoryFindings(decision, { account, decider }).slice(0, 1);
}

function motionFinding(family: DecidedFamily, id: string, { motion }: TerritoryDecision): Finding[] {
  const facts = family.facts.get(id);
  const finding = facts && firstOrderFinding(facts, motion);
  return finding ? [finding] : [];
}
