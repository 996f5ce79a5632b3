import { describe, expect, it } from 'vitest';
import type { Account } from '../../../src/shared/accounts/account.ts';
import { ownSegmentInForce, reviewedSegment } from '../../../src/shared/accounts/segment-hold.ts';
import type { IsoDate } from '../../../src/shared/clock.ts';
import { defaultRuleSettings } from '../../../src/shared/rule-book/settings.ts';
import { familyFacts } from '../../../src/shared/territories/family.ts';
import { territoryFacts } from '../../../src/shared/territories/facts.ts';
import { printSeed, runs, seededRandom } from '../../builders/random.ts';
import { ownSegment, type OracleSegment } from '../../oracle/segments.ts';
import { addUp, applied, fileOf, memoryStore, planned, sessionOn, type MemoryStore } from './memory-store.ts';

const seed = printSeed('new data');
const counts = [0, 50, 99, 100, 1500, 1999, 2000, 9000] as const;
const columns = ['Employees (ZoomInfo)', 'Employees (DataFox)', 'Employees'] as const;
const names = ['Acme', 'Brix', 'Cole', 'Dune'] as const;

/** SEG-4 in plain words: what is in force by itself, what the data say, and what of them was turned down. */
interface Known {
  inForce: OracleSegment | 'unknown';
  byData: OracleSegment | 'unknown';
  declined: OracleSegment | 'unknown' | null;
}

/** A new account takes what its data say; of a known one only what was unknown changes at once. */
function hear(known: Known | undefined, byData: Known['byData'], isAtOnce: boolean): Known {
  if (!known || isAtOnce || known.inForce === 'unknown') return { inForce: byData, byData, declined: null };
  return { ...known, byData, declined: byData === known.byData ? known.declined : null };
}

const isWaiting = ({ inForce, byData, declined }: Known): boolean =>
  byData !== inForce && byData !== 'unknown' && byData !== declined;

const oracleCount = ({ employeesZoomInfo, employeesDataFox, employeesImported }: Account) =>
  ownSegment({ employeesZoomInfo, employeesDataFox, employeesImported } as Parameters<typeof ownSegment>[0]);

describe('SEG-4 over random imports and reviews', () => {
  for (const isAtOnce of [false, true]) {
    it(isAtOnce ? 'holds at once' : 'nothing changes before its review, everything after it', async () => {
      const random = seededRandom(seed);
      const rules = { ...defaultRuleSettings, segmentChange: isAtOnce ? 'atOnce' : 'atReview' } as const;
      for (let run = 0; run < runs(30); run += 1) {
        const store = memoryStore({ ruleHistory: [{ from: '2000-01-01' as IsoDate, values: rules }] });
        const model = new Map<string, Known>();
        for (let step = 0; step < 8; step += 1) {
          const csv = randomList(random);
          const again = await importing(store, csv);
          for (const account of store.accounts()) {
            model.set(account.name, hear(model.get(account.name), oracleCount(account), isAtOnce));
          }
          expect(again).toBe(false);
          expectAgreement(store, model, rules);
          if (random.chance(0.5)) review(store, model, random, rules);
          expectAgreement(store, model, rules);
        }
      }
    });
  }
});

function randomList(random: ReturnType<typeof seededRandom>): string {
  const column = random.pick(columns);
  const rows = names.flatMap((name) => (random.chance(0.6) ? [`${name},${random.pick(counts)}`] : []));
  return [`Account Name,${column}`, ...rows, 'Last,7'].join('\n');
}

/** Imports a list. @returns whether importing it again would change anything */
async function importing(store: MemoryStore, csv: string): Promise<boolean> {
  const session = sessionOn(store);
  addUp(await planned(session, fileOf(csv)));
  await applied(session);
  const { counts: after, segmentsWaiting } = await planned(sessionOn(store), fileOf(csv));
  return after.changed + after.new + segmentsWaiting > 0;
}

function review(
  store: MemoryStore,
  model: Map<string, Known>,
  random: ReturnType<typeof seededRandom>,
  rules: Parameters<typeof reviewedSegment>[2],
): void {
  const { id, ...values } = random.pick(store.accounts());
  const known = model.get(values.name);
  const isConfirmed = random.chance(0.5);
  const next = reviewedSegment(values, isConfirmed, rules);
  expect(next !== null).toBe(known !== undefined && rules.segmentChange === 'atReview' && isWaiting(known));
  if (next === null || known === undefined) return;
  store.replace({ ...next, id });
  model.set(
    values.name,
    isConfirmed ? { ...known, inForce: known.byData, declined: null } : { ...known, declined: known.byData },
  );
}

/** Each by itself, and all of them as one hierarchy. */
function expectAgreement(
  store: MemoryStore,
  model: ReadonlyMap<string, Known>,
  rules: Parameters<typeof reviewedSegment>[2],
): void {
  for (const account of store.accounts()) {
    const known = model.get(account.name);
    const { segment, pending } = ownSegmentInForce(account, rules);
    expect(segment ?? 'unknown').toBe(known?.inForce);
    expect(pending !== undefined).toBe(known !== undefined && isWaiting(known));
  }
  const [top, ...others] = store.accounts();
  if (!top) return;
  const family = [top, ...others.map((other) => ({ ...other, parentId: top.id }))];
  const settings = { ...rules, expandFromCarr: 48 };
  const { segment } = familyFacts(
    family.map((member) => territoryFacts(member, rules)),
    settings,
  );
  const inForce = new Set([...model.values()].map((known) => known.inForce));
  const highest = (['Large', 'Mid-Market', 'SMB'] as const).find((it) => inForce.has(it));
  expect(segment ?? 'unknown').toBe(highest ?? 'unknown');
}
