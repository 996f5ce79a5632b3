import type {
  Account,
  AccountValues,
  EmployeeCount,
  Status,
  Stint,
} from '../../src/shared/accounts/account.ts';
import { addDays, type IsoDate } from '../../src/shared/clock.ts';
import { uuidV7Source } from '../../src/shared/ids.ts';
import { companySource, person, prose, type Company, type CompanyOptions } from './company.ts';
import { linkHierarchies, type HierarchyOptions } from './hierarchies.ts';
import { seededRandom, type SeededRandom } from './random.ts';
import { nextSteps, techniques } from './words/business-words.ts';

/** The day that built accounts are dated around, unless another is given. */
export const builtToday = '2026-03-16' as IsoDate;

/** A small, valid account for tests that care about two or three fields only. */
export const buildAccount = (overrides: Partial<AccountValues> = {}): AccountValues => ({
  name: 'Alder Works',
  ...overrides,
});

export interface AccountOptions extends CompanyOptions {
  readonly today?: IsoDate;
  /** Who "BDR Assigned" names on accounts that have one. */
  readonly bdr?: string;
  readonly hierarchies?: HierarchyOptions;
}

/** Whole books of realistic accounts with ids: the same `n`, seed and options give the same accounts. */
export function buildAccounts(n: number, seed: number, options: AccountOptions = {}): Account[] {
  const random = seededRandom(seed);
  const nextCompany = companySource(random.fork('companies'), options);
  const ids = seededIds(random.fork('ids'));
  const accounts = Array.from({ length: n }, (): Account => ({
    ...accountOf(nextCompany(), random, options),
    id: ids(),
  }));
  return options.hierarchies
    ? linkHierarchies(accounts, random.fork('hierarchies'), options.hierarchies)
    : accounts;
}

/** Ids like the app's own, the same in every run. */
export function seededIds(random: SeededRandom): () => string {
  let now = Date.UTC(2026, 0, 1);
  const source = uuidV7Source(
    () => (now += 1),
    (into) => into.map(() => random.int(0, 255)),
  );
  return source.next;
}

/** The values of one account: every kind of field, sparse as real books are. */
function accountOf(company: Company, random: SeededRandom, options: AccountOptions): AccountValues {
  const values: Record<string, unknown> = { name: company.name };
  const some = (share: number, key: keyof AccountValues, value: () => unknown): void => {
    if (random.chance(share)) values[key] = value();
  };
  if (company.hasWebsite) values['website'] = `https://www.${company.domain}`;
  some(0.7, 'crmId', () => `001${String(company.index).padStart(12, '0')}`);
  some(0.6, 'industry', () => company.industry);
  some(0.3, 'description', () => company.description);
  some(0.5, 'owner', () => company.owner);
  some(0.5, 'bdrAssigned', () => options.bdr ?? person(random));
  some(0.4, 'phone', () => company.phone);
  some(0.1, 'otherDomains', () => [
    `shop-${company.domain}`,
    `${company.domain.split('.')[0] ?? ''}-jobs.com`,
  ]);
  some(0.2, 'type', () => random.pick(['prospect', 'customer', 'former customer', 'reseller']));
  some(0.05, 'publicSector', () => true);
  addEmployees(values, company, random);
  addAddresses(values, company, random);
  addSignals(values, random, options.today ?? builtToday, some);
  addPlanning(values, random, options.today ?? builtToday, some);
  some(0.2, 'custom', () => ({ fleet_size: String(random.int(1, 900)), erp: random.pick(techniques) }));
  return values as AccountValues;
}

type Some = (share: number, key: keyof AccountValues, value: () => unknown) => void;

/** SEG-2: none, one or several sources; a range now and then, some across a border. */
function addEmployees(values: Record<string, unknown>, company: Company, random: SeededRandom): void {
  const count = (): EmployeeCount =>
    random.weighted<() => EmployeeCount>([
      [() => company.employees, 80],
      [() => random.pick([{ min: 50, max: 99 }, { min: 100, max: 499 }, { min: 2000 }]), 12],
      [() => random.pick([{ min: 51, max: 200 }, { min: 1000, max: 4999 }, { min: 1 }]), 8],
    ])();
  if (random.chance(0.1)) values['employeesOverride'] = count();
  if (random.chance(0.4)) values['employeesZoomInfo'] = count();
  if (random.chance(0.3)) values['employeesDataFox'] = count();
  if (random.chance(0.6)) values['employeesImported'] = count();
}

function addAddresses(values: Record<string, unknown>, company: Company, random: SeededRandom): void {
  const sources = (['override', 'dataFox', 'zoomInfo', 'shipping', 'billing'] as const).filter((source) =>
    random.chance(source === 'billing' ? 0.9 : 0.15),
  );
  for (const source of sources) {
    values[`${source}Street`] = company.street;
    values[`${source}City`] = company.place.city;
    if (company.place.state !== '') values[`${source}State`] = company.place.state;
    values[`${source}PostalCode`] = company.place.postalCode;
    if (random.chance(0.95)) values[`${source}Country`] = company.place.country;
  }
}

function addSignals(values: Record<string, unknown>, random: SeededRandom, today: IsoDate, some: Some): void {
  some(0.3, 'dbQs', () => random.int(0, 100));
  some(0.3, 'intent', () => random.pick(['high', 'medium', 'low']));
  some(0.2, 'lamDevelopers', () => random.int(0, 4000));
  some(0.2, 'itTeddCount', () => random.int(0, 6000));
  some(0.15, 'totalCarr', () => random.pick([0, 47.99, 48, 48.01, random.int(100, 90_000)]));
  some(0.15, 'ceUsers', () => random.int(0, 700));
  some(0.2, 'techUsed', () => random.shuffle(techniques).slice(0, 3).join(', '));
  some(0.2, 'triggers', () => [{ text: prose(random), date: addDays(today, -random.int(0, 200)) }]);
  if (values['totalCarr'] !== undefined) values['renewalDate'] = addDays(today, random.int(-30, 400));
}

/** Status, and what that status needs: an open stint, a reason, a year. */
function addPlanning(
  values: Record<string, unknown>,
  random: SeededRandom,
  today: IsoDate,
  some: Some,
): void {
  const status = random.weighted<Status>([
    ['', 45],
    ['Queued', 20],
    ['Actively Working', 20],
    ['Worked in FY', 12],
    ['Restricted', 3],
  ]);
  if (status !== '') values['status'] = status;
  const stints: Stint[] = [];
  if (status === 'Worked in FY' || random.chance(0.1)) {
    const start = addDays(today, -random.int(200, 340));
    stints.push({ start, end: addDays(start, random.int(5, 60)), reason: 'No active sequence for 30 days' });
    values['fiscalYearsWorked'] = [2026];
  }
  if (status === 'Actively Working') stints.push({ start: addDays(today, -random.int(0, 120)) });
  if (stints.length > 0) values['stints'] = stints;
  if (status === 'Restricted') {
    values['restrictionReason'] = 'The AE asked to wait for the renewal';
    values['restrictionAskedBy'] = person(random);
  }
  const worked = status === 'Actively Working' || status === 'Queued';
  some(worked ? 0.8 : 0.1, 'priority', () =>
    random.weighted([
      [1, 15],
      [2, 35],
      [3, 50],
    ]),
  );
  some(worked ? 0.7 : 0.1, 'accountResearch', () => prose(random));
  some(worked ? 0.5 : 0.05, 'accountStrategy', () => `Priority ${random.int(1, 3)}: ${prose(random)}`);
  some(worked ? 0.5 : 0.05, 'bdrNextStep', () => random.pick(nextSteps));
  some(worked ? 0.5 : 0.05, 'bdrNextStepDate', () => addDays(today, random.int(-20, 40)));
}
