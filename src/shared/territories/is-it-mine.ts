import type { Account } from '../accounts/account.ts';
import type { Label } from '../history/change-set.ts';
import { label } from '../rule-book/messages.ts';
import type { Decided } from '../rule-book/receipt.ts';
import type { RuleId } from '../rule-book/rule-ids.ts';
import type { RuleSettings } from '../rule-book/settings.ts';
import type { CompanyIndex, Hit } from './company-index.ts';
import type { CompanyQuery } from './company-query.ts';
import { territoryFacts, type TerritoryFacts } from './facts.ts';
import { repKey } from './mapping-index.ts';
import { explainTerritory } from './territory-receipt.ts';
import { territoryOf, type TerritoryContext, type TerritoryDecision } from './territory-of.ts';

type Settings = Pick<
  RuleSettings,
  'midMarketFrom' | 'largeFrom' | 'employeeSourceOrder' | 'expandFromCarr' | 'segmentChange'
>;

/** The book, as the answer needs it. */
export interface MineContext {
  readonly companies: CompanyIndex;
  /** Every account under an account's ultimate parent, itself included. */
  readonly familyOf: (id: string) => readonly TerritoryFacts[];
  readonly territories: TerritoryContext & { readonly settings: Settings };
  /** Who asks. */
  readonly bdr: string;
}

/** An account of the book that is, or may be, the company, or belongs to it. */
export interface Duplicate extends Hit {
  readonly name: string;
  readonly bdrAssigned: string;
  readonly owner: string;
}

export interface MineAnswer {
  readonly verdict: 'mine' | 'someone else’s' | 'nobody’s' | 'unclear';
  /** Whose; '' = nobody's. Of an account in the book its BDR Assigned, else the mapping's. */
  readonly bdr: string;
  /** Account Owner, else the named owner, else the AEs of the mapping's row. */
  readonly aes: readonly string[];
  /** The account of the book that it is; `null` = a new company, or several that it may be. */
  readonly account: string | null;
  readonly territory: TerritoryDecision;
  /** The surest first; accounts of the same hierarchies last. */
  readonly duplicates: readonly Duplicate[];
}

/** Stands for the company while it is none of the book's accounts. */
const newId = '';

/**
 * TER-9: whose a pasted company is: its territory, its owners, duplicates in the book by each thing that is
 * known of it and by parent, and why.
 */
export function isItMine(query: CompanyQuery, context: MineContext): Decided<MineAnswer> {
  const hits = context.companies.find(query);
  const sure = sureHits(hits);
  const [only, ...others] = sure;
  const account = only !== undefined && others.length === 0 ? only.id : null;
  const shown = only?.id ?? newId;
  const family = only ? context.familyOf(only.id) : newFamily(query, context);
  const { outcome: territory, receipt } = explainTerritory(shown, family, context.territories);
  const duplicates = withRelatives(hits, query, context);
  const holders = new Map(sure.map(({ id }) => holderOf(id, context)).map((name) => [repKey(name), name]));
  const [holder = workerOf(territory)] = holders.values();
  const verdict = holders.size > 1 ? 'unclear' : verdictOf(holder, territory, context.bdr);
  const outcome: MineAnswer = {
    verdict,
    bdr: verdict === 'unclear' ? '' : holder,
    aes: aesOf(account, territory, duplicates, context),
    account,
    territory,
    duplicates,
  };
  return {
    outcome,
    receipt: {
      ...receipt,
      rules: ['TER-9', ...receipt.rules] satisfies readonly [RuleId, ...RuleId[]],
      said: saidOf(outcome),
      facts: [...duplicates.map(sayDuplicate), ...receipt.facts],
    },
  };
}

/** The company as an account of its own, below its parent where that is in the book. */
function newFamily(query: CompanyQuery, { companies, familyOf, territories }: MineContext): TerritoryFacts[] {
  const parentId = query.parent === undefined ? undefined : companies.parentOf(query.parent);
  const account: Account = {
    id: newId,
    name: query.name ?? query.website ?? query.mail ?? '',
    ...(query.website !== undefined && { website: query.website }),
    ...(query.employees !== undefined && { employeesImported: query.employees }),
    ...(query.street !== undefined && { billingStreet: query.street }),
    ...(query.city !== undefined && { billingCity: query.city }),
    ...(query.state !== undefined && { billingState: query.state }),
    ...(query.postalCode !== undefined && { billingPostalCode: query.postalCode }),
    ...(query.country !== undefined && { billingCountry: query.country }),
    ...(parentId !== undefined && { parentId }),
  };
  const relatives = parentId === undefined ? [] : familyOf(parentId);
  return [...relatives, territoryFacts(account, territories.settings)];
}

/** EX-3: by domain, else by name; of several with the domain those that have the name too. */
function sureHits(hits: readonly Hit[]): readonly Hit[] {
  const by = (hit: Hit, reason: Hit['reasons'][number]['by']): boolean =>
    hit.reasons.some((it) => it.by === reason);
  const sameDomain = hits.filter((hit) => by(hit, 'domain') || by(hit, 'mail domain'));
  const both = sameDomain.filter((hit) => by(hit, 'name'));
  if (both.length > 0) return both;
  return sameDomain.length > 0 ? sameDomain : hits.filter((hit) => by(hit, 'name'));
}

/** BDR Assigned, else whom the mapping gives the account to; '' = nobody. */
function holderOf(id: string, { familyOf, territories }: MineContext): string {
  const family = familyOf(id);
  const assigned = family.find((member) => member.id === id)?.bdrAssigned ?? '';
  return assigned === '' ? workerOf(territoryOf(id, family, territories)) : assigned;
}

function aesOf(
  account: string | null,
  { namedOwner, worker }: TerritoryDecision,
  duplicates: readonly Duplicate[],
  { territories }: MineContext,
): readonly string[] {
  const owner = duplicates.find(({ id }) => id === account)?.owner ?? '';
  if (owner !== '') return [owner];
  if (namedOwner !== undefined) return [namedOwner];
  return worker?.kind === 'row' ? (territories.index.rows[worker.row]?.aes ?? []) : [];
}

const workerOf = ({ worker }: TerritoryDecision): string => (worker?.kind === 'row' ? worker.bdr : '');

function verdictOf(bdr: string, { outcome, worker }: TerritoryDecision, me: string): MineAnswer['verdict'] {
  if (bdr !== '') return repKey(bdr) === repKey(me) ? 'mine' : 'someone else’s';
  return outcome.kind === 'conflict' || worker?.kind === 'conflict' ? 'unclear' : 'nobody’s';
}

/** The hits, and then everybody in the hierarchies of the hits and of the parent. */
function withRelatives(hits: readonly Hit[], query: CompanyQuery, context: MineContext): Duplicate[] {
  const found = new Map<string, Duplicate>();
  const parent = query.parent === undefined ? undefined : context.companies.parentOf(query.parent);
  const note = (facts: TerritoryFacts | undefined, reasons: Hit['reasons']): void => {
    if (!facts || found.has(facts.id)) return;
    const { id, name, bdrAssigned, owner } = facts;
    found.set(id, { id, name, bdrAssigned, owner, reasons });
  };
  for (const { id, reasons } of hits) {
    note(
      context.familyOf(id).find((member) => member.id === id),
      reasons,
    );
  }
  for (const id of [...hits.map((hit) => hit.id), ...(parent === undefined ? [] : [parent])]) {
    const name = context.familyOf(id).find((member) => member.id === id)?.name ?? '';
    for (const member of context.familyOf(id)) note(member, [{ by: 'parent', value: name }]);
  }
  return [...found.values()];
}

function saidOf({ verdict, bdr, territory: { outcome } }: MineAnswer): Label {
  const code = outcome.kind === 'territory' ? outcome.code : '';
  switch (verdict) {
    case 'mine':
      return code === '' ? label('ter9.mine-elsewhere') : label('ter9.mine', { code });
    case 'someone else’s':
      return code === '' ? label('ter9.others-elsewhere', { bdr }) : label('ter9.others', { bdr, code });
    case 'nobody’s':
      return code === '' ? label('ter9.nowhere') : label('ter9.nobodys', { code });
    case 'unclear':
      return label('ter9.unclear');
  }
}

const listOf = new Intl.ListFormat('en', { type: 'conjunction' });

function sayDuplicate({ name, bdrAssigned, reasons }: Duplicate): Label {
  const why = listOf.format(reasons.map(({ by, value }) => `${by} ${value}`));
  return bdrAssigned === ''
    ? label('ter9.duplicate', { name, why })
    : label('ter9.duplicate-of', { name, why, bdr: bdrAssigned });
}
