import { describe, expect, it } from 'vitest';
import { accountValues, statuses } from '../../../src/shared/accounts/account.ts';
import { buildAccount, buildAccounts } from '../../builders/accounts.ts';
import { companySource } from '../../builders/company.ts';
import { seededRandom } from '../../builders/random.ts';

describe('built accounts', () => {
  it('are the same for the same seed', () => {
    expect(buildAccounts(50, 11)).toEqual(buildAccounts(50, 11));
    expect(buildAccounts(50, 11)).not.toEqual(buildAccounts(50, 12));
  });

  it('are valid accounts, and lose nothing in the schema', () => {
    for (const { id, ...values } of buildAccounts(500, 4)) {
      expect(id).toMatch(/^[0-9a-f]{8}-/);
      expect(accountValues.parse(values)).toEqual(values);
    }
    expect(accountValues.parse(buildAccount())).toEqual(buildAccount());
  });

  it('show every status, and an open stint exactly where an account is worked', () => {
    const accounts = buildAccounts(800, 5);
    expect(new Set(accounts.map((account) => account.status ?? ''))).toEqual(new Set(statuses));
    for (const { status, stints = [] } of accounts) {
      const open = stints.filter((stint) => stint.end === undefined);
      expect(open).toHaveLength(status === 'Actively Working' ? 1 : 0);
    }
  });

  it('never repeat a name or a domain, in 100,000 companies', () => {
    const next = companySource(seededRandom(2));
    const names = new Set<string>();
    const domains = new Set<string>();
    for (let index = 0; index < 100_000; index += 1) {
      const company = next();
      names.add(company.coreName.toLowerCase());
      domains.add(company.domain);
    }
    expect(names.size).toBe(100_000);
    expect(domains.size).toBe(100_000);
  });

  it('hold the hierarchies that were asked for', () => {
    const hierarchies = { share: 0.5, maxDepth: 3, cycles: 2, missingParents: 4 };
    const accounts = buildAccounts(300, 8, { hierarchies });
    const byId = new Map(accounts.map((account) => [account.id, account]));
    const inCycle = accounts.filter((account) => {
      let ancestor = account.parentId;
      for (let steps = 0; ancestor !== undefined && steps < accounts.length; steps += 1) {
        if (ancestor === account.id) return true;
        ancestor = byId.get(ancestor)?.parentId;
      }
      return false;
    });
    expect(inCycle.length).toBeGreaterThan(0);
    const orphans = accounts.filter((a) => a.parentRef !== undefined && a.parentId === undefined);
    expect(orphans).toHaveLength(4);
    expect(accounts.filter((a) => a.parentId !== undefined).length).toBeGreaterThan(80);
  });
});
