import type { Account } from '../../../../src/shared/accounts/account.ts';
import type { Exceptions } from '../../../../src/shared/territories/exceptions.ts';
import { territoryFacts, type TerritoryFacts } from '../../../../src/shared/territories/facts.ts';
import { MappingIndex } from '../../../../src/shared/territories/mapping-index.ts';
import type { MappingRow } from '../../../../src/shared/territories/mapping.ts';
import {
  contextOf,
  territoryOf,
  type TerritoryContext,
  type TerritoryDecision,
} from '../../../../src/shared/territories/territory-of.ts';

/** A row that says what a test cares about; Large, and worked by Ann, unless it says otherwise. */
export const row = (code: string, part: Partial<MappingRow> = {}): MappingRow => ({
  code,
  segments: ['Large'],
  languages: [],
  countries: [],
  states: [],
  postalPrefixes: [],
  namedAccounts: [],
  bdr: 'Ann Lee',
  motion: 'any',
  aes: [],
  ...part,
});

/** A row without a BDR. */
export const vacantRow = (code: string, part: Partial<MappingRow> = {}): MappingRow => {
  const { bdr: _bdr, ...rest } = row(code, part);
  return rest;
};

export const us = (...codes: string[]): MappingRow['states'] =>
  codes.map((state) => ({ country: 'US', state }));
export const postal = (country: string, ...prefixes: string[]): MappingRow['postalPrefixes'] =>
  prefixes.map((prefix) => ({ country, prefix }));

/** A Large account in Austin, Texas, unless it says otherwise; `undefined` takes a value away. */
export function account(
  id: string,
  part: { readonly [K in keyof Account]?: Account[K] | undefined } = {},
): Account {
  const given: Record<string, unknown> = {
    id,
    name: `Company ${id}`,
    employeesZoomInfo: 5000,
    billingCity: 'Austin',
    billingState: 'TX',
    billingPostalCode: '78701',
    billingCountry: 'United States',
    ...part,
  };
  for (const key of Object.keys(given)) if (given[key] === undefined) Reflect.deleteProperty(given, key);
  return given as unknown as Account;
}

export const factsOf = (accounts: readonly Account[]): TerritoryFacts[] =>
  accounts.map((it) => territoryFacts(it));

export const contextFor = (rows: readonly MappingRow[], exceptions?: Exceptions): TerritoryContext =>
  contextOf(new MappingIndex(rows), exceptions);

/** Decides the first of the accounts, which are one hierarchy. */
export function decide(
  rows: readonly MappingRow[],
  accounts: readonly Account[],
  exceptions?: Exceptions,
): TerritoryDecision {
  const [first] = accounts;
  if (!first) throw new Error('no account');
  return territoryOf(first.id, factsOf(accounts), contextFor(rows, exceptions));
}

/** "WEST", "WEST | EAST" for a conflict, "none: no-match". */
export function said({ outcome }: TerritoryDecision): string {
  switch (outcome.kind) {
    case 'territory':
      return outcome.code;
    case 'conflict':
      return outcome.matches.map(({ code }) => code).join(' | ');
    case 'none':
      return `none: ${outcome.why}`;
  }
}

export const bdrOf = ({ worker }: TerritoryDecision): string => {
  if (worker?.kind === 'row') return worker.bdr;
  return worker?.kind === 'unassigned' ? `unassigned: ${worker.why}` : (worker?.kind ?? 'nobody');
};
