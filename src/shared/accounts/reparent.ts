import { label } from '../rule-book/messages.ts';
import type { RuleSettings } from '../rule-book/settings.ts';
import type { Refusal } from '../statuses/decision.ts';
import type { Segment } from './account.ts';
import { isBlankName } from './bdr.ts';
import { decideFamily, rootOf, type HierarchyNode } from './hierarchy.ts';
import { decideMotion, type Motion, type MotionFacts } from './motion.ts';

/** What a change of parents is previewed from. */
export type FamilyMember = HierarchyNode & MotionFacts;

/** What a change of the hierarchy does to one account. */
export interface FamilyEffect {
  readonly id: string;
  readonly name: string;
  readonly segment: { readonly from: Segment | null; readonly to: Segment | null };
  readonly motion: { readonly from: Motion; readonly to: Motion };
}

export type FamilyChange =
  /** Accounts whose segment or motion changes, in the order of `members`. */
  | { readonly allowed: true; readonly effects: readonly FamilyEffect[] }
  | {
      readonly allowed: false;
      readonly refusal: Refusal;
      /** Where parents would run in a circle: its ids, the account first and last. */
      readonly path: readonly string[];
    };

type Lookup = (id: string) => FamilyMember | undefined;

/**
 * SEG-3: whether an account may get this parent (`null` = none), and what that does. A circle is refused
 * with its path; a circle that was there before, elsewhere, does not hinder.
 * @param members every member of the hierarchies that the account leaves and joins
 */
export function decideReparent(
  id: string,
  parentId: string | null,
  lookup: Lookup,
  members: readonly FamilyMember[],
  settings?: Pick<RuleSettings, 'expandFromCarr'>,
): FamilyChange {
  const circle = parentId === null ? undefined : decideCircle(id, parentId, lookup);
  if (circle) return { allowed: false, ...circle };
  return { allowed: true, effects: effectsOf(members, lookup, moved(id, parentId, lookup), settings) };
}

type Above = (id: string) => Pick<HierarchyNode, 'name' | 'parentId'> | undefined;

/** SEG-3: why an account may not get this parent, its parents running in a circle then; `undefined` = it may. */
export function decideCircle(
  id: string,
  parentId: string,
  lookup: Above,
): { readonly refusal: Refusal; readonly path: readonly string[] } | undefined {
  const path = circleThrough(id, parentId, lookup);
  if (!path) return undefined;
  const words = path.map((at) => lookup(at)?.name ?? at).join(' → ');
  return {
    refusal: {
      rule: 'SEG-3',
      message: path.length === 2 ? label('seg3.own-parent') : label('seg3.circle-refused', { path: words }),
      remedy: label('seg3.circle-refused-remedy'),
    },
    path,
  };
}

/** The way up from the new parent back to the account, the account first: A → B → A. */
function circleThrough(id: string, parentId: string, lookup: Above): string[] | undefined {
  const path = [id];
  const seen = new Set<string>();
  for (let at: string | undefined = parentId; at !== undefined; at = lookup(at)?.parentId) {
    path.push(at);
    if (at === id) return path;
    if (seen.has(at)) return undefined;
    seen.add(at);
  }
  return undefined;
}

function moved(id: string, parentId: string | null, lookup: Lookup): Lookup {
  return (at) => {
    const node = lookup(at);
    if (!node || at !== id) return node;
    const { parentId: _parentId, parentRef: _parentRef, ...rest } = node;
    return parentId === null ? rest : { ...rest, parentId };
  };
}

/**
 * SEG-6: whether an account may be recorded as stand-alone (or no longer), and what that does. It needs a
 * parent to stand apart from, and a word why.
 */
export function decideStandAlone(
  id: string,
  { standAlone, reason }: { readonly standAlone: boolean; readonly reason?: string },
  lookup: Lookup,
  members: readonly FamilyMember[],
  settings?: Pick<RuleSettings, 'expandFromCarr'>,
): FamilyChange {
  const refused = (message: Refusal['message'], remedy: Refusal['remedy']): FamilyChange => ({
    allowed: false,
    refusal: { rule: 'SEG-6', message, remedy },
    path: [],
  });
  if (standAlone && lookup(id)?.parentId === undefined) {
    return refused(label('seg6.no-parent'), label('seg6.no-parent-remedy'));
  }
  if (standAlone && isBlankName(reason)) {
    return refused(label('seg6.no-reason'), label('seg6.no-reason-remedy'));
  }
  const after: Lookup = (at) => {
    const node = lookup(at);
    return node && at === id ? { ...node, standAlone } : node;
  };
  return { allowed: true, effects: effectsOf(members, lookup, after, settings) };
}

interface Decided {
  readonly segment: Segment | null;
  readonly motion: Motion;
}

function effectsOf(
  members: readonly FamilyMember[],
  before: Lookup,
  after: Lookup,
  settings: Pick<RuleSettings, 'expandFromCarr'> | undefined,
): FamilyEffect[] {
  const was = decideAll(members, before, settings);
  const is = decideAll(members, after, settings);
  return members.flatMap(({ id, name }): FamilyEffect[] => {
    const from = was.get(id);
    const to = is.get(id);
    if (!from || !to || (from.segment === to.segment && from.motion === to.motion)) return [];
    return [
      {
        id,
        name,
        segment: { from: from.segment, to: to.segment },
        motion: { from: from.motion, to: to.motion },
      },
    ];
  });
}

/** Segment (SEG-3) and motion (SEG-5) of every member, by the hierarchies that the links make. */
function decideAll(
  members: readonly FamilyMember[],
  lookup: Lookup,
  settings: Pick<RuleSettings, 'expandFromCarr'> | undefined,
): Map<string, Decided> {
  const families = new Map<string, FamilyMember[]>();
  for (const { id } of members) {
    const { root } = rootOf(id, lookup);
    const member = lookup(id);
    if (member) families.set(root, [...(families.get(root) ?? []), member]);
  }
  const decided = new Map<string, Decided>();
  for (const family of families.values()) {
    const { motion } = decideMotion(family, settings);
    for (const [id, { segment }] of decideFamily(family)) decided.set(id, { segment, motion });
  }
  return decided;
}
