import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accountTypes,
  addressKey,
  addressParts,
  addressSources,
  devOpsStates,
  intents,
  overrideGrounds,
  parseAccountValues,
  restReasons,
  segments,
  statuses,
  type Account,
} from '../../../src/shared/accounts/account.ts';
import { fixedClock } from '../../../src/shared/clock.ts';
import type { PresetName } from '../../../src/shared/exchange/presets.ts';
import { writeExport } from '../../../src/renderer/workers/exchange/export-session.ts';
import { buildAccounts } from '../../builders/accounts.ts';
import { printSeed, runs } from '../../builders/random.ts';
import { addUp, applied, fileOf, memoryStore, planned, sessionOn, today, values } from './memory-store.ts';

const seed = printSeed('export and import');
const clock = fixedClock(`${today}T12:00:00Z`);

async function exported(store: ReturnType<typeof memoryStore>, preset: PresetName): Promise<File> {
  const file = await writeExport(
    store,
    clock,
    { preset, style: { separator: ',', cells: 'safe' }, ids: null, publicSector: true },
    { onProgress: () => undefined, signal: new AbortController().signal },
  );
  if (!file.ok) throw new Error(file.error.id);
  return fileOf(new Uint8Array(await file.value.blob.arrayBuffer()), file.value.name);
}

/** Texts that files get wrong: triggers, quotes, separators, line ends, words for blank, other scripts. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.stringMatching(/^[=+\-@'"＝＋－＠\t\r\n ,;|a0.]+$/),
    fc.constantFrom(
      'N/A',
      'none',
      'NULL',
      '-',
      '="007"',
      "'=1",
      "''@",
      'sep=;',
      'true',
      '2026-01-01',
      '１２',
      'ÄÖ ß 日本語 🦊',
    ),
  )
  .filter((it) => it.trim() !== '' && !it.includes('\0'));
const date = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const count = fc.nat({ max: 9_000_000 });
const employees = fc.oneof(
  count,
  fc.record({ min: count }),
  fc.tuple(count, count).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
);
const amount = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }).map((it) => it + 0);
const texts = fc.array(text, { minLength: 1, maxLength: 3 });

const anyValues = fc.record(
  {
    website: text,
    otherDomains: texts,
    otherNames: texts,
    crmId: text,
    type: fc.constantFrom(...accountTypes),
    industry: text,
    description: text,
    publicSector: fc.boolean(),
    named: fc.boolean(),
    namedOwner: text,
    standAlone: fc.boolean(),
    standAloneReason: text,
    employeesOverride: employees,
    employeesZoomInfo: employees,
    employeesDataFox: employees,
    employeesImported: employees,
    proposedEmployees: employees,
    proposedEmployeesSource: text,
    segmentConfirmed: fc.constantFrom(...segments),
    proposedState: text,
    proposedPostalCode: text,
    proposedCountry: text,
    proposedPlaceSource: text,
    itTeddCount: count,
    revenue: amount,
    totalCarr: amount,
    firstOrderAvailable: fc.boolean(),
    lamDevelopers: count,
    renewalDate: date,
    renewalAmount: amount,
    ...Object.fromEntries(
      addressSources.flatMap((source) =>
        addressParts.map((part) => [addressKey(source, part), text] as const),
      ),
    ),
    owner: text,
    bdrAssigned: text,
    otherReps: texts,
    phone: text,
    status: fc.constantFrom(...statuses),
    stints: fc.array(
      fc.record(
        {
          start: date,
          end: date,
          reason: text,
          actor: text,
          overrideBy: text,
          overrideGround: fc.constantFrom(...overrideGrounds),
          overrideOn: date,
          overrideReason: text,
        },
        { requiredKeys: ['start'] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    clockPauses: fc.array(
      fc.record({ from: date, until: date, reason: text }, { requiredKeys: ['from', 'reason'] }),
      { minLength: 1, maxLength: 3 },
    ),
    restReason: fc.constantFrom(...restReasons),
    wakeOn: date,
    priority: fc.constantFrom(1, 2, 3),
    priorityReason: text,
    expandRank: fc.constantFrom(1, 2, 3),
    accountResearch: text,
    accountStrategy: text,
    bdrNextStep: text,
    bdrNextStepDate: date,
    nextStepRenewedOn: date,
    researchDone: texts,
    accountRankNotes: text,
    aeNotes: text,
    restrictionReason: text,
    restrictionAskedBy: text,
    fiscalYearsWorked: fc.array(fc.integer({ min: 1990, max: 2050 }), { minLength: 1, maxLength: 3 }),
    nominatedBy: text,
    nominatedOn: date,
    dbQs: amount,
    intent: fc.constantFrom(...intents),
    pipelinePredict: text,
    engagementMinutes: amount,
    ceUsers: count,
    ceInstances: count,
    ciUsage: text,
    ciMinutesOnly: fc.boolean(),
    devOps: fc.constantFrom(...devOpsStates),
    techUsed: text,
    triggers: fc.array(fc.record({ text, date, link: text }, { requiredKeys: ['text'] }), {
      minLength: 1,
      maxLength: 3,
    }),
    custom: fc.record({ region: text, naics: text, type: text, people: text }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

const customFields = [
  { id: 'f1', key: 'region', label: 'Region' },
  { id: 'f2', key: 'naics', label: '=NAICS, "code"' },
  { id: 'f3', key: 'type', label: 'Type' },
  { id: 'f4', key: 'people', label: 'people' },
];

/** Books of distinct names, so that every row finds its own account again without an id of ours. */
const anyBook = fc.array(fc.tuple(text, anyValues), { minLength: 1, maxLength: 6 }).map((drawn) =>
  drawn.map(([name, rest], at): Account => ({
    ...parseAccountValues({ ...rest, name: `${name} ${'abcdef'[at] ?? ''}${at}` }),
    id: `id-${at}`,
  })),
);

describe('EX-5, EX-6: export, then import the same file', () => {
  for (const preset of ['account-research-fields', 'everything'] as const) {
    it(`changes nothing (${preset})`, { timeout: 600_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(anyBook, async (accounts) => {
          const store = memoryStore({ accounts, customFields, settings: { bdr: 'Pat' } });
          const session = sessionOn(store);
          const plan = await planned(session, await exported(store, preset));
          addUp(plan);
          const { read, refused, changed } = plan.counts;
          expect(read).toBe(accounts.length);
          expect({ refused, changed, new: plan.counts.new }).toEqual({ refused: 0, changed: 0, new: 0 });
          expect(await applied(session)).toMatchObject({ n: null });
        }),
        { seed, numRuns: runs(80) },
      );
    });
  }

  it('changes nothing in a realistic book, every row found', async () => {
    const accounts = buildAccounts(400, seed, { hierarchies: { share: 0.4, maxDepth: 3 } });
    for (const preset of ['account-research-fields', 'everything'] as const) {
      const store = memoryStore({ accounts, settings: { bdr: 'Pat' } });
      const plan = await planned(sessionOn(store), await exported(store, preset));
      addUp(plan);
      expect(plan.counts).toMatchObject({ read: 400, identical: 400 });
    }
  });

  it('brings everything into an empty workspace', async () => {
    const accounts = buildAccounts(300, seed);
    const from = memoryStore({ accounts });
    const to = memoryStore();
    const session = sessionOn(to);
    const plan = await planned(session, await exported(from, 'everything'));
    expect(plan.counts).toMatchObject({ read: 300, new: 300 });
    await applied(session);
    const sorted = (list: readonly Account[]): unknown[] =>
      list
        .map(values)
        .map(({ rank: _, custom, ...rest }) => ({ ...rest, custom: custom ?? {} }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    const clean = (list: unknown[]): unknown =>
      JSON.parse(JSON.stringify(list, (_key, value: unknown) => (value === '' ? undefined : value)));
    expect(clean(sorted(to.accounts()))).toEqual(clean(sorted(accounts)));
  });
});
