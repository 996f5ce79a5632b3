import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../src/shared/accounts/account.ts';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { sayStrictly } from '../../../../src/shared/rule-book/messages.ts';
import { ruleOf } from '../../../../src/shared/rule-book/rules.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';
import { decideBook, familiesOf } from '../../../../src/shared/territories/book-decisions.ts';
import { exceptionsOf, type TerritoryException } from '../../../../src/shared/territories/exceptions.ts';
import { handOvers, impactOf, limitsPassed } from '../../../../src/shared/territories/impact.ts';
import { MappingIndex } from '../../../../src/shared/territories/mapping-index.ts';
import type { MappingRow } from '../../../../src/shared/territories/mapping.ts';
import { contextOf, type TerritoryDecision } from '../../../../src/shared/territories/territory-of.ts';
import { explainTerritory } from '../../../../src/shared/territories/territory-receipt.ts';
import { runs } from '../../../builders/random.ts';
import { account, factsOf, postal, row, us, vacantRow } from './given.ts';

const codes = ['A', 'B', 'C', 'D'] as const;
const people = ['Ann', 'Ben', 'Cem'] as const;
const names = ['Initech', 'Globex', 'Hooli'] as const;

/** Every part of a row now and then; small pools, so that rows meet. */
const rowArbitrary: fc.Arbitrary<MappingRow> = fc
  .record({
    code: fc.constantFrom(...codes),
    segments: fc.constantFrom<MappingRow['segments'][]>(['Large'], ['Mid-Market', 'SMB'], []),
    region: fc.constantFrom(undefined, 'AMER', 'EMEA', 'Global', 'US East'),
    countries: fc.subarray(['US', 'CA', 'DE']),
    states: fc.subarray([...us('TX', 'CA'), { country: 'CA', state: 'ON' }]),
    postalPrefixes: fc.subarray([...postal('US', '7', '787'), ...postal('DE', '80')]),
    namedAccounts: fc.subarray([...names], { maxLength: 1 }),
    vertical: fc.constantFrom(undefined, undefined, 'Public Sector', 'Retail'),
    bdr: fc.option(fc.constantFrom(...people), { nil: undefined }),
    motion: fc.constantFrom('Land' as const, 'Expand' as const, 'any' as const),
    aes: fc.subarray(['Paul', 'Tim']),
    band: fc.constantFrom(undefined, { min: 0, max: 999 }, { min: 1000 }),
  })
  .map(({ code, bdr, region, vertical, band, ...rest }) => ({
    ...vacantRow(code),
    ...rest,
    ...(bdr !== undefined && { bdr }),
    ...(region !== undefined && { region }),
    ...(vertical !== undefined && { vertical }),
    ...(band !== undefined && { band }),
  }));

/** One territory says one thing: rows of a code take the definition of its first. */
const mappingArbitrary = fc.array(rowArbitrary, { maxLength: 10 }).map((rows) =>
  rows.map((it): MappingRow => {
    const first = rows.find(({ code }) => code === it.code) ?? it;
    const { region: _region, vertical: _vertical, ...rest } = it;
    return {
      ...rest,
      segments: first.segments,
      ...(first.region !== undefined && { region: first.region }),
      ...(first.vertical !== undefined && { vertical: first.vertical }),
    };
  }),
);

const size = 8;
const id = fc.nat({ max: size - 1 }).map((at) => `n${at}`);
const accountArbitrary: fc.Arbitrary<Account> = fc
  .record({
    id,
    name: fc.constantFrom(...names, 'Other'),
    employeesZoomInfo: fc.constantFrom(undefined, 5, 99, 100, 1999, 2000, 50_000, { min: 50, max: 200 }),
    billingCountry: fc.constantFrom(undefined, 'US', 'Canada', 'Germany', 'Japan', 'Oz'),
    billingState: fc.constantFrom(undefined, 'TX', 'California', 'ON', 'Tejas'),
    billingPostalCode: fc.constantFrom(undefined, '78701', '80331'),
    parentId: fc.option(id, { nil: undefined }),
    standAlone: fc.constantFrom(undefined, undefined, true),
    named: fc.constantFrom(undefined, undefined, true),
    namedOwner: fc.constantFrom(undefined, 'Paul', 'Nobody'),
    publicSector: fc.constantFrom(undefined, undefined, true, false),
    industry: fc.constantFrom(undefined, 'Retail'),
    type: fc.constantFrom(undefined, 'customer' as const),
    totalCarr: fc.constantFrom(undefined, 47, 48),
    owner: fc.constantFrom(undefined, 'Paul', 'Tim', 'Sue'),
    bdrAssigned: fc.constantFrom(undefined, ...people),
    status: fc.constantFrom(undefined, 'Actively Working' as const),
  })
  .map(({ id: own, ...part }) => account(own, part));
const bookArbitrary = fc.uniqueArray(accountArbitrary, { selector: (it) => it.id, maxLength: size });

const recorded = {
  accountId: id,
  territory: fc.constantFrom(...codes, 'GONE'),
  reason: fc.constant('nearer'),
  on: fc.constant('2026-11-20' as IsoDate),
};
const resolution: fc.Arbitrary<TerritoryException> = fc.record({
  ...recorded,
  basis: fc.constant('resolution' as const),
  by: fc.constant('Mia'),
});
const handed: fc.Arbitrary<TerritoryException> = fc.record({
  ...recorded,
  basis: fc.constant('global owner' as const),
  globalOwner: fc.constant('Dana'),
});
const exceptionsArbitrary = fc.array(fc.oneof(resolution, handed), { maxLength: 3 });

function decideAll(
  rows: readonly MappingRow[],
  book: readonly Account[],
  list: readonly TerritoryException[] = [],
) {
  return decideBook(familiesOf(factsOf(book)), contextOf(new MappingIndex(rows), exceptionsOf(list)));
}

/** A decision without the positions of rows, which depend on their order. */
function withoutRows(
  { outcome, worker, match, ...rest }: TerritoryDecision,
  rows: readonly MappingRow[],
): unknown {
  return {
    ...rest,
    match: match && { ...match, row: undefined },
    outcome: outcome.kind === 'conflict' ? outcome.matches.map(({ code }) => code) : outcome,
    worker:
      worker?.kind === 'conflict'
        ? worker.rows.map((at) => rows[at]?.bdr).sort()
        : worker?.kind === 'row'
          ? worker.bdr
          : worker,
  };
}

describe('territories over random mappings and books, with circles and missing parents', () => {
  it('every account gets exactly one outcome, with a rule, a deciding account and words', () => {
    fc.assert(
      fc.property(mappingArbitrary, bookArbitrary, exceptionsArbitrary, (rows, book, list) => {
        const index = new MappingIndex(rows);
        const decisions = decideAll(rows, book, list);
        expect([...decisions.keys()].sort()).toEqual(book.map((it) => it.id).sort());
        const facts = factsOf(book);
        for (const family of familiesOf(facts)) {
          for (const { id: own } of family) {
            const { outcome: decision, receipt } = explainTerritory(own, family, {
              index,
              exceptions: exceptionsOf(list),
              settings: defaultRuleSettings,
            });
            expect(decision).toEqual(decisions.get(own));
            for (const rule of decision.rules) expect(ruleOf(rule).id).toBe(rule);
            expect(family.map((it) => it.id)).toContain(decision.decidedBy);
            if (decision.outcome.kind === 'territory')
              expect(index.territories.has(decision.outcome.code)).toBe(true);
            else expect(decision.worker).toBeNull();
            if (decision.outcome.kind === 'conflict') {
              const fitting = decision.outcome.matches.map(({ code }) => code);
              expect(fitting.length).toBeGreaterThan(1);
              expect(fitting).toEqual([...new Set(fitting)].sort());
            }
            for (const said of [receipt.said, ...receipt.facts, ...receipt.flips]) sayStrictly(said);
          }
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('neither the order of the rows nor that of the accounts makes a difference', () => {
    fc.assert(
      fc.property(
        mappingArbitrary,
        bookArbitrary,
        exceptionsArbitrary,
        fc.infiniteStream(fc.nat()),
        (rows, book, list, order) => {
          const shuffled = rows
            .map((it) => [order.next().value ?? 0, it] as const)
            .sort(([a], [b]) => a - b)
            .map(([, it]) => it);
          const decided = decideAll(rows, book, list);
          const again = decideAll(shuffled, book.toReversed(), list);
          for (const [own, decision] of decided) {
            const other = again.get(own);
            expect(other && withoutRows(other, shuffled)).toEqual(withoutRows(decision, rows));
          }
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('accounts of one hierarchy that nothing sets apart have one territory', () => {
    fc.assert(
      fc.property(mappingArbitrary, bookArbitrary, (rows, book) => {
        const decisions = decideAll(rows, book);
        for (const family of familiesOf(factsOf(book))) {
          const common = family.flatMap((it) => {
            const decision = decisions.get(it.id);
            return decision?.tier === 'place' ? [decision] : [];
          });
          const outcomes = new Set(common.map(({ outcome }) => JSON.stringify(outcome)));
          expect(outcomes.size).toBeLessThan(2);
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('TER-8: applying a whole new mapping leaves nothing more to hand over', () => {
    fc.assert(
      fc.property(mappingArbitrary, mappingArbitrary, bookArbitrary, (before, after, book) => {
        const facts = factsOf(book);
        const [old, next] = [new MappingIndex(before), new MappingIndex(after)];
        const impact = impactOf(old, next, facts);
        const all = new Set(impact.lines.map(({ id: own }) => own));
        const changes = new Map(handOvers(impact, all).map((it) => [it.id, it]));
        const applied = facts.map((it) => {
          const change = changes.get(it.id);
          return {
            ...it,
            bdrAssigned: change?.bdrAssigned ?? it.bdrAssigned,
            owner: change?.owner ?? it.owner,
          };
        });
        expect(
          handOvers(impactOf(next, next, applied), all).filter((it) => it.bdrAssigned !== undefined),
        ).toEqual([]);
        expect(impact.lines.length + impact.unchanged).toBe(book.length);
        // Limits counted the plain way on the book after.
        const settings = { ...defaultRuleSettings, limitLarge: 1, limitMidMarket: 1, limitSmb: 1 };
        const decisions = decideBook(familiesOf(facts), contextOf(next));
        for (const { bdr, segment, after: used } of limitsPassed(impact, all, settings)) {
          const counted = applied.filter(
            (it) =>
              it.status === 'Actively Working' &&
              it.bdrAssigned === bdr &&
              decisions.get(it.id)?.segment === segment,
          );
          expect(counted).toHaveLength(used);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('a book of 100,000 accounts', { timeout: 60_000 }, () => {
  it('is decided by a mapping of 3,000 rows, one family at a time', () => {
    const states = ['CA', 'NV', 'TX', 'NY', 'WA', 'OR', 'FL', 'GA', 'IL', 'OH'];
    const rows = Array.from({ length: 3000 }, (_, at) =>
      row(`T${at}`, {
        postalPrefixes: postal('US', String(10_000 + at)),
        segments: [],
        bdr: `BDR ${at % 50}`,
      }),
    );
    rows.push(...states.map((state) => row(`S-${state}`, { states: us(state), segments: [] })));
    const book = Array.from({ length: 100_000 }, (_, at) =>
      account(`n${at}`, {
        billingState: states[at % 10],
        billingPostalCode: String(10_000 + (at % 4000)),
        ...(at % 10 === 9 && { parentId: `n${at - 1}` }),
      }),
    );
    const decisions = decideAll(rows, book);
    expect(decisions.size).toBe(100_000);
    const count = (kind: string): number =>
      [...decisions.values()].filter(({ match }) => match?.level === kind).length;
    expect([count('postal'), count('state')]).toEqual([75_000, 25_000]);
  });
});
