import type { Label } from '../history/change-set.ts';
import type { AccountIndex, Evidence } from './account-index.ts';

export type MatchedBy = 'crmId' | 'domain' | 'name';

export type Match =
  | { readonly kind: 'slot'; readonly slot: number; readonly by: MatchedBy }
  | { readonly kind: 'new' }
  /** Several candidates, or strong and weak evidence disagree: a person chooses. */
  | { readonly kind: 'ask'; readonly why: Label; readonly candidates: readonly number[] };

/**
 * EX-3: CRM id, then domain, then normalised name and country; else new. CRM ids of one kind that differ
 * tell accounts apart whatever else they share.
 * @param harmless of several candidates, one about which the row says nothing new: it is taken without
 *   asking, since nothing can go wrong
 */
export function matchRow(
  row: Evidence,
  index: AccountIndex,
  harmless: (candidates: readonly number[]) => number | undefined,
): Match {
  const choose = (candidates: readonly number[], by: MatchedBy, why: string): Match => {
    const [only, ...others] = candidates;
    if (only === undefined) return { kind: 'new' };
    if (others.length === 0) return { kind: 'slot', slot: only, by };
    const safe = harmless(candidates);
    return safe === undefined ? ask(why, candidates) : { kind: 'slot', slot: safe, by };
  };
  const named = index.withName(row.name).filter((slot) => canBeSame(row, index.evidenceOf(slot)));
  const sameDomain =
    row.domain === undefined
      ? []
      : index.withDomain(row.domain).filter((slot) => crmAgrees(row, index.evidenceOf(slot)));

  const sameId = row.crm === undefined ? [] : index.withCrm(row.crm);
  if (sameId.length > 0) {
    const match = choose(narrowed(sameId, named), 'crmId', 'exchange.ask.same-crm-id');
    const other = sameDomain.filter((slot) => !sameId.includes(slot));
    const disagrees = other.length > 0 && !sameDomain.some((slot) => sameId.includes(slot));
    return disagrees ? ask('exchange.ask.id-against-domain', [...sameId, ...other]) : match;
  }

  if (sameDomain.length > 0) {
    const best = narrowed(sameDomain, named);
    const elsewhere = named.filter(
      (slot) => !sameDomain.includes(slot) && index.evidenceOf(slot).domain === undefined,
    );
    const [only] = best;
    if (only !== undefined && best.length === 1 && otherKindOfId(row, index.evidenceOf(only))) {
      return harmless(best) === only ? choose(best, 'domain', '') : ask('exchange.ask.other-crm-id', best);
    }
    if (elsewhere.length > 0 && !best.some((slot) => named.includes(slot))) {
      return ask('exchange.ask.domain-against-name', [...best, ...elsewhere]);
    }
    return choose(best, 'domain', 'exchange.ask.same-domain');
  }

  const sure = named.filter((slot) => sameKnownCountry(row, index.evidenceOf(slot)));
  const pool = sure.length > 0 ? sure : named;
  const agreeing = pool.filter((slot) => domainAgrees(row, index.evidenceOf(slot)));
  if (agreeing.length === 0 && pool.length > 0) return ask('exchange.ask.name-against-domain', pool);
  const [same] = agreeing;
  if (same !== undefined && agreeing.length === 1 && otherKindOfId(row, index.evidenceOf(same))) {
    return ask('exchange.ask.name-other-crm-id', agreeing);
  }
  return choose(agreeing, 'name', 'exchange.ask.same-name');
}

const ask = (id: string, candidates: readonly number[]): Match => ({
  kind: 'ask',
  why: { id, params: { candidates: candidates.length } },
  candidates,
});

/** Those of `slots` that the name points to as well, when it points to any. */
function narrowed(slots: readonly number[], named: readonly number[]): readonly number[] {
  if (slots.length < 2) return slots;
  const both = slots.filter((slot) => named.includes(slot));
  return both.length > 0 ? both : slots;
}

/** Two ids of one CRM that differ are two accounts. */
const crmAgrees = (row: Evidence, account: Evidence): boolean =>
  row.crm === undefined ||
  account.crm === undefined ||
  row.crm === account.crm ||
  row.crmKind !== account.crmKind;

const otherKindOfId = (row: Evidence, account: Evidence): boolean =>
  row.crm !== undefined && account.crm !== undefined && row.crm !== account.crm;

const domainAgrees = (row: Evidence, account: Evidence): boolean =>
  row.domain === undefined || account.domain === undefined || row.domain === account.domain;

const sameKnownCountry = (row: Evidence, account: Evidence): boolean =>
  row.country !== undefined && row.country === account.country;

/** Same name; ids and countries, where both are known, must not differ. */
const canBeSame = (row: Evidence, account: Evidence): boolean =>
  crmAgrees(row, account) &&
  (row.country === undefined || account.country === undefined || row.country === account.country);
