import type { Segment } from './account.ts';

/** What a hierarchy needs of an account. */
export interface HierarchyNode {
  readonly id: string;
  readonly name: string;
  readonly parentId?: string;
  /** The parent as the source named it; without `parentId` it is not in the book. */
  readonly parentRef?: string;
  /** Its own hierarchy, with its children (SEG-6). */
  readonly standAlone?: boolean;
  /** By its own head count (SEG-1, SEG-2). */
  readonly ownSegment: Segment | null;
  /** SEG-4: what new data would make of `ownSegment` once it is confirmed at review. */
  readonly pendingSegment?: Segment;
}

export type HierarchyProblem = 'cycle' | 'missing-parent';

/** Where the way up from an account ended (SEG-3). */
export interface RootFound {
  /** The ultimate parent. In a cycle: the member with the smallest id, so that every member agrees. */
  readonly root: string;
  /** From the account up to the root, both included. */
  readonly path: readonly string[];
  readonly problem?: HierarchyProblem;
  /** With a cycle: its members, each followed by its parent, beginning with the root. */
  readonly cycle?: readonly string[];
}

export interface SegmentDecision {
  readonly segment: Segment | null;
  /** The account whose head count decided: the account itself where it can, else the smallest id. */
  readonly decidedBy: string | null;
}

/** From low to high. */
const order: readonly Segment[] = ['SMB', 'Mid-Market', 'Large'];

/**
 * Follows parent links up to the ultimate parent. Ends at a stand-alone account (SEG-6), at a parent that
 * is not in the book, and at the latest when it comes round to an account it has seen (SEG-3).
 */
export function rootOf(id: string, lookup: (id: string) => HierarchyNode | undefined): RootFound {
  const own = lookup(id);
  // Most accounts have no parent, and a whole book asks for each of them.
  if (own?.parentId === undefined && own?.parentRef === undefined) return { root: id, path: [id] };
  const places = new Map<string, number>();
  const path: string[] = [];
  let at = id;
  for (;;) {
    places.set(at, path.length);
    path.push(at);
    const node = lookup(at);
    if (!node || node.standAlone === true) return { root: at, path };
    if (node.parentId === undefined) {
      return node.parentRef === undefined
        ? { root: at, path }
        : { root: at, path, problem: 'missing-parent' };
    }
    const seenAt = places.get(node.parentId);
    if (seenAt !== undefined) return roundTrip(path, seenAt);
    if (!lookup(node.parentId)) return { root: at, path, problem: 'missing-parent' };
    at = node.parentId;
  }
}

function roundTrip(path: readonly string[], entry: number): RootFound {
  const members = path.slice(entry);
  let first = 0;
  members.forEach((member, index) => {
    if (member < (members[first] ?? member)) first = index;
  });
  const cycle = [...members.slice(first), ...members.slice(0, first)];
  return {
    root: path[entry + first] ?? '',
    path: path.slice(0, entry + first + 1),
    problem: 'cycle',
    cycle,
  };
}

/** SEG-3: the highest segment that is known; unknown ones do not hide it. `null` when none is known. */
export function highestSegment(segments: Iterable<Segment | null>): Segment | null {
  let highest = -1;
  for (const segment of segments) if (segment !== null) highest = Math.max(highest, order.indexOf(segment));
  return order[highest] ?? null;
}

/** SEG-3: every member of a hierarchy takes its highest segment. The order of the members does not matter. */
export function decideFamily(
  members: Iterable<Pick<HierarchyNode, 'id' | 'ownSegment'>>,
): Map<string, SegmentDecision> {
  const all = [...members];
  const segment = highestSegment(all.map((member) => member.ownSegment));
  let holder: string | null = null;
  if (segment !== null) {
    for (const { id, ownSegment } of all) {
      if (ownSegment === segment && (holder === null || id < holder)) holder = id;
    }
  }
  return new Map(
    all.map(({ id, ownSegment }): [string, SegmentDecision] => [
      id,
      { segment, decidedBy: segment !== null && ownSegment === segment ? id : holder },
    ]),
  );
}

/** "A → B → A". */
export const cyclePath = (found: RootFound, nameOf: (id: string) => string): string =>
  [...(found.cycle ?? []), ...(found.cycle ?? []).slice(0, 1)].map(nameOf).join(' → ');
