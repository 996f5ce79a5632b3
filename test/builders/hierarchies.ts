import type { Account } from '../../src/shared/accounts/account.ts';
import type { SeededRandom } from './random.ts';

export interface HierarchyOptions {
  /** Share of accounts that have a parent. */
  readonly share: number;
  /** The longest chain of parents, before any cycle is tied. */
  readonly maxDepth: number;
  /** How many loops to tie (an account that is its own ancestor). */
  readonly cycles?: number;
  /** How many accounts name a parent that is not in the book. */
  readonly missingParents?: number;
  /** Share of children that stand alone (SEG-6). */
  readonly standAlone?: number;
}

/** Gives accounts parents at random. Parents come earlier in the list, so that only asked-for loops exist. */
export function linkHierarchies(
  accounts: readonly Account[],
  random: SeededRandom,
  options: HierarchyOptions,
): Account[] {
  const linked = accounts.map((account) => ({ ...account }));
  const depth = linked.map(() => 0);
  linked.forEach((child, index) => {
    if (index === 0 || !random.chance(options.share)) return;
    const parentIndex = random.int(0, index - 1);
    const parent = linked[parentIndex];
    const parentDepth = depth[parentIndex] ?? 0;
    if (!parent || parentDepth >= options.maxDepth) return;
    depth[index] = parentDepth + 1;
    child.parentId = parent.id;
    child.parentRef = parent.crmId ?? parent.name;
    if (random.chance(options.standAlone ?? 0)) child.standAlone = true;
  });
  tieCycles(linked, random, options.cycles ?? 0);
  loseParents(linked, random, options.missingParents ?? 0);
  return linked;
}

/** Closes loops of one to five accounts: each names the next as its parent, the last the first. */
function tieCycles(accounts: Mutable[], random: SeededRandom, count: number): void {
  for (let round = 0; round < count; round += 1) {
    const members = random.shuffle(accounts).slice(0, random.int(1, Math.min(5, accounts.length)));
    members.forEach((member, index) => {
      const next = members[(index + 1) % members.length];
      if (next) member.parentId = next.id;
    });
  }
}

function loseParents(accounts: Mutable[], random: SeededRandom, count: number): void {
  for (const orphan of random.shuffle(accounts).slice(0, count)) {
    delete orphan.parentId;
    orphan.parentRef = `001${String(random.int(0, 999_999_999)).padStart(12, '0')}`;
  }
}

type Mutable = { -readonly [K in keyof Account]: Account[K] };
