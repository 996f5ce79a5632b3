import type { Label } from '../history/change-set.ts';
import { label } from '../rule-book/messages.ts';
import type { RuleId } from '../rule-book/rule-ids.ts';
import type { TerritoryFacts } from './facts.ts';
import { rowNumber, type RowNumberOf } from './mapping.ts';
import type { Match } from './place-rules.ts';
import type { PublicSectorSuggestion } from './public-sector.ts';
import type { Gap, TerritoryDecision } from './territory-of.ts';

/** What the words of a decision need beside it. */
export interface TerritoryNames {
  readonly account: Pick<TerritoryFacts, 'owner'>;
  /** The account that decided (`decidedBy`). */
  readonly decider: Pick<TerritoryFacts, 'name' | 'place' | 'namedOwner'>;
  /** Of the mapping (`MappingIndex.numberOf`); absent = no row of it is missing. */
  readonly numberOf?: RowNumberOf;
}

/** Something about an account's territory that a person has to settle. */
export interface TerritoryFinding {
  readonly rule: RuleId;
  readonly message: Label;
}

const listOf = new Intl.ListFormat('en', { type: 'conjunction' });

/** "WEST (row 4: US-CA) and BAY (row 9: US-CA)". */
export const sayMatches = (matches: readonly Match[], numberOf: RowNumberOf = rowNumber): string =>
  listOf.format(
    matches.map(({ code, by, row }) => (row < 0 ? code : `${code} (row ${numberOf(row)}: ${by})`)),
  );

/** "rows 4 and 9". */
const sayRows = (rows: readonly number[], numberOf: RowNumberOf = rowNumber): string =>
  listOf.format(rows.map((row) => String(numberOf(row))));

/** TER-6: a suggestion in words; flagging the account is up to a person. */
export function suggestionFinding(
  name: string,
  { words: found, to }: PublicSectorSuggestion,
): TerritoryFinding {
  const words = listOf.format(found.map((word) => `“${word}”`));
  switch (to) {
    case 'Public Sector':
      return { rule: 'TER-6', message: label('ter6.suggested', { name, words }) };
    case 'AMER Commercial':
      return { rule: 'TER-6', message: label('ter6.suggested-canada', { name, words }) };
    case 'unknown country':
      return { rule: 'TER-6', message: label('ter6.suggested-somewhere', { name, words }) };
  }
}

/** Everything about an account's territory that wants attention, gravest first. */
export function territoryFindings(decision: TerritoryDecision, names: TerritoryNames): TerritoryFinding[] {
  return [
    ...outcomeFindings(decision, names),
    ...addressFindings(decision, names),
    ...workerFindings(decision, names),
  ];
}

function outcomeFindings(
  decision: TerritoryDecision,
  { decider, numberOf }: TerritoryNames,
): TerritoryFinding[] {
  const { outcome } = decision;
  switch (outcome.kind) {
    case 'territory':
      return [];
    case 'conflict':
      return [
        {
          rule: 'TER-7',
          message: label('ter7.conflict', { territories: sayMatches(outcome.matches, numberOf) }),
        },
      ];
    case 'none':
      return [gapFinding(outcome.why, decision, decider)];
  }
}

function gapFinding(
  why: Gap,
  { exception }: TerritoryDecision,
  { name, place, namedOwner }: TerritoryNames['decider'],
): TerritoryFinding {
  switch (why) {
    case 'no-match':
      return { rule: 'TER-7', message: label('ter7.no-match', { name }) };
    case 'segment-unknown':
      return { rule: 'SEG-1', message: label('territory.segment-unknown', { name }) };
    case 'place-unknown':
      return { rule: 'TER-2', message: label('ter2.no-place', { name }) };
    case 'country-unknown': {
      const country = place.strangeCountry ?? '';
      return { rule: 'TER-2', message: label('ter2.strange-country', { name, country }) };
    }
    case 'no-public-sector':
      return { rule: 'TER-6', message: label('ter6.no-territory', { name }) };
    case 'named-without-owner':
      return { rule: 'TER-4', message: label('ter4.flag-without-owner', { name }) };
    case 'named-owner-in-no-row':
      return { rule: 'TER-4', message: label('ter4.owner-in-no-row', { name, owner: namedOwner }) };
    case 'exception-gone':
      return {
        rule: 'TER-5',
        message: label('ter5.territory-gone', { code: exception?.territory ?? '' }),
      };
  }
}

/** TER-2: a part that a rule needs. Told even where a coarser rule fits: it may fit only for want of it. */
function addressFindings(
  { missing, outcome }: TerritoryDecision,
  { decider: { name, place } }: TerritoryNames,
): TerritoryFinding[] {
  const hasMatch = outcome.kind !== 'none';
  return missing.map((part): TerritoryFinding => {
    if (part === 'postalCode') {
      const message = hasMatch
        ? label('ter2.postal-may-change', { name })
        : label('ter2.no-postal', { name });
      return { rule: 'TER-2', message };
    }
    if (place.strangeState !== undefined) {
      return { rule: 'TER-2', message: label('ter2.strange-state', { name, state: place.strangeState }) };
    }
    return {
      rule: 'TER-2',
      message: hasMatch ? label('ter2.state-may-change', { name }) : label('ter2.no-state', { name }),
    };
  });
}

/** TER-1: nobody, or several, to work it; an owner whom the territory does not know. */
function workerFindings(
  { worker, outcome, motion, aesInstead }: TerritoryDecision,
  { account, numberOf }: TerritoryNames,
): TerritoryFinding[] {
  if (worker === null || outcome.kind !== 'territory') return [];
  const { code } = outcome;
  const findings: TerritoryFinding[] = [];
  if (worker.kind === 'conflict') {
    const rows = sayRows(worker.rows, numberOf);
    findings.push({ rule: 'TER-1', message: label('ter1.rows-conflict', { code, rows }) });
  } else if (worker.kind === 'unassigned') {
    findings.push({
      rule: 'TER-1',
      message:
        worker.why === 'no-bdr'
          ? label('ter1.no-bdr', { code })
          : worker.why === 'no-row'
            ? label('ter1.no-row', { code, motion })
            : label('ter1.size-unknown', { code }),
    });
  }
  if (aesInstead !== undefined && account.owner !== '') {
    findings.push({ rule: 'TER-1', message: label('ter1.owner-not-listed', { owner: account.owner, code }) });
  }
  return findings;
}
