import type { Segment } from '../accounts/account.ts';
import { formatEmployees } from '../accounts/employees.ts';
import { segmentOfCount, type SegmentBorders } from '../accounts/segment.ts';
import { countryName } from '../exchange/countries.ts';
import type { Label } from '../history/change-set.ts';
import { label } from '../rule-book/messages.ts';
import { settingsUsed, type Decided } from '../rule-book/receipt.ts';
import type { RuleSettings } from '../rule-book/settings.ts';
import type { TerritoryFacts } from './facts.ts';
import type { RowNumberOf } from './mapping.ts';
import { sayMatches, territoryFindings } from './territory-findings.ts';
import { territoryOf, type TerritoryContext, type TerritoryDecision } from './territory-of.ts';

type Settings = Pick<RuleSettings, 'midMarketFrom' | 'largeFrom' | 'expandFromCarr' | 'segmentChange'>;

/**
 * The territory of an account with its receipt: what it was decided from, step by step, and the smallest
 * changes that would send it elsewhere or to somebody else.
 * @param family every account under one ultimate parent, this one included
 */
export function explainTerritory(
  id: string,
  family: readonly TerritoryFacts[],
  context: TerritoryContext & { readonly settings: Settings },
): Decided<TerritoryDecision> {
  const decision = territoryOf(id, family, context);
  const account = memberOf(family, id);
  const decider = memberOf(family, decision.decidedBy);
  const { numberOf } = context.index;
  return {
    outcome: decision,
    receipt: {
      rules: decision.rules,
      said: saidOf(decision, numberOf),
      facts: [
        ...basisOf(decision, decider, numberOf),
        ...deciderFacts(decision, account, decider),
        ...workerFacts(decision, numberOf),
        ...territoryFindings(decision, { account, decider, numberOf }).map(({ message }) => message),
      ],
      settings: settingsUsed(context.settings, ['midMarketFrom', 'largeFrom', 'expandFromCarr']),
      flips: flipsOf(id, family, context, decision),
    },
  };
}

function memberOf(family: readonly TerritoryFacts[], id: string): TerritoryFacts {
  const found = family.find((member) => member.id === id);
  if (!found) throw new Error(`Account ${id} is not in its hierarchy.`);
  return found;
}

function saidOf({ outcome, worker }: TerritoryDecision, numberOf: RowNumberOf): Label {
  switch (outcome.kind) {
    case 'conflict':
      return label('territory.is-open', { territories: sayMatches(outcome.matches, numberOf) });
    case 'none':
      return label('territory.is-none');
    case 'territory':
      return worker?.kind === 'row'
        ? label('territory.is-worked', { code: outcome.code, bdr: worker.bdr })
        : label('territory.is', { code: outcome.code });
  }
}

/** What decided (TER-7), with the row or record that says so. */
function basisOf(decision: TerritoryDecision, decider: TerritoryFacts, numberOf: RowNumberOf): Label[] {
  const { match, exception, tier, namedOwner } = decision;
  if (exception) {
    const { territory: code, reason, on } = exception;
    return exception.basis === 'resolution'
      ? [label('territory.fact.resolved', { code, by: exception.by, reason, on })]
      : [label('territory.fact.handed', { code, reason, on })];
  }
  if (!match) return [];
  const { by, row } = match;
  switch (tier) {
    case 'named':
      return [
        namedOwner === undefined
          ? label('territory.fact.named-in-row', { name: decider.name, row: numberOf(row) })
          : label('territory.fact.named-to', { name: decider.name, owner: namedOwner }),
      ];
    case 'public sector':
      return [label('territory.fact.public-sector', { name: decider.name, row: numberOf(row) })];
    case 'vertical':
      return [label('territory.fact.vertical', { name: decider.name, row: numberOf(row) })];
    case 'exception':
    case 'place':
      return [label('territory.fact.row', { row: numberOf(row), by })];
  }
}

function deciderFacts(
  { segment, motion, tier, decidedBy }: TerritoryDecision,
  account: TerritoryFacts,
  decider: TerritoryFacts,
): Label[] {
  const facts: Label[] = [];
  if (decidedBy !== account.id) facts.push(label('territory.fact.parent-decides', { name: decider.name }));
  const { country, state, postal } = decider.place;
  if (country !== null && (tier === 'place' || tier === 'public sector' || tier === 'vertical')) {
    const place = [countryName(country), state, postal].filter((part) => part !== null).join(', ');
    facts.push(label('territory.fact.place', { name: decider.name, place }));
  }
  if (segment !== null) facts.push(label('territory.fact.segment', { segment }));
  facts.push(label('territory.fact.motion', { motion }));
  return facts;
}

function workerFacts({ worker, employees, motion }: TerritoryDecision, numberOf: RowNumberOf): Label[] {
  if (worker?.kind !== 'row') return [];
  const { row, bdr } = worker;
  return [
    employees === null
      ? label('territory.fact.worker', { bdr, row: numberOf(row), motion })
      : label('territory.fact.worker-of-size', {
          bdr,
          row: numberOf(row),
          motion,
          count: formatEmployees(employees),
        }),
  ];
}

/** Facts changed for a moment, to see what would come of it. */
interface Attempt {
  readonly family: readonly TerritoryFacts[];
  readonly say: (to: string) => Label;
}

function flipsOf(
  id: string,
  family: readonly TerritoryFacts[],
  context: TerritoryContext & { readonly settings: Settings },
  decision: TerritoryDecision,
): Label[] {
  const now = placeAndBdr(decision);
  const flips = attempts(family, context.settings, decision).flatMap(({ family: changed, say }): Label[] => {
    const to = placeAndBdr(territoryOf(id, changed, context));
    return to === now || to === '' ? [] : [say(to)];
  });
  return decision.outcome.kind === 'conflict' ? [label('territory.flip.choose'), ...flips] : flips;
}

/** "WEST, Ann Lee"; '' = no territory. */
function placeAndBdr({ outcome, worker }: TerritoryDecision): string {
  if (outcome.kind !== 'territory') return '';
  return worker?.kind === 'row' ? `${outcome.code}, ${worker.bdr}` : outcome.code;
}

/** The smallest changes of size, motion and flags that a person could find out to be true. */
function attempts(
  family: readonly TerritoryFacts[],
  settings: Settings,
  { segment, motion, decidedBy }: TerritoryDecision,
): Attempt[] {
  const change = (id: string, facts: Partial<TerritoryFacts>): TerritoryFacts[] =>
    family.map((member) => (member.id === id ? { ...member, ...facts } : member));
  const decider = memberOf(family, decidedBy);
  const found: Attempt[] = sizeAttempts(family, settings, segment, change);
  const turned: Partial<TerritoryFacts> =
    motion === 'Land'
      ? { type: 'customer', totalCarr: settings.expandFromCarr }
      : { type: 'former customer' };
  const customers = family.filter(({ type }) => type === 'customer');
  if (motion === 'Land') {
    found.push({
      family: change(decider.id, turned),
      say: (to) => label('territory.flip.expand', { name: decider.name, carr: settings.expandFromCarr, to }),
    });
  } else if (customers.length === 1 && customers[0]) {
    const { id, name } = customers[0];
    found.push({ family: change(id, turned), say: (to) => label('territory.flip.land', { name, to }) });
  }
  if (decider.publicSector !== true) {
    found.push({
      family: change(decider.id, { publicSector: true }),
      say: (to) => label('territory.flip.public-sector', { name: decider.name, to }),
    });
  }
  return found;
}

/** SEG-1, SEG-3: the next border above the highest count, and the one below where a single account holds it. */
function sizeAttempts(
  family: readonly TerritoryFacts[],
  borders: SegmentBorders,
  segment: Segment | null,
  change: (id: string, facts: Partial<TerritoryFacts>) => TerritoryFacts[],
): Attempt[] {
  const counted = family.flatMap(({ id, name, count }) =>
    typeof count === 'number' ? [{ id, name, count }] : [],
  );
  const [highest, second] = counted.sort((a, b) => b.count - a.count);
  if (!highest || segment === null) return [];
  const to = (count: number): TerritoryFacts[] =>
    change(highest.id, {
      count,
      ownSegment: segmentOfCount(count, borders),
      // What a person enters waits for no review (SEG-4).
      segmentConfirmed: undefined,
      segmentDeclined: undefined,
    });
  const above = [borders.midMarketFrom, borders.largeFrom].find((border) => border > highest.count);
  const below = [borders.largeFrom, borders.midMarketFrom].find((border) => border <= highest.count);
  const found: Attempt[] = [];
  if (above !== undefined) {
    const more = above - highest.count;
    found.push({
      family: to(above),
      say: (code) => label('territory.flip.more-employees', { count: more, name: highest.name, to: code }),
    });
  }
  if (below !== undefined && (second?.count ?? 0) < below) {
    const fewer = highest.count - below + 1;
    found.push({
      family: to(below - 1),
      say: (code) => label('territory.flip.fewer-employees', { count: fewer, name: highest.name, to: code }),
    });
  }
  return found;
}
