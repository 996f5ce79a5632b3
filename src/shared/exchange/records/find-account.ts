import type { Account } from '../../accounts/account.ts';
import { matchableDomains } from '../../accounts/domain-name.ts';
import type { Label } from '../../history/change-set.ts';
import { label } from '../../rule-book/messages.ts';
import { crmIdKey, nameKey } from '../match-keys.ts';
import type { MatchedBy } from '../match-row.ts';

/** What a row says of its account. */
export interface AccountClue {
  readonly crmId?: string | undefined;
  readonly website?: string | undefined;
  readonly name?: string | undefined;
  /** Its domain counts, a free-mail one never. */
  readonly email?: string | undefined;
}

export type AccountFound =
  | { readonly kind: 'found'; readonly id: string; readonly by: MatchedBy }
  | { readonly kind: 'ask'; readonly why: Label; readonly ids: readonly string[] }
  | { readonly kind: 'none' };

type Index = Map<string, string[]>;

/** EX-3 for records of accounts: the account by CRM id, then domain, then name. Built once for a book. */
export class AccountFinder {
  private readonly byCrm: Index = new Map();
  private readonly byDomain: Index = new Map();
  private readonly byName: Index = new Map();
  private readonly names = new Map<string, string>();

  constructor(accounts: readonly Account[]) {
    for (const account of accounts) {
      const { id, crmId, name, otherNames = [] } = account;
      this.names.set(id, name);
      if (crmId !== undefined) add(this.byCrm, crmIdKey(crmId), id);
      for (const domain of matchableDomains(account)) add(this.byDomain, domain, id);
      for (const known of [name, ...otherNames]) add(this.byName, nameKey(known), id);
    }
  }

  nameOf(id: string): string | undefined {
    return this.names.get(id);
  }

  find({ crmId, website, name, email }: AccountClue): AccountFound {
    const byId = crmId === undefined ? [] : (this.byCrm.get(crmIdKey(crmId)) ?? []);
    if (byId.length > 0) return chosen(byId, 'crmId');
    const named = name === undefined ? [] : (this.byName.get(nameKey(name)) ?? []);
    for (const address of [website, email]) {
      const [domain] = address === undefined ? [] : matchableDomains({ website: address });
      const here = domain === undefined ? [] : (this.byDomain.get(domain) ?? []);
      if (here.length === 0) continue;
      // Several accounts of one domain are told apart by the name.
      const both = here.filter((id) => named.includes(id));
      return chosen(both.length > 0 ? both : here, 'domain');
    }
    return named.length === 0 ? { kind: 'none' } : chosen(named, 'name');
  }
}

const whys = {
  crmId: 'exchange.record.several-crm-id',
  domain: 'exchange.record.several-domain',
  name: 'exchange.record.several-name',
} as const;

function chosen(ids: readonly string[], by: MatchedBy): AccountFound {
  const [only, ...others] = ids;
  if (only === undefined) return { kind: 'none' };
  return others.length === 0 ? { kind: 'found', id: only, by } : { kind: 'ask', why: label(whys[by]), ids };
}

function add(index: Index, key: string, id: string): void {
  if (key === '') return;
  const present = index.get(key);
  if (present === undefined) index.set(key, [id]);
  else if (!present.includes(id)) present.push(id);
}
