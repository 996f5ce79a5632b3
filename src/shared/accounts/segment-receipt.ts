import type { Label } from '../history/change-set.ts';
import { label } from '../rule-book/messages.ts';
import type { AccountValues } from './account.ts';
import { formatEmployees } from './employees.ts';
import { cyclePath, decideFamily, type HierarchyNode, type RootFound } from './hierarchy.ts';
import { chosenCount, employeeSourceWords, segmentOfCount } from './segment.ts';

/**
 * How the segment of an account came about, for people: its own count and where that is from, what the
 * hierarchy adds, and what is wrong with the parent links (SEG-1, SEG-2, SEG-3, SEG-6).
 * @param family every member of its hierarchy, the account included
 */
export function segmentReceipt(
  account: AccountValues & { readonly id: string },
  family: readonly HierarchyNode[],
  found: RootFound,
): Label[] {
  return [
    ownCount(account),
    ...fromHierarchy(account.id, family),
    ...(account.standAlone === true ? [label('seg6.stand-alone')] : []),
    ...problemOf(account, family, found),
  ];
}

function ownCount(account: AccountValues): Label {
  const chosen = chosenCount(account);
  if (!chosen) return label('seg1.no-count');
  const count = formatEmployees(chosen.count);
  const source = employeeSourceWords[chosen.source];
  const segment = segmentOfCount(chosen.count);
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
