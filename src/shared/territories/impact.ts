import { segments, type Segment } from '../accounts/account.ts';
import { defaultRuleSettings, type RuleSettings } from '../rule-book/settings.ts';
import { limitFor } from '../statuses/limits.ts';
import { runSteps, type Steps } from '../steps.ts';
import { decideBookInSteps, familiesInSteps } from './book-decisions.ts';
import type { Exceptions } from './exceptions.ts';
import type { TerritoryFacts } from './facts.ts';
import type { FamilySettings } from './family.ts';
import { repKey, type MappingIndex } from './mapping-index.ts';
import { contextOf, type TerritoryDecision } from './territory-of.ts';

/** Where an account is and who works it; '' = nobody, none. */
export interface Hands {
  /** '' = no territory, or equal matches. */
  readonly territory: string;
  readonly bdr: string;
  readonly ae: string;
}

/** What a new mapping would do to one account (TER-8). */
export interface ImpactLine {
  readonly id: string;
  readonly name: string;
  readonly segment: Segment | null;
  readonly before: Hands;
  readonly after: Hands;
  readonly changes: readonly ('territory' | 'bdr' | 'ae')[];
  /** In Actively Working, and another BDR would have it. */
  readonly changesHandsWhileWorking: boolean;
  /** The AEs of the territory, where the owner is none of them and there are several to choose from. */
  readonly aeChoices: readonly string[];
  /** No BDR row fits: listed for round-robin assignment (TER-1). */
  readonly needsBdr: boolean;
  readonly isOpen: 'conflict' | 'none' | null;
  /** Takes a place in the limits (AW-6). */
  readonly isWorking: boolean;
}

/** A limit that a BDR would be above (AW-6). Nobody is evicted, but no account could enter. */
export interface LimitPassed {
  readonly bdr: string;
  readonly segment: Segment;
  readonly before: number;
  readonly after: number;
  readonly limit: number;
}

export interface Impact {
  /** Accounts for which something changes, by name. */
  readonly lines: readonly ImpactLine[];
  readonly unchanged: number;
  /** Accounts that the new mapping leaves in no territory, or in several alike; changed ones and others. */
  readonly open: number;
  /** Every account in Actively Working with a BDR, for counting limits anew when only a part is applied. */
  readonly working: readonly { readonly id: string; readonly bdr: string; readonly segment: Segment }[];
}

const byName = new Intl.Collator('en').compare;

type Limits = Pick<RuleSettings, 'limitLarge' | 'limitMidMarket' | 'limitSmb'>;

/**
 * TER-8: what changes when a new mapping is applied. An account keeps its BDR where both mappings give it to
 * the same one, whoever that is: an assignment that was made by hand against the mapping is not undone by an
 * unrelated change of it.
 * @param before `null` = there is no mapping yet: every account is compared with its BDR Assigned
 */
export const impactOf = (
  before: MappingIndex | null,
  after: MappingIndex,
  book: readonly TerritoryFacts[],
  options: ImpactOptions = {},
): Impact => runSteps(impactInSteps(before, after, book, options));

interface ImpactOptions {
  readonly exceptions?: Exceptions;
  readonly settings?: FamilySettings;
}

/** The same in steps. */
export function* impactInSteps(
  before: MappingIndex | null,
  after: MappingIndex,
  book: readonly TerritoryFacts[],
  { exceptions = new Map(), settings = defaultRuleSettings }: ImpactOptions = {},
): Steps<Impact> {
  const families = yield* familiesInSteps(book);
  const old = before && (yield* decideBookInSteps(families, contextOf(before, exceptions, settings)));
  const next = yield* decideBookInSteps(families, contextOf(after, exceptions, settings));
  const lines: ImpactLine[] = [];
  const working: { id: string; bdr: string; segment: Segment }[] = [];
  let open = 0;
  for (const account of book) {
    const decision = next.get(account.id);
    if (!decision) continue;
    if (decision.outcome.kind !== 'territory') open += 1;
    const line = lineOf(account, old?.get(account.id), decision);
    if (line.changes.length > 0 || line.needsBdr) lines.push(line);
    if (line.isWorking && decision.segment !== null) {
      working.push({ id: account.id, bdr: account.bdrAssigned, segment: decision.segment });
    }
  }
  lines.sort((a, b) => byName(a.name, b.name) || (a.id < b.id ? -1 : 1));
  return { lines, unchanged: book.length - lines.length, open, working };
}

function lineOf(
  account: TerritoryFacts,
  old: TerritoryDecision | undefined,
  next: TerritoryDecision,
): ImpactLine {
  const { owner, bdrAssigned } = account;
  const ownBdr = bdrOf(next);
  const stays = ownBdr === '' || (old !== undefined && repKey(bdrOf(old)) === repKey(ownBdr));
  const keepsHands = stays && bdrAssigned !== '';
  const bdr = keepsHands || repKey(ownBdr) === repKey(bdrAssigned) ? bdrAssigned : ownBdr;
  const aes = aesInstead(owner, next);
  const [onlyAe = owner] = aes;
  const ae = aes.length > 1 ? owner : onlyAe;
  const before: Hands = { territory: codeOf(old), bdr: bdrAssigned, ae: owner };
  const after: Hands = { territory: codeOf(next), bdr, ae };
  const changes = (['territory', 'bdr', 'ae'] as const).filter((key) =>
    key === 'ae' ? aes.length > 0 : before[key] !== after[key],
  );
  const isWorking = account.status === 'Actively Working';
  return {
    id: account.id,
    name: account.name,
    segment: next.segment,
    before,
    after,
    changes,
    changesHandsWhileWorking: isWorking && bdrAssigned !== '' && before.bdr !== after.bdr,
    aeChoices: aes.length > 1 ? aes : [],
    needsBdr: next.worker?.kind === 'unassigned' && bdrAssigned === '',
    isOpen: next.outcome.kind === 'territory' ? null : next.outcome.kind,
    isWorking,
  };
}

const codeOf = (decision: TerritoryDecision | undefined): string =>
  decision?.outcome.kind === 'territory' ? decision.outcome.code : '';

const bdrOf = ({ worker }: TerritoryDecision): string => (worker?.kind === 'row' ? worker.bdr : '');

/** Who would own the account instead: its named owner, or an AE of its rows; empty = the owner stays. */
function aesInstead(
  owner: string,
  { namedOwner, aesInstead: aes = [] }: TerritoryDecision,
): readonly string[] {
  if (namedOwner === undefined) return aes;
  return repKey(namedOwner) === repKey(owner) ? [] : [namedOwner];
}

/**
 * TER-8, AW-6: limits that BDRs would be above once some lines are applied, and were not above as far before.
 * By BDR, then segment.
 * @param chosen ids of the lines to apply
 */
export function limitsPassed(
  { lines, working }: Impact,
  chosen: ReadonlySet<string>,
  settings: Limits = defaultRuleSettings,
): LimitPassed[] {
  const target = new Map(lines.filter(({ id }) => chosen.has(id)).map(({ id, after }) => [id, after.bdr]));
  const spelling = new Map<string, string>();
  const before = new Map<string, number>();
  const after = new Map<string, number>();
  const count = (map: Map<string, number>, bdr: string, segment: Segment): void => {
    if (bdr === '') return;
    const key = `${segment}|${repKey(bdr)}`;
    if (!spelling.has(key)) spelling.set(key, bdr);
    map.set(key, (map.get(key) ?? 0) + 1);
  };
  for (const { id, bdr, segment } of working) {
    count(before, bdr, segment);
    count(after, target.get(id) ?? bdr, segment);
  }
  const passed = segments.flatMap((segment): LimitPassed[] => {
    const limit = limitFor(segment, settings);
    if (limit === null) return [];
    return [...after].flatMap(([key, used]): LimitPassed[] => {
      const was = before.get(key) ?? 0;
      if (!key.startsWith(`${segment}|`) || used <= limit || used <= was) return [];
      return [{ bdr: spelling.get(key) ?? '', segment, before: was, after: used, limit }];
    });
  });
  return passed.sort((a, b) => byName(a.bdr, b.bdr));
}

/** What applying a line writes to its account; the mapping itself decides the rest. */
export interface HandOver {
  readonly id: string;
  readonly bdrAssigned?: string;
  readonly owner?: string;
}

/**
 * TER-8: the changes of the lines that were chosen; lines that only change territory write nothing. Where
 * there is a choice of AEs, one is set only if a person chose it.
 * @param owners the AEs that were chosen, by account; one that its line does not offer is not taken
 */
export const handOvers = (
  { lines }: Impact,
  chosen: ReadonlySet<string>,
  owners: ReadonlyMap<string, string> = new Map(),
): HandOver[] =>
  lines.flatMap(({ id, before, after, aeChoices }): HandOver[] => {
    if (!chosen.has(id)) return [];
    const owner = aeChoices.find((ae) => ae === owners.get(id)) ?? after.ae;
    const change: HandOver = {
      id,
      ...(after.bdr !== before.bdr && { bdrAssigned: after.bdr }),
      ...(owner !== before.ae && { owner }),
    };
    return Object.keys(change).length > 1 ? [change] : [];
  });
