import type { Segment } from '../../../shared/accounts/account.ts';
import { highestSegment, type RootFound } from '../../../shared/accounts/hierarchy.ts';
import { firstOrderFinding } from '../../../shared/accounts/motion.ts';
import { segmentInForce } from '../../../shared/accounts/segment-hold.ts';
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
  /** SEG-3 of what is in force. */
  readonly highest: Segment | null;
  /** The same once everything that waits for a review is confirmed (SEG-4). */
  readonly highestThen: Segment | null;
  readonly facts: ReadonlyMap<string, TerritoryFacts>;
  readonly decisions: ReadonlyMap<string, TerritoryDecision>;
  readonly nameOf: (id: string) => string;
}

/** SEG-3, SEG-4: the segment of a hierarchy, and what new data would make of it. */
export function familySegments(
  members: readonly TerritoryFacts[],
  rules: DecisionContext['rules'],
): Pick<DecidedFamily, 'highest' | 'highestThen'> {
  const own = members.map((member) => segmentInForce(member, rules));
  return {
    highest: highestSegment(own.map(({ segment }) => segment)),
    highestThen: highestSegment(own.map(({ segment, pending }) => pending ?? segment)),
  };
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

/**
 * SEG-4: what new data, or an account's proposal, would make of its hierarchy. What changes nobody's segment
 * waits unseen.
 */
function segmentFindings(
  { row, rules: { proposed } }: Facts,
  family: DecidedFamily,
  { rules }: DecisionContext,
): Finding[] {
  const { highest: now, highestThen } = family;
  const findings: Finding[] = [];
  const facts = family.facts.get(row.id);
  const isWaiting = facts !== undefined && segmentInForce(facts, rules).pending !== undefined;
  if (isWaiting && now !== null && highestThen !== null && now !== highestThen) {
    findings.push({
      rule: 'SEG-4',
      message: label('seg4.pending', { segment: highestThen, confirmed: now }),
    });
  }
  if (proposed !== null) {
    const then = highestSegment(
      [...family.facts.values()].map((member) =>
        member.id === row.id ? proposed.segment : segmentInForce(member, rules).segment,
      ),
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
  const { numberOf } = context.territory.index;
  return territoryFindings(decision, { account, decider, numberOf }).slice(0, 1);
}

function motionFinding(family: DecidedFamily, id: string, { motion }: TerritoryDecision): Finding[] {
  const facts = family.facts.get(id);
  const finding = facts && firstOrderFinding(facts, motion);
  return finding ? [finding] : [];
}
