import type { Command } from '../../src/renderer/store/api.ts';
import type { GroundworkDatabase } from '../../src/renderer/store/database.ts';
import type { IsoDate } from '../../src/shared/clock.ts';
import { statuses } from '../../src/shared/accounts/account.ts';
import type { SavedView } from '../../src/shared/views/saved-view.ts';
import type { SeededRandom } from '../builders/random.ts';

/** What a random command may refer to. */
interface Known {
  readonly accounts: readonly string[];
  readonly prospects: readonly string[];
  readonly opportunities: readonly string[];
  readonly views: readonly string[];
}

/** What there is now, by the indexes that tombstones are not in. */
export async function known(database: GroundworkDatabase): Promise<Known> {
  const [accounts, prospects, opportunities, views] = await Promise.all([
    database.accounts.orderBy('nameKey').primaryKeys(),
    database.prospects.orderBy('accountId').primaryKeys(),
    database.opportunities.orderBy('accountId').primaryKeys(),
    database.documents.where('type').equals('view').primaryKeys(),
  ]);
  return {
    accounts: accounts.sort(),
    prospects: prospects.sort(),
    opportunities: opportunities.sort(),
    views: views.sort(),
  };
}

/** The day of every clock here. */
const today = '2026-11-23' as IsoDate;

const owners = ['Sal Ender', 'Ann Other', 'Zoë Quick'];

/** A command that a user could give now; with nothing there yet, a new account. */
export function randomCommand(random: SeededRandom, known: Known): Command {
  const { accounts } = known;
  if (accounts.length < 3) return createAccount(random);
  const some = (): string[] => random.shuffle(accounts).slice(0, random.int(1, Math.min(5, accounts.length)));
  return random.weighted<() => Command>([
    [() => createAccount(random), 3],
    [() => ({ kind: 'editAccounts', ids: some(), patch: randomPatch(random) }), 5],
    [() => ({ kind: 'moveAccounts', ids: some(), to: random.pick(statuses), details: because }), 5],
    [() => placedMove(random, accounts), 4],
    [() => ({ kind: 'deleteAccounts', ids: [random.pick(accounts)] }), 1],
    [
      () => ({
        kind: 'createProspect',
        values: { accountId: random.pick(accounts), name: `Person ${random.int(1, 999)}` },
      }),
      2,
    ],
    [() => ({ kind: 'nominate', ids: some(), by: random.pick(owners) }), 1],
    [() => ({ kind: 'changeRules', values: { limitLarge: random.int(1, 4) }, from: today }), 1],
    [() => ({ kind: 'resetRules', keys: ['limitLarge', 'namedLimit'], from: today }), 0.5],
    [() => createOpportunity(random, accounts), 2],
    [() => ({ kind: 'saveView', id: null, view: randomView(random) }), 0.5],
    ...prospectCommands(random, known),
    ...opportunityCommands(random, known),
    ...viewCommands(random, known),
  ])();
}

const because = { reason: 'A reason', askedBy: 'Sal Ender' };

function prospectCommands(random: SeededRandom, { prospects }: Known): [() => Command, number][] {
  if (prospects.length === 0) return [];
  const id = (): string => random.pick(prospects);
  return [
    [() => ({ kind: 'editProspect', id: id(), patch: { title: random.pick(['CTO', 'Lead', null]) } }), 2],
    [() => ({ kind: 'deleteProspect', id: id() }), 1],
  ];
}

const createOpportunity = (random: SeededRandom, accounts: readonly string[]): Command => ({
  kind: 'createOpportunity',
  values: {
    accountId: random.pick(accounts),
    name: `Deal ${random.int(1, 999)}`,
    ...(random.chance(0.5) && { stage: random.pick(stages) }),
  },
});

const stages = ['1-Pending Acceptance', '3-Technical Evaluation', '8-Closed Lost'];

function opportunityCommands(random: SeededRandom, { opportunities }: Known): [() => Command, number][] {
  if (opportunities.length === 0) return [];
  const id = (): string => random.pick(opportunities);
  return [
    [() => ({ kind: 'editOpportunity', id: id(), patch: { stage: random.pick([...stages, null]) } }), 2],
    [() => ({ kind: 'deleteOpportunity', id: id() }), 1],
  ];
}

const boards: readonly SavedView['board'][] = [
  undefined,
  { lens: 'priority', lanes: 'owner', closed: { owner: [''], territory: [] } },
];

const randomView = (random: SeededRandom): SavedView => {
  const board = random.pick(boards);
  return { ...plainView(random), ...(board && { format: 2, board }) };
};

const plainView = (random: SeededRandom): SavedView => ({
  format: 1,
  list: 'accounts',
  name: `View ${random.int(1, 99)}`,
  text: random.pick(['', 'mill']),
  conditions: [{ field: 'owner', kind: 'is', values: [random.pick(owners)] }],
  columns: ['name', 'owner'],
  sort: { field: 'name', descending: random.chance(0.5) },
});

function viewCommands(random: SeededRandom, { views }: Known): [() => Command, number][] {
  if (views.length === 0) return [];
  return [
    [() => ({ kind: 'saveView', id: random.pick(views), view: randomView(random) }), 0.5],
    [() => ({ kind: 'deleteView', id: random.pick(views) }), 0.5],
  ];
}

const createAccount = (random: SeededRandom): Command => ({
  kind: 'createAccount',
  values: {
    name: `Account ${random.int(1, 9999)}`,
    employeesImported: random.pick([20, 99, 100, 1999, 2000, 9000]),
    ...(random.chance(0.3) && { website: `https://a${random.int(1, 99)}.example` }),
  },
});

function placedMove(random: SeededRandom, accounts: readonly string[]): Command {
  const [id = '', after = '', before = ''] = random.shuffle(accounts);
  return {
    kind: 'moveAccounts',
    ids: [id],
    to: random.pick(statuses),
    place: random.pick([
      { after, before },
      { after: null, before },
      { after, before: null },
    ]),
    details: because,
  };
}

const randomPatch = (random: SeededRandom): Extract<Command, { kind: 'editAccounts' }>['patch'] =>
  random.pick([
    { owner: random.pick([...owners, null]) },
    { priority: random.pick([1, 2, 3, null] as const) },
    { accountResearch: random.pick(['Line one\nline two', '=SUM(A1)', null]) },
    { bdrNextStepDate: random.pick(['2026-12-01', null]) as never },
    { customPatch: { region: random.pick(['North', 'South', null]), __proto__key: 'x' } },
    { employeesImported: random.int(0, 5000) },
  ]);
