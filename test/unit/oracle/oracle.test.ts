import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Account, ClockPause } from '../../../src/shared/accounts/account.ts';
import { decideFamily, rootOf, type HierarchyNode } from '../../../src/shared/accounts/hierarchy.ts';
import { decideMotion } from '../../../src/shared/accounts/motion.ts';
import type { Prospect } from '../../../src/shared/accounts/prospect.ts';
import { ownSegment } from '../../../src/shared/accounts/segment.ts';
import { addDays, type IsoDate } from '../../../src/shared/clock.ts';
import { mixTarget, proposeMix, type MixAccount } from '../../../src/shared/priorities/mix.ts';
import { scorer } from '../../../src/shared/priorities/score.ts';
import { defaultProfile } from '../../../src/shared/priorities/score-profile.ts';
import { suggestedPriority } from '../../../src/shared/priorities/suggest-priority.ts';
import { defaultRuleSettings } from '../../../src/shared/rule-book/settings.ts';
import { readClocks } from '../../../src/shared/statuses/clocks.ts';
import { limitFor } from '../../../src/shared/statuses/limits.ts';
import { decideMove } from '../../../src/shared/statuses/moves.ts';
import { returnOf } from '../../../src/shared/statuses/returns.ts';
import { drawOracleAccounts, fittingIndustries } from '../../builders/oracle-book.ts';
import { printSeed, seededRandom } from '../../builders/random.ts';
import { decideReturn } from '../../oracle/clocks.ts';
import { refusalsOfEntry } from '../../oracle/entry.ts';
import type { OracleAccount } from '../../oracle/facts.ts';
import { solveMix } from '../../oracle/mix.ts';
import {
  scoreOf,
  suggestedPriority as oraclePriority,
  triggersOf,
  type OracleScoring,
} from '../../oracle/priorities.ts';
import { decideFamilies } from '../../oracle/segments.ts';

const seed = printSeed('the oracle');
const random = seededRandom(seed);
/** Turns of month, year and fiscal year and a leap day come up often. */
const today = random.pick([
  '2026-11-21',
  '2027-01-31',
  '2027-02-01',
  '2028-02-29',
  '2028-03-01',
  '2026-03-30',
  '2026-12-31',
]) as IsoDate;
const size = 10_000;
const drawn = drawOracleAccounts(random.fork('accounts'), size, (days) => addDays(today, -days));
const settings = defaultRuleSettings;

/** The drawn account as the app has it. */
const accountOf = ({
  start,
  people: _people,
  opportunities: _o,
  pauses: _pauses,
  ...rest
}: OracleAccount): Account => ({ name: rest.id, ...rest, stints: [{ start }] }) as Account;
const prospectsOf = ({ id, people }: OracleAccount): Prospect[] =>
  people.map((person) => ({ name: person.id, accountId: id, ...person }) as Prospect);
const opportunitiesOf = ({ opportunities }: OracleAccount) =>
  opportunities.map(({ id, createdDate }) => ({
    id,
    ...(createdDate && { createdDate: createdDate as IsoDate }),
  }));
const pausesOf = ({ pauses }: OracleAccount): ClockPause[] =>
  pauses.map((pause) => ({ reason: 'leave', ...pause }) as ClockPause);

/** Every account whose answers differ, at most a few of them, with what was drawn. */
function disagreements(
  ask: (account: OracleAccount, at: number) => readonly [ours: unknown, oracles: unknown],
): unknown[] {
  const differing: unknown[] = [];
  for (const [at, account] of drawn.entries()) {
    const [ours, oracles] = ask(account, at);
    if (JSON.stringify(ours) !== JSON.stringify(oracles)) differing.push({ ours, oracles, account, today });
    if (differing.length >= 3) break;
  }
  return differing;
}

const oracleFamilies = decideFamilies(drawn);
const nodes = new Map(
  drawn.map((it): [string, HierarchyNode] => {
    const account = accountOf(it);
    return [
      it.id,
      {
        id: it.id,
        name: it.id,
        ...(it.parentId !== undefined && { parentId: it.parentId }),
        ...(it.standAlone !== undefined && { standAlone: it.standAlone }),
        ownSegment: ownSegment(account),
      },
    ];
  }),
);

describe(`an oracle written from the domain alone agrees on ${size} random accounts`, () => {
  it('it imports nothing of the app, and no library', () => {
    const folder = join(import.meta.dirname, '../../oracle');
    const files = readdirSync(folder);
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) {
      const imports = [...readFileSync(join(folder, file), 'utf8').matchAll(/from '([^']+)'/g)];
      for (const [, from = ''] of imports) expect(from).toMatch(/^\.\/[a-z-]+\.ts$/);
    }
  });

  it('SEG-1, SEG-2, SEG-3, SEG-5, SEG-6: segment and motion', () => {
    const families = new Map<string, Account[]>();
    for (const it of drawn) {
      const { root } = rootOf(it.id, (id) => nodes.get(id));
      families.set(root, [...(families.get(root) ?? []), accountOf(it)]);
    }
    const ours = new Map<string, unknown>();
    for (const family of families.values()) {
      const { motion } = decideMotion(family);
      const members = family.flatMap(({ id }) => nodes.get(id) ?? []);
      for (const [id, { segment }] of decideFamily(members))
        ours.set(id, { segment: segment ?? 'unknown', motion });
    }
    expect(disagreements(({ id }) => [ours.get(id), oracleFamilies.get(id)])).toEqual([]);
    const kinds = new Set([...oracleFamilies.values()].map((it) => `${it.segment} ${it.motion}`));
    expect(kinds.size).toBe(8);
  });

  it('AW-3 to AW-7, AW-3x, AW-14: who may enter Actively Working', () => {
    const draw = random.fork('entry');
    const outcomes = new Set<string>();
    const found = disagreements((it) => {
      const segment = oracleFamilies.get(it.id)?.segment ?? 'unknown';
      const used = draw.pick([0, 99, 100, 149, 150, 151]);
      const returned = it.people.filter(() => draw.chance(0.1)).map(({ id }) => id);
      const ground = draw.chance(0.5) ? draw.pick(['low-touch sequence', 'other units'] as const) : undefined;
      const decision = decideMove({
        from: it.status as 'Queued',
        to: 'Actively Working',
        segment: segment === 'unknown' ? null : segment,
        bdrAssigned: it.bdrAssigned ?? '',
        bdr: 'Ann',
        used,
        limit: segment === 'unknown' ? null : limitFor(segment, defaultRuleSettings),
        entry: {
          prospects: prospectsOf(it),
          opportunities: opportunitiesOf(it),
          today,
          recentDays: settings.recentDays,
          returned: new Set(returned),
        },
        ...(ground && { override: { ground, by: 'Dana', on: today, reason: 'agreed' } }),
      });
      const rules = decision.allowed ? [] : decision.refusals.map(({ rule }) => rule);
      const ours = [...new Set(rules.filter((rule) => rule !== 'AW-3x'))].sort();
      const oracles = refusalsOfEntry({
        account: it,
        segment,
        me: 'Ann',
        used,
        today,
        returned,
        ...(ground && { override: ground }),
      });
      outcomes.add(oracles.join(' '));
      return [ours, oracles];
    });
    expect(found).toEqual([]);
    expect(outcomes.size).toBeGreaterThan(15);
  });

  it('AW-9 to AW-13: warnings, returns and due days', () => {
    const outcomes = new Set<string>();
    const found = disagreements((it) => {
      const start = it.start as IsoDate;
      const facts = {
        start,
        fields: accountOf(it),
        prospects: prospectsOf(it),
        pauses: pausesOf(it),
        today,
      };
      const due = returnOf(readClocks(facts, settings), today, settings);
      const ours = {
        kind: due.kind,
        to: due.kind === 'stay' ? undefined : due.to,
        due: due.kind === 'stay' ? undefined : due.due,
        year: due.kind === 'return' && due.to === 'Worked in FY' ? due.fiscalYear : undefined,
      };
      const { kind, to, due: day, year } = decideReturn(it, start, today);
      outcomes.add(`${kind} ${to ?? ''}`);
      return [ours, { kind, to, due: day, year }];
    });
    expect(found).toEqual([]);
    expect(outcomes).toEqual(new Set(['stay ', 'warn Queued', 'return Queued', 'return Worked in FY']));
  });

  const scoring: OracleScoring = {
    points: defaultProfile.weights,
    lamPercent: settings.highLamPercent,
    fittingIndustries,
    adopterWords: defaultProfile.adopterWords,
  };
  const scores = scorer(defaultProfile, settings);
  const factsOf = (it: OracleAccount) => ({ values: accountOf(it), prospects: prospectsOf(it), today });

  it('PR-1 to PR-4: score, what is unknown, and the suggested Priority', () => {
    const outcomes = new Set<string>();
    const found = disagreements((it) => {
      const motion = oracleFamilies.get(it.id)?.motion ?? 'Land';
      const ours = scores.score(factsOf(it));
      const oracle = scoreOf(it, today, scoring);
      const triggers = triggersOf(it, today);
      const suggested = oraclePriority(motion, oracle, triggers);
      outcomes.add(String(suggested));
      return [
        {
          score: ours.score,
          unknown: Object.entries(ours.reading.states).flatMap(([name, is]) =>
            is === 'unknown' ? [name] : [],
          ),
          triggers: ours.triggers,
          suggested: suggestedPriority({ ...ours, motion }, settings),
        },
        { score: oracle.score, unknown: oracle.unknown, triggers, suggested },
      ];
    });
    expect(found).toEqual([]);
    expect([...outcomes].sort()).toEqual(['1', '2', '3', 'null']);
  });

  it('PR-5: targets, the fewest changes and the shortfall, in books of up to 40', () => {
    const draw = random.fork('mix');
    const all = drawn.map((it): MixAccount => {
      const { score, triggers } = scores.score(factsOf(it));
      return {
        id: it.id,
        name: it.id,
        priority: draw.pick([1, 2, 3, 3, null]),
        suggested: null,
        score,
        hasRecentTrigger: triggers === 'recent' && draw.chance(draw.pick([0.1, 0.5, 1])),
      };
    });
    let short = 0;
    for (let at = 0; at < all.length;) {
      const book = all.slice(at, at + draw.int(0, 40));
      at += Math.max(1, book.length);
      const { mix, changes, shortfall } = proposeMix(book, settings).outcome;
      const oracle = solveMix(book);
      const counted = book.filter(({ priority }) => priority !== null).length;
      const { 1: one, 2: two, 3: three } = mixTarget(counted, settings);
      expect([one, two, three]).toEqual(oracle.target);
      expect({ changes: changes.length, shortfall, counted: mix.counted }).toEqual({
        changes: oracle.changes,
        shortfall: oracle.shortfall,
        counted,
      });
      if (shortfall > 0) short += 1;
    }
    expect(short).toBeGreaterThan(0);
  });
});
