import { addressKey, addressSources, type Account } from '../accounts/account.ts';
import { looseName } from '../accounts/names.ts';
import { crmIdKey, nameKey, websiteDomain } from '../exchange/match-keys.ts';
import type { CompanyQuery } from './company-query.ts';

/** By what an account may be the company that was asked about (TER-9); the surest first. */
const hitReasons = [
  'domain',
  'mail domain',
  'name',
  'similar name',
  'address',
  'unit address',
  'parent',
] as const;
export type HitReason = (typeof hitReasons)[number];

export interface Hit {
  readonly id: string;
  readonly reasons: readonly { readonly by: HitReason; readonly value: string }[];
}

/** The accounts of a book by everything a company may be asked about. Built once for a book. */
export class CompanyIndex {
  readonly #byDomain = new Map<string, Set<string>>();
  readonly #byName = new Map<string, Set<string>>();
  readonly #byLooseName = new Map<string, Set<string>>();
  readonly #byStreet = new Map<string, Set<string>>();
  readonly #byCrmId = new Map<string, Set<string>>();

  constructor(accounts: Iterable<Account> = []) {
    for (const account of accounts) this.add(account);
  }

  add(account: Account): void {
    const { id } = account;
    for (const website of [account.website, ...(account.otherDomains ?? [])]) {
      const domain = website === undefined ? undefined : websiteDomain(website);
      if (domain !== undefined) add(this.#byDomain, domain, id);
    }
    for (const name of [account.name, ...(account.otherNames ?? [])]) {
      add(this.#byName, nameKey(name), id);
      add(this.#byLooseName, looseName(name), id);
    }
    if (account.crmId !== undefined) add(this.#byCrmId, crmIdKey(account.crmId), id);
    for (const source of addressSources) {
      add(this.#byStreet, streetKey(account[addressKey(source, 'street')]), id);
    }
  }

  /** The accounts that may be the company, with why; the surest first, then by id. */
  find(query: CompanyQuery): Hit[] {
    const found = new Map<string, Hit['reasons'][number][]>();
    const note = (ids: Iterable<string> | undefined, by: HitReason, value: string): void => {
      for (const id of ids ?? []) {
        const reasons = found.get(id) ?? [];
        const isWeaker = by === 'similar name' && reasons.some((reason) => reason.by === 'name');
        const isTold = reasons.some((reason) => reason.value === value);
        if (!isWeaker && !isTold) reasons.push({ by, value });
        found.set(id, reasons);
      }
    };
    for (const [by, text] of [
      ['domain', query.website],
      ['mail domain', query.mail],
    ] as const) {
      const domain = text === undefined ? undefined : websiteDomain(text);
      if (domain !== undefined) note(this.#byDomain.get(domain), by, domain);
    }
    if (query.name !== undefined) {
      note(this.#byName.get(nameKey(query.name)), 'name', query.name);
      note(this.#byLooseName.get(looseName(query.name)), 'similar name', query.name);
    }
    for (const [by, street] of [
      ['address', query.street],
      ['unit address', query.unitStreet],
    ] as const) {
      if (street !== undefined) note(this.#byStreet.get(streetKey(street)), by, street);
    }
    const rank = ({ reasons: [first] }: Hit): number => (first ? hitReasons.indexOf(first.by) : 0);
    return [...found]
      .map(([id, reasons]): Hit => ({ id, reasons }))
      .sort((a, b) => rank(a) - rank(b) || b.reasons.length - a.reasons.length || (a.id < b.id ? -1 : 1));
  }

  /** The one account that a parent's name or CRM id means; `undefined` when none or several do. */
  parentOf(reference: string): string | undefined {
    const byId = this.#byCrmId.get(crmIdKey(reference));
    const byName = this.#byName.get(nameKey(reference));
    const [only, ...others] = byId ?? byName ?? [];
    return others.length === 0 ? only : undefined;
  }
}

function add(map: Map<string, Set<string>>, key: string, id: string): void {
  if (key === '') return;
  const known = map.get(key);
  if (known) known.add(id);
  else map.set(key, new Set([id]));
}

const endings: Readonly<Record<string, string>> = {
  street: 'st',
  avenue: 'ave',
  boulevard: 'blvd',
  road: 'rd',
  drive: 'dr',
  lane: 'ln',
  suite: 'ste',
  strasse: 'str',
};

/** "1 Main Street" and "1 Main St." are one. A street without a number says too little. */
function streetKey(street: string | undefined): string {
  if (street === undefined || !/\d/.test(street)) return '';
  return nameKey(street)
    .split(' ')
    .map((word) => endings[word] ?? word)
    .join(' ');
}
