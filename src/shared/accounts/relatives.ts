import { addressKey, addressSources, type Account, type AddressPart, type AddressSource } from './account.ts';
import { matchableDomains } from './domain-name.ts';
import { looseName } from './names.ts';
import { fold } from './normalise.ts';

/** How another account is related: above or below in the hierarchy, or perhaps the same organisation. */
export type Relation = 'parent' | 'child' | 'same domain' | 'alias' | 'same address';

export interface Relative {
  readonly id: string;
  readonly relation: Relation;
  /** What they share: the domain, the name or the address; '' in a hierarchy. */
  readonly by: string;
}

/** What relatives are found by. */
export interface RelativeFacts {
  readonly id: string;
  readonly parentId?: string;
  readonly domains: readonly string[];
  /** Its names without legal forms, case and signs. */
  readonly names: readonly string[];
  /** Streets with town and country, of every source: the headquarters and its units. */
  readonly addresses: readonly string[];
}

/** @param mailAddresses of the account's people: their domains are the account's too (PR-9) */
export function relativeFacts(account: Account, mailAddresses: readonly string[] = []): RelativeFacts {
  const names = [account.name, ...(account.otherNames ?? [])].map(looseName).filter((name) => name !== '');
  return {
    id: account.id,
    ...(account.parentId !== undefined && { parentId: account.parentId }),
    domains: matchableDomains({
      ...(account.website !== undefined && { website: account.website }),
      otherDomains: [...(account.otherDomains ?? []), ...mailAddresses],
    }),
    names: [...new Set(names)],
    addresses: [...new Set(addressSources.flatMap((source) => addressKeyOf(account, source)))],
  };
}

/** A street alone says nothing: towns share their names. */
function addressKeyOf(account: Account, source: AddressSource): string[] {
  const part = (name: AddressPart): string =>
    fold(account[addressKey(source, name)] ?? '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const street = part('street');
  const town = part('postalCode') || part('city');
  return street === '' || town === '' ? [] : [[street, town, part('country')].filter(Boolean).join(', ')];
}

/**
 * Finds an account's relatives without walking the book: kept up to date account by account. Free-mail and
 * shared hosts relate nobody (EX-3); names are compared loosely, since this only asks.
 */
export class RelativeIndex {
  readonly #facts = new Map<string, RelativeFacts>();
  readonly #children = new Map<string, Set<string>>();
  readonly #byDomain = new Map<string, Set<string>>();
  readonly #byName = new Map<string, Set<string>>();
  readonly #byAddress = new Map<string, Set<string>>();

  put(facts: RelativeFacts): void {
    this.remove(facts.id);
    this.#facts.set(facts.id, facts);
    if (facts.parentId !== undefined) add(this.#children, facts.parentId, facts.id);
    for (const domain of facts.domains) add(this.#byDomain, domain, facts.id);
    for (const name of facts.names) add(this.#byName, name, facts.id);
    for (const address of facts.addresses) add(this.#byAddress, address, facts.id);
  }

  remove(id: string): void {
    const facts = this.#facts.get(id);
    if (!facts) return;
    this.#facts.delete(id);
    if (facts.parentId !== undefined) drop(this.#children, facts.parentId, id);
    for (const domain of facts.domains) drop(this.#byDomain, domain, id);
    for (const name of facts.names) drop(this.#byName, name, id);
    for (const address of facts.addresses) drop(this.#byAddress, address, id);
  }

  /** Each relative once, by its nearest relation: hierarchy, domain, name, address. A circle ends. */
  relativesOf(id: string): Relative[] {
    const facts = this.#facts.get(id);
    if (!facts) return [];
    const found = new Map<string, Relative>();
    const note = (other: string, relation: Relation, by: string): void => {
      if (other !== id && !found.has(other)) found.set(other, { id: other, relation, by });
    };
    for (const above of this.#ancestors(facts)) note(above, 'parent', '');
    for (const below of this.#descendants(id)) note(below, 'child', '');
    for (const domain of facts.domains) {
      for (const other of this.#byDomain.get(domain) ?? []) note(other, 'same domain', domain);
    }
    for (const name of facts.names) {
      for (const other of this.#byName.get(name) ?? []) note(other, 'alias', name);
    }
    for (const address of facts.addresses) {
      for (const other of this.#byAddress.get(address) ?? []) note(other, 'same address', address);
    }
    return [...found.values()];
  }

  #ancestors({ id, parentId }: RelativeFacts): Set<string> {
    const seen = new Set<string>();
    for (let at = parentId; at !== undefined && at !== id && !seen.has(at);) {
      const parent = this.#facts.get(at);
      if (!parent) break;
      seen.add(at);
      at = parent.parentId;
    }
    return seen;
  }

  #descendants(id: string): Set<string> {
    const seen = new Set<string>();
    const waiting = [id];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      for (const child of this.#children.get(at) ?? []) {
        if (child === id || seen.has(child)) continue;
        seen.add(child);
        waiting.push(child);
      }
    }
    return seen;
  }
}

function add(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key);
  if (ids) ids.add(id);
  else index.set(key, new Set([id]));
}

function drop(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key);
  ids?.delete(id);
  if (ids?.size === 0) index.delete(key);
}
