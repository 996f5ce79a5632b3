import type { Label } from '../history/change-set.ts';
import { label } from '../rule-book/messages.ts';
import { settingsUsed, type Decided } from '../rule-book/receipt.ts';
import type { RuleId } from '../rule-book/rule-ids.ts';
import { defaultRuleSettings } from '../rule-book/settings.ts';
import type { AccountValues, EmployeeCount, Segment } from './account.ts';
import { formatEmployees } from './employees.ts';
import { cyclePath, decideFamily, highestSegment, type HierarchyNode, type RootFound } from './hierarchy.ts';
import { ownSegmentInForce, type ReviewSettings } from './segment-hold.ts';
import {
  chosenCount,
  employeeSourceWords,
  ownSegment,
  segmentOfCount,
  type ChosenCount,
  type SegmentSettings,
} from './segment.ts';

type Identified = AccountValues & { readonly id: string };

/**
 * The segment of an account with its receipt: its own count and where that is from, what the hierarchy adds,
 * what is wrong with the parent links, and how many employees more or fewer would change it (SEG-1, SEG-2,
 * SEG-3, SEG-6).
 * @param family every member of its hierarchy, the account included
 */
export function decideSegment(
  account: Identified,
  family: readonly HierarchyNode[],
  found: RootFound,
  settings: ReviewSettings = defaultRuleSettings,
): Decided<Segment | null> {
  const chosen = chosenCount(account, settings);
  const decision = decideFamily(family).get(account.id);
  const segment = decision?.segment ?? null;
  const othersHighest = highestSegment(
    family.filter(({ id }) => id !== account.id).map(({ ownSegment }) => ownSegment),
  );
  return {
    outcome: segment,
    receipt: {
      rules: rulesOf(account, family, found, settings),
      said: segment === null ? label('segment.unknown') : label('segment.is', { segment }),
      facts: [
        ownCount(chosen, settings),
        ...heldOf(account, family, settings),
        ...fromHierarchy(account.id, family),
        ...(account.standAlone === true ? [label('seg6.stand-alone')] : []),
        ...problemOf(account, family, found),
      ],
      settings: settingsUsed(settings, [
        'midMarketFrom',
        'largeFrom',
        'employeeSourceOrder',
        ...(account.segmentConfirmed === undefined ? [] : (['segmentChange'] as const)),
      ]),
      flips: [
        ...confirmationOf(account, segment, family, settings),
        ...flipsOf(
          chosen?.count,
          { segment, byData: ownSegment(account, settings), othersHighest },
          settings,
        ),
      ],
    },
  };
}

function rulesOf(
  account: Identified,
  family: readonly HierarchyNode[],
  { problem }: RootFound,
  settings: ReviewSettings,
): readonly [RuleId, ...RuleId[]] {
  const review: RuleId[] = heldOf(account, family, settings).length > 0 ? ['SEG-4'] : [];
  const hierarchy: RuleId[] = family.length > 1 || problem !== undefined ? ['SEG-3'] : [];
  const alone: RuleId[] = account.standAlone === true ? ['SEG-6'] : [];
  return ['SEG-1', 'SEG-2', ...hierarchy, ...review, ...alone];
}

/** SEG-4: what is held against new data, its own and that of others. */
function heldOf(account: Identified, family: readonly HierarchyNode[], settings: ReviewSettings): Label[] {
  const { segment: confirmed, pending } = ownSegmentInForce(account, settings);
  const byData = ownSegment(account, settings);
  const own =
    confirmed === null || byData === null || byData === confirmed
      ? []
      : [label(pending === undefined ? 'seg4.declined' : 'seg4.pending', { segment: byData, confirmed })];
  const others = family.flatMap(({ id, name, ownSegment: held, pendingSegment: segment }) =>
    id === account.id || segment === undefined || held === null
      ? []
      : [label('seg4.pending-of', { name, segment, confirmed: held })],
  );
  return [...own, ...others];
}

function ownCount(chosen: ChosenCount | undefined, settings: SegmentSettings): Label {
  if (!chosen) return label('seg1.no-count');
  const count = formatEmployees(chosen.count);
  const source = employeeSourceWords[chosen.source];
  const segment = segmentOfCount(chosen.count, settings);
  return segment === null
    ? label('seg1.range-of', { count, source })
    : label('seg2.own-count', { count, source, segment });
}

function fromHierarchy(id: string, family: readonly HierarchyNode[]): Label[] {
  if (family.length < 2) return [];
  const decision = decideFamily(family).get(id);
  const count = family.length;
  const { segment = null, decidedBy } = decision ?? {};
  if (segment === null) return [label('seg3.none-known', { count })];
  if (decidedBy === id) return [label('seg3.highest-is-own', { segment, count })];
  const name = family.find((member) => member.id === decidedBy)?.name ?? '';
  return [label('seg3.highest-from', { segment, name, count })];
}

function problemOf(account: AccountValues, family: readonly HierarchyNode[], found: RootFound): Label[] {
  const nameOf = (id: string): string => family.find((member) => member.id === id)?.name ?? id;
  if (found.problem === 'cycle') return [label('seg3.cycle', { path: cyclePath(found, nameOf) })];
  if (found.problem !== 'missing-parent') return [];
  if (found.path.length === 1) {
    return [label('seg3.missing-parent', { parent: account.parentRef ?? account.parentId ?? '' })];
  }
  const root = family.find((member) => member.id === found.root);
  return [
    label('seg3.missing-parent-above', {
      name: nameOf(found.root),
      parent: root?.parentRef ?? root?.parentId ?? '',
    }),
  ];
}

/** SEG-4: the smallest change of all is the review. */
function confirmationOf(
  account: Identified,
  segment: Segment | null,
  family: readonly HierarchyNode[],
  settings: ReviewSettings,
): Label[] {
  const { pending } = ownSegmentInForce(account, settings);
  if (pending === undefined) return [];
  const then = highestSegment(family.map(({ id, ownSegment: own }) => (id === account.id ? pending : own)));
  return then === null || then === segment ? [] : [label('flip.confirm-segment', { segment: then })];
}

/** The nearest head counts of this account that would give it another segment, the nearest first. */
function flipsOf(
  count: EmployeeCount | undefined,
  {
    segment,
    byData,
    othersHighest,
  }: Readonly<Record<'segment' | 'byData' | 'othersHighest', Segment | null>>,
  settings: SegmentSettings,
): Label[] {
  if (typeof count !== 'number') return count === undefined ? anyCount(segment) : exactCount(count, settings);
  const counts = [settings.largeFrom, settings.midMarketFrom].flatMap((border) => [border, border - 1]);
  const changed = counts
    .filter((at) => at >= 0)
    .map((at) => ({ by: at - count, to: highestSegment([segmentOfCount(at, settings), othersHighest]) }))
    .filter(
      (flip): flip is { by: number; to: Segment } =>
        flip.by !== 0 && flip.to !== segment && flip.to !== byData,
    )
    .sort((a, b) => Math.abs(a.by) - Math.abs(b.by));
  const seen = new Set<Segment>();
  return changed.flatMap(({ by, to }) => {
    if (seen.has(to)) return [];
    seen.add(to);
    return by > 0
      ? [label('flip.more-employees', { count: by, segment: to })]
      : [label('flip.fewer-employees', { count: -by, segment: to })];
  });
}

const anyCount = (segment: Segment | null): Label[] => (segment === null ? [label('flip.find-count')] : []);

/** A range that crosses a border decides nothing: the exact count does. */
const exactCount = (count: EmployeeCount, settings: SegmentSettings): Label[] =>
  segmentOfCount(count, settings) === null ? [label('flip.find-exact-count')] : [];
