import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RowKind } from '../../../src/shared/exchange/plan.ts';
import {
  addUp,
  applied,
  fileOf,
  inspected,
  memoryStore,
  planned,
  sessionOn,
  suggested,
  words,
} from './memory-store.ts';

/** Public lists beside the repository; they are not part of it. */
const folder = join(import.meta.dirname, '../../../../shared/data');

interface Expected {
  readonly file: string;
  /** Header and the field it must be suggested for; all other columns are custom fields. */
  readonly fields: Readonly<Record<string, string>>;
  readonly counts: Partial<Record<RowKind | 'read', number>>;
  /** Part of one account as it must arrive. */
  readonly account: Readonly<Record<string, unknown>>;
}

const lists: readonly Expected[] = [
  {
    file: 'us-fortune500-hq-hifld.csv',
    fields: {
      NAME: 'name',
      ADDRESS: 'billingStreet',
      CITY: 'billingCity',
      STATE: 'billingState',
      ZIP: 'billingPostalCode',
      EMPLOYEES: 'employeesImported',
      REVENUES: 'revenue',
      WEBSITE: 'website',
    },
    counts: { read: 500, refused: 0, skipped: 0 },
    account: {
      name: 'ALBERTSONS COS.',
      billingStreet: '250 PARKCENTER BOULEVARD',
      billingState: 'ID',
      billingPostalCode: '83706',
      employeesImported: 274_000,
      revenue: 58_734_000_000,
      website: 'HTTPS://WWW.ALBERTSONS.COM/#1',
    },
  },
  {
    file: 'us-montana-smb-ppp-2020.csv',
    fields: {
      BusinessName: 'name',
      Address: 'billingStreet',
      City: 'billingCity',
      State: 'billingState',
      Zip: 'billingPostalCode',
      JobsRetained: 'employeesImported',
      NAICSTitle: 'industry',
    },
    counts: { read: 2178, new: 2176, merged: 1, undecided: 1 },
    account: { name: 'BETTER BUSINESS SYSTEMS INC', employeesImported: 348, billingCity: 'BILLINGS' },
  },
  {
    file: 'world-large-companies-yago-wikipedia.csv',
    fields: {
      name: 'name',
      country: 'billingCountry',
      people: 'employeesImported',
      industry: 'industry',
      web: 'website',
      description: 'description',
    },
    counts: { read: 1555, refused: 0, skipped: 0 },
    account: { name: 'State Grid Corporation of China', billingCountry: 'China', employeesImported: 927_839 },
  },
  {
    file: 'sp500-constituents.csv',
    fields: { Security: 'name', 'GICS Sub-Industry': 'industry' },
    counts: { read: 503, new: 503 },
    account: {
      name: '3M',
      industry: 'Industrial Conglomerates',
      custom: expect.objectContaining({ cik: '66740' }) as unknown,
    },
  },
  {
    file: 'sec-ex21-parent-subsidiary.csv',
    fields: { ParentName: 'parentRef', Subsidiary: 'name' },
    counts: { read: 2425, refused: 1, skipped: 0 },
    account: { name: 'Sabine Oil & Gas Finance Corporation' },
  },
  {
    file: 'world-listed-companies-unique-28k.csv',
    fields: {
      name: 'name',
      industry: 'industry',
      country: 'billingCountry',
      state: 'billingState',
      city: 'billingCity',
      zipcode: 'billingPostalCode',
      website: 'website',
    },
    counts: { read: 28_144, refused: 0, skipped: 0 },
    account: { name: 'Aalberts N.V.', billingPostalCode: '3521 AZ', website: 'http://www.aalberts.com' },
  },
];

const here = existsSync(folder);

const realLists = (): void => {
  for (const { file, fields, counts, account } of lists) {
    it(file, async () => {
      const store = memoryStore();
      const session = sessionOn(store);
      const list = fileOf(readFileSync(join(folder, file)), file);
      const report = await inspected(session, list);
      const found = report.columns.flatMap(({ header, suggestion: { mapping } }) =>
        mapping.target.kind === 'field' ? [[header, mapping.target.key] as const] : [],
      );
      expect(Object.fromEntries(found)).toEqual(fields);
      const plan = await planned(session, list, suggested(report));
      addUp(plan);
      expect(plan.counts).toMatchObject(counts);
      await applied(session);
      expect(store.accounts()[0]).toMatchObject(account);

      const again = sessionOn(store);
      const second = await planned(again, list, suggested(report));
      addUp(second);
      expect(second.counts).toMatchObject({ new: 0, changed: 0, identical: plan.counts.new });
      expect((await applied(again)).n).toBeNull();
    });
  }

  it('a list without names says so', async () => {
    const session = sessionOn(memoryStore());
    const file = fileOf(readFileSync(join(folder, 'naics-6-digit-codes.csv')));
    const plan = await session.setMapping(suggested(await inspected(session, file)));
    expect(plan.ok ? [] : plan.error.map(({ message }) => words(message))).toEqual([
      expect.stringMatching(/No column is mapped to Account Name/),
    ]);
  });
};

if (here) describe('real lists', { timeout: 60_000 }, realLists);
else {
  describe('real lists', () => {
    it('are reported as not run where their folder is missing', () => {
      console.log(`NOT RUN: real lists, because ${folder} is not there (${lists.length + 1} tests)`);
      expect(lists.every(({ file }) => !existsSync(join(folder, file)))).toBe(true);
    });
  });
}
