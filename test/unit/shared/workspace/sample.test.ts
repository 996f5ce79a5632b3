import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decideFamily, rootOf, type HierarchyNode } from '../../../../src/shared/accounts/hierarchy.ts';
import { ownSegment } from '../../../../src/shared/accounts/segment.ts';
import { opportunityState } from '../../../../src/shared/accounts/opportunity.ts';
import type { Segment } from '../../../../src/shared/accounts/account.ts';
import type { IsoDate } from '../../../../src/shared/clock.ts';
import { decideBook, familiesOf } from '../../../../src/shared/territories/book-decisions.ts';
import { exceptionsOf } from '../../../../src/shared/territories/exceptions.ts';
import { territoryFacts } from '../../../../src/shared/territories/facts.ts';
import { MappingIndex } from '../../../../src/shared/territories/mapping-index.ts';
import { contextOf } from '../../../../src/shared/territories/territory-of.ts';
import { readSample, type Sample } from '../../../../src/shared/workspace/sample.ts';
import { buildSample } from '../../../builders/sample/build-sample.ts';

const today = '2026-03-16' as IsoDate;
const path = new URL('../../../../resources/sample-workspace/sample.json', import.meta.url);
const text = readFileSync(path, 'utf8');

function readWell(from = text, day = today): Sample {
  const read = readSample(from, day);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** SEG-1 to SEG-3 over the sample's own keys. */
function segmentsOf({ accounts }: Sample): Map<string, Segment | null> {
  const nodes = new Map(
    accounts.map(({ key, parentKey, values }): [string, HierarchyNode] => [
      key,
      {
        id: key,
        name: values.name,
        ...(parentKey !== undefined && { parentId: parentKey }),
        ...(values.parentRef !== undefined && { parentRef: values.parentRef }),
        ownSegment: ownSegment(values),
      },
    ]),
  );
  const families = Map.groupBy(nodes.values(), ({ id }) => rootOf(id, (key) => nodes.get(key)).root);
  const decided = new Map<string, Segment | null>();
  for (const family of families.values()) {
    for (const [key, { segment }] of decideFamily(family)) decided.set(key, segment);
  }
  return decided;
}

describe('the shipped sample workspace', () => {
  const sample = readWell();

  it('is what its generator makes', () => {
    expect(text).toBe(buildSample());
    expect(text.length).toBeLessThan(2_000_000);
  });

  it('holds about 600 accounts and 900 people, over several countries', () => {
    expect(sample.accounts).toHaveLength(600);
    expect(sample.prospects.length).toBeGreaterThan(800);
    expect(new Set(sample.accounts.map(({ values }) => values.billingCountry)).size).toBeGreaterThan(10);
  });

  it('fills the meters: 97 of 100 Large, 72 of 150 Mid-Market', () => {
    const segments = segmentsOf(sample);
    const used = (segment: Segment): number =>
      sample.accounts.filter(
        ({ key, values }) =>
          values.status === 'Actively Working' &&
          values.bdrAssigned === sample.settings.bdr &&
          segments.get(key) === segment,
      ).length;
    expect([used('Large'), used('Mid-Market'), used('SMB')]).toEqual([97, 72, 9]);
    expect(new Set(segments.values())).toEqual(new Set(['Large', 'Mid-Market', 'SMB', null]));
  });

  it('has an open stint exactly where an account is worked, begun today or before', () => {
    for (const { values } of sample.accounts) {
      const open = (values.stints ?? []).filter((stint) => stint.end === undefined);
      expect(open).toHaveLength(values.status === 'Actively Working' ? 1 : 0);
      for (const { start, end } of values.stints ?? []) expect(start <= (end ?? today)).toBe(true);
    }
  });

  it('has a reason and somebody who asked wherever an account is Restricted', () => {
    const restricted = sample.accounts.filter(({ values }) => values.status === 'Restricted');
    expect(restricted.length).toBeGreaterThan(5);
    for (const { values } of restricted) {
      expect(values.restrictionReason).toBeTruthy();
      expect(values.restrictionAskedBy).toBeTruthy();
    }
  });

  it('leaves no day unresolved, and moves every date with the day it is loaded', () => {
    expect(JSON.stringify(sample)).not.toContain('{{');
    const later = readWell(text, '2027-03-16' as IsoDate);
    const stepOf = ({ accounts }: Sample): (string | undefined)[] =>
      accounts.map(({ values }) => values.bdrNextStepDate);
    const moved = stepOf(later).map((date) => date?.replace(/^\d{4}/, (year) => String(Number(year) - 1)));
    expect(moved).toEqual(stepOf(sample));
    const years = sample.accounts.flatMap(({ values }) => values.fiscalYearsWorked ?? []);
    expect(new Set(years)).toEqual(new Set([2027]));
  });

  it('can reach nobody: every address ends in .example', () => {
    for (const { values } of sample.accounts) {
      if (values.website !== undefined)
        expect(values.website).toMatch(/^https:\/\/www\.[a-z0-9-]+\.example$/);
    }
    for (const { values } of sample.prospects) expect(values.email).toMatch(/^[a-z.-]+@[a-z0-9-]+\.example$/);
  });

  it('has few findings on purpose, and no cycle', () => {
    const keys = new Set(sample.accounts.map(({ key }) => key));
    const orphans = sample.accounts.filter(
      (a) => a.values.parentRef !== undefined && a.parentKey === undefined,
    );
    const blank = sample.accounts.filter((a) => a.values.website === undefined);
    expect([orphans.length, blank.length]).toEqual([4, 14]);
    for (const { key, parentKey } of sample.accounts) {
      if (parentKey === undefined) continue;
      expect(keys.has(parentKey)).toBe(true);
      expect(Number(parentKey.slice(1))).toBeLessThan(Number(key.slice(1)));
    }
    expect(new Set(sample.accounts.map(({ values }) => values.name)).size).toBe(600);
  });

  it('has opportunities of every state, some of them held by an earlier owner (TER-10)', () => {
    const owners = new Map(sample.accounts.map(({ key, values }) => [key, values.owner]));
    const open = sample.opportunities.filter(({ values }) => opportunityState(values) === 'open');
    const states = new Set(sample.opportunities.map(({ values }) => opportunityState(values)));
    expect([...states].sort()).toEqual(['lost', 'open', 'won']);
    expect(open.length).toBeGreaterThan(15);
    const held = open.filter(({ accountKey, values }) => owners.get(accountKey) !== values.owner);
    expect(held.length).toBeGreaterThan(2);
    for (const { values } of sample.opportunities) expect((values.createdDate ?? '') <= today).toBe(true);
  });

  it('has territories that most accounts belong to, with conflicts, gaps and exceptions to look at', () => {
    const rows = sample.mapping?.rows ?? [];
    expect(new Set(rows.map(({ code }) => code)).size).toBe(15);
    expect(new Set(rows.flatMap(({ tier }) => tier ?? []))).toEqual(new Set(['P0', 'P1']));
    expect(rows.some(({ bdr }) => bdr === sample.settings.bdr)).toBe(true);
    const book = sample.accounts.map(({ key, parentKey, values }) =>
      territoryFacts({ ...values, id: key, ...(parentKey !== undefined && { parentId: parentKey }) }),
    );
    const context = contextOf(new MappingIndex(rows), exceptionsOf(sample.exceptions));
    const decisions = [...decideBook(familiesOf(book), context)];
    const kinds = Map.groupBy(decisions, ([, { outcome }]) => outcome.kind);
    expect(kinds.get('territory')?.length).toBeGreaterThan(450);
    expect(kinds.get('conflict')?.length).toBeGreaterThan(0);
    expect(kinds.get('none')?.length).toBeGreaterThan(5);
    const named = decisions.filter(([, { tier }]) => tier === 'named');
    expect(named.length).toBeGreaterThanOrEqual(6);
    expect(named.every(([, { outcome }]) => outcome.kind === 'territory')).toBe(true);
    for (const { accountId, territory } of sample.exceptions) {
      const decided = new Map(decisions).get(accountId);
      expect(decided?.exception?.accountId).toBe(accountId);
      expect(decided?.outcome).toEqual({ kind: 'territory', code: territory });
    }
    expect(sample.exceptions).toHaveLength(3);
  });

  it('holds the six parts of the ICP notes in research', () => {
    const researched = sample.accounts.filter(
      ({ values }) => values.accountResearch?.startsWith('High LAM') === true,
    );
    expect(researched.length).toBeGreaterThan(150);
    for (const { values } of researched) {
      expect(values.accountResearch?.split('\n').map((line) => line.split(':')[0])).toEqual([
        'High LAM',
        'High DB QS',
        'SAL Insights',
        'Persons with LIMs',
        'Tech Used',
        'Triggers',
      ]);
    }
  });
});

describe('a sample that is not sound', () => {
  const settings = { name: 'S', bdr: 'B', fiscalYearFirstMonth: 2 };
  const sampleText = (accounts: unknown[], prospects: unknown[] = [], more: object = {}): string =>
    JSON.stringify({ format: 1, settings, accounts, prospects, ...more });
  const row = readWell().mapping?.rows[0];

  it.each([
    ['no JSON', 'the file', '{'],
    [
      'a value of the wrong kind',
      'accounts.0.values.priority',
      sampleText([{ key: 'a', values: { name: 'A', priority: 7 } }]),
    ],
    [
      'a day that is none',
      'accounts.0.values.bdrNextStepDate',
      sampleText([{ key: 'a', values: { name: 'A', bdrNextStepDate: 'soon' } }]),
    ],
    ['a parent that is not there', 'b', sampleText([{ key: 'a', parentKey: 'b', values: { name: 'A' } }])],
    [
      'a key used twice',
      'a',
      sampleText([
        { key: 'a', values: { name: 'A' } },
        { key: 'a', values: { name: 'B' } },
      ]),
    ],
    ['a person at no account', 'z', sampleText([], [{ accountKey: 'z', values: { name: 'P' } }])],
    [
      'an opportunity at no account',
      'z',
      sampleText([], [], { opportunities: [{ accountKey: 'z', values: { name: 'O' } }] }),
    ],
    [
      'an exception of no account',
      'z',
      sampleText([], [], {
        exceptions: [
          {
            accountId: 'z',
            territory: 'T',
            reason: 'R',
            on: '{{-3}}',
            basis: 'global owner',
            globalOwner: 'G',
          },
        ],
      }),
    ],
    [
      'a territory without a code',
      'mapping.rows.0.code',
      sampleText([], [], { mapping: { source: 'S', rows: [{ ...row, code: '' }] } }),
    ],
  ])('is refused: %s', (_, where, from) => {
    expect(readSample(from, today)).toEqual({
      ok: false,
      error: { id: 'sample.damaged', params: { where } },
    });
  });

  it('resolves days in fields and inside texts', () => {
    const values = {
      name: 'A',
      bdrNextStepDate: '{{+3}}',
      accountResearch: 'Since {{-16}}, until {{0}}',
      fiscalYearsWorked: ['{{FY-1}}'],
    };
    expect(readWell(sampleText([{ key: 'a', values }])).accounts[0]?.values).toEqual({
      name: 'A',
      bdrNextStepDate: '2026-03-19',
      accountResearch: 'Since 2026-02-28, until 2026-03-16',
      fiscalYearsWorked: [2026],
    });
  });
});
