// Before anything that loads Dexie: it looks for IndexedDB once.
import 'fake-indexeddb/auto';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { BookRow, View } from '../../../../src/renderer/store/api.ts';
import { shippedViews } from '../../../../src/shared/views/shipped-views.ts';
import { printSeed, runs, seededRandom, type SeededRandom } from '../../../builders/random.ts';
import { NodeStore } from './node-store.ts';

/** Days are numbers from the day of the store's clock on, a Monday: -3 is three days ago. */
const day = (offset: number): string => `{{${offset}}}`;

interface Person {
  readonly name: string;
  readonly country: 'United States' | 'Germany';
  /** Before May 2018. */
  readonly isOld: boolean;
  readonly source: string;
  readonly mailOptIn: boolean;
  readonly raisedHand: boolean;
  readonly doNotCall: boolean;
  readonly partnerProspected: boolean;
  readonly inactive: boolean;
  readonly phone: boolean;
  readonly sequencedOn: number | null;
  readonly touchLevel: 'high' | 'low';
  readonly moment: number;
}

interface Deal {
  readonly isLost: boolean;
  readonly created: number;
  readonly closed: number;
}

interface Company {
  readonly name: string;
  readonly country: 'United States' | 'Germany' | 'France' | 'Japan';
  readonly status: '' | 'Queued' | 'Actively Working' | 'Worked in FY' | 'Restricted';
  readonly bdr: 'Ada' | ' ADA ' | 'Bob' | '';
  readonly start: number;
  readonly nextStep: number | null;
  readonly isResearched: boolean;
  readonly isNominated: boolean;
  readonly people: readonly Person[];
  readonly deals: readonly Deal[];
}

const drawPerson = (random: SeededRandom, name: string): Person => ({
  name,
  country: random.pick(['United States', 'Germany']),
  isOld: random.chance(0.3),
  source: random.pick(['ZoomInfo', 'Fair', 'Product sign-up']),
  mailOptIn: random.chance(0.4),
  raisedHand: random.chance(0.5),
  doNotCall: random.chance(0.2),
  partnerProspected: random.chance(0.15),
  inactive: random.chance(0.1),
  phone: random.chance(0.7),
  sequencedOn: random.chance(0.7) ? -random.int(0, 22) : null,
  touchLevel: random.pick(['high', 'low']),
  moment: -random.int(1, 400),
});

const drawDeal = (random: SeededRandom): Deal => {
  const closed = -random.int(27, 32);
  return {
    isLost: random.chance(0.75),
    created: random.chance(0.3) ? -random.int(28, 31) : closed - 60,
    closed,
  };
};

const drawCompany = (random: SeededRandom, name: string): Company => ({
  name,
  country: random.pick(['United States', 'Germany', 'France', 'Japan']),
  status: random.weighted([
    ['Actively Working', 5],
    ['', 1],
    ['Queued', 2],
    ['Worked in FY', 1],
    ['Restricted', 1],
  ]),
  bdr: random.weighted([
    ['Ada', 4],
    [' ADA ', 1],
    ['Bob', 2],
    ['', 1],
  ]),
  start: -random.int(0, 18),
  nextStep: random.chance(0.6) ? random.int(-2, 8) : null,
  isResearched: random.chance(0.5),
  isNominated: random.chance(0.2),
  people: Array.from({ length: random.int(0, 7) }, (_, at) => drawPerson(random, `${name}, person ${at}`)),
  deals: Array.from(
    {
      length: random.weighted([
        [0, 5],
        [1, 4],
        [2, 2],
      ]),
    },
    () => drawDeal(random),
  ),
});

/** A second, plain reading of domain section 11; it imports nothing of the app. */
const isWorked = ({ status }: Company): boolean => status === 'Actively Working';
const isMine = ({ bdr }: Company): boolean => bdr.trim().toLowerCase() === 'ada';
const isMissingResearch = (it: Company): boolean =>
  isWorked(it) && (!it.isResearched || it.nextStep === null);

/** Last days of AW-9 and AW-10 where they are not met yet. */
function lastDays(it: Company): number[] {
  const sequenced = it.people.filter(
    ({ sequencedOn: on, partnerProspected }) =>
      on !== null && !partnerProspected && on >= it.start && on <= it.start + 15,
  );
  return [
    ...(isMissingResearch(it) ? [it.start + 10] : []),
    ...(sequenced.length < 5 ? [it.start + 15] : []),
  ];
}

const accountViews: Readonly<Record<string, (it: Company) => boolean>> = {
  B1: ({ country }) => country === 'United States',
  B2: isMine,
  B3: (it) => isWorked(it) && isMine(it),
  'past-due': (it) => isWorked(it) && it.nextStep !== null && it.nextStep < 0,
  // Today is a Monday: the week has six days more.
  'due-this-week': (it) => isWorked(it) && it.nextStep !== null && it.nextStep >= 0 && it.nextStep <= 6,
  nominated: (it) => it.isNominated && !isWorked(it),
  'missing-research': isMissingResearch,
  'returning-soon': (it) =>
    isWorked(it) && lastDays(it).every((last) => last >= 0) && lastDays(it).some((last) => last <= 6),
  'closed-lost': ({ deals }) =>
    deals.some(({ isLost, closed }) => isLost && closed <= -30) &&
    deals.every(({ isLost, closed, created }) => isLost && closed <= -30 && created <= -30),
  'no-territory': ({ country }) => country === 'France' || country === 'Japan',
};

function mayMail({ country, isOld, source, mailOptIn, raisedHand }: Person): boolean {
  if (source === 'Product sign-up' && !raisedHand) return false;
  return country !== 'Germany' || (isOld ? mailOptIn : source === 'ZoomInfo');
}

const peopleViews: Readonly<Record<string, (it: Person, at: Company) => boolean>> = {
  'to-sequence': (it, at) =>
    isWorked(at) && isMine(at) && mayMail(it) && !it.partnerProspected && !it.inactive,
  'call-down': (it) =>
    it.sequencedOn !== null && it.touchLevel === 'high' && it.phone && mayMail(it) && !it.doNotCall,
};

const mappingRow = (code: string, country: string, bdr: string) => ({
  code,
  segments: ['Mid-Market'],
  languages: [],
  countries: [country],
  states: [],
  postalPrefixes: [],
  namedAccounts: [],
  motion: 'any',
  region: 'Anywhere',
  tier: 'P0',
  bdr,
  aes: [],
});

/** The book as a file that the store loads; nothing maps Japan, two rows want France. */
function fileOf(companies: readonly Company[]): string {
  return JSON.stringify({
    format: 1,
    settings: { name: 'Drawn', bdr: 'Ada', fiscalYearFirstMonth: 2 },
    accounts: companies.map((it) => ({
      key: it.name,
      values: {
        name: it.name,
        employeesImported: 500,
        billingCountry: it.country,
        ...(it.status !== '' && { status: it.status }),
        ...(it.bdr !== '' && { bdrAssigned: it.bdr }),
        ...(isWorked(it) && { stints: [{ start: day(it.start), actor: 'Ada' }] }),
        ...(it.nextStep !== null && { bdrNextStepDate: day(it.nextStep) }),
        ...(it.isResearched && {
          accountResearch: 'Read',
          accountStrategy: 'Priority 2',
          bdrNextStep: 'Call',
        }),
        ...(it.isNominated && { nominatedBy: 'Sal', nominatedOn: day(-1) }),
      },
    })),
    prospects: companies.flatMap((it) =>
      it.people.map((person) => ({
        accountKey: it.name,
        values: {
          name: person.name,
          country: person.country,
          addedOn: person.isOld ? '2018-04-30' : '2018-05-01',
          source: person.source,
          ...(person.mailOptIn && { mailOptIn: true }),
          ...(person.raisedHand && { raisedHand: true }),
          ...(person.doNotCall && { doNotCall: true }),
          ...(person.partnerProspected && { partnerProspected: true }),
          ...(person.inactive && { inactive: true }),
          ...(person.phone && { phone: '+1 555 0100' }),
          ...(person.sequencedOn !== null && { sequencedOn: day(person.sequencedOn), state: 'active' }),
          touchLevel: person.touchLevel,
          lastInterestingMomentDate: day(person.moment),
        },
      })),
    ),
    opportunities: companies.flatMap((it) =>
      it.deals.map(({ isLost, created, closed }) => ({
        accountKey: it.name,
        values: {
          name: 'Deal',
          createdDate: day(created),
          stage: isLost ? '7-Closed Lost' : '2-Discovery',
          ...(isLost && { closeDate: day(closed) }),
        },
      })),
    ),
    mapping: {
      source: 'Drawn',
      rows: [
        mappingRow('US', 'US', 'Ada'),
        mappingRow('DE', 'DE', 'Bob'),
        mappingRow('FR-1', 'FR', 'Ada'),
        mappingRow('FR-2', 'FR', 'Bob'),
      ],
    },
    exceptions: [],
  });
}

/** The store with a drawn book in it, and what it tells its page. */
async function open(random: SeededRandom, companies: readonly Company[]) {
  const rows = new Map<number, BookRow>();
  const views = new Map<number, View>();
  const store = await NodeStore.create(random, (message) => {
    if (message.kind === 'view') views.set(message.id, message.view);
    if (message.kind !== 'rows') return;
    message.rows.forEach((row, at) => {
      if (row) rows.set(message.slots[at] ?? -1, row);
    });
  });
  onTestFinished(() => store.close());
  const loaded = await store.session.run({ kind: 'loadSample', text: fileOf(companies) });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  await vi.waitFor(() => expect([...rows.values()].every(({ decided }) => decided)).toBe(true), {
    timeout: 20_000,
  });
  return { store, rows, views };
}

const viewOf = (key: string) => {
  const found = shippedViews.find((shipped) => shipped.key === key);
  if (!found) throw new Error(`No view is called ${key}.`);
  return found.view;
};

describe('shipped views (domain section 11) against a plain count', () => {
  const seed = printSeed('shipped views');

  it.each(Array.from({ length: runs(2) }, (_, at) => at + 1))('book %i', { timeout: 120_000 }, async (at) => {
    const random = seededRandom(seed).fork(`book ${at}`);
    const companies = Array.from({ length: 160 }, (_, n) => drawCompany(random, `Company ${n}`));
    const { store, rows, views } = await open(random, companies);
    expect(rows.size).toBe(companies.length);

    const found: Record<string, readonly string[]> = {};
    const counted: Record<string, readonly string[]> = {};
    for (const [id, [key, holds]] of Object.entries(accountViews).entries()) {
      store.session.openView(id, { filter: { conditions: viewOf(key).conditions }, sort: { key: 'name' } });
      const view = await vi.waitFor(() => {
        const told = views.get(id);
        if (!told) throw new Error(`Nothing was told of ${key}.`);
        return told;
      });
      found[key] = [...view.slots].map((slot) => rows.get(slot)?.name ?? '').sort();
      counted[key] = companies
        .filter(holds)
        .map(({ name }) => name)
        .sort();
    }
    for (const [key, holds] of Object.entries(peopleViews)) {
      const { conditions, sort } = viewOf(key);
      const page = await store.session.ask('people', { text: '', conditions, sort, offset: 0, limit: 2000 });
      const names = page.lines.map(({ values }) => String(values['name']));
      found[key] = names.toSorted();
      counted[key] = companies
        .flatMap((company) => company.people.filter((it) => holds(it, company)))
        .map(({ name }) => name)
        .sort();
      if (key !== 'to-sequence') continue;
      const moments = new Map(companies.flatMap(({ people }) => people.map((it) => [it.name, it.moment])));
      const inOrder = names.map((name) => moments.get(name) ?? 0);
      expect(inOrder, 'the newest moment first').toEqual(inOrder.toSorted((a, b) => b - a));
    }
    expect(found).toEqual(counted);
    // Every view has something to say, so that none agrees by being empty.
    for (const [key, names] of Object.entries(found)) expect(names.length, key).toBeGreaterThan(0);
    const known = shippedViews.filter(({ view }) => view.list !== 'opportunities').map(({ key }) => key);
    expect(Object.keys(found).sort()).toEqual(known.sort());
  });
});
