import { rootOf, type HierarchyNode, type RootFound } from '../../../shared/accounts/hierarchy.ts';

/** An account of a hierarchy; depth 0 is the ultimate parent. */
export interface FamilyMember {
  readonly node: HierarchyNode;
  readonly depth: number;
}

const nobody: ReadonlySet<string> = new Set();

/** Who is whose child in the book (SEG-3, SEG-6). What an account says of itself is asked for anew each time. */
export class Families {
  readonly #children = new Map<string, Set<string>>();
  readonly #nodeOf: (id: string) => HierarchyNode | undefined;

  constructor(nodeOf: (id: string) => HierarchyNode | undefined) {
    this.#nodeOf = nodeOf;
  }

  /** Where an account's ultimate parent was found, and what is wrong on the way. */
  rootOf(id: string): RootFound {
    return rootOf(id, this.#nodeOf);
  }

  /** Accounts that name this one as their parent, whether they stand alone or not. */
  childrenOf(id: string): ReadonlySet<string> {
    return this.#children.get(id) ?? nobody;
  }

  /** The hierarchy of an account: its ultimate parent's tree, top first. */
  of(id: string): FamilyMember[] {
    return this.under(this.rootOf(id).root);
  }

  /** The tree under an ultimate parent, top first. */
  under(root: string): FamilyMember[] {
    if (this.childrenOf(root).size === 0) {
      // Most accounts stand alone in the book.
      const node = this.#nodeOf(root);
      return node ? [{ node, depth: 0 }] : [];
    }
    const seen = new Set<string>();
    const members: FamilyMember[] = [];
    const open: { id: string; depth: number }[] = [{ id: root, depth: 0 }];
    for (let next = open.pop(); next; next = open.pop()) {
      const { id, depth } = next;
      const node = this.#nodeOf(id);
      if (!node || seen.has(id) || (depth > 0 && node.standAlone === true)) continue;
      seen.add(id);
      members.push({ node, depth });
      const children = [...this.childrenOf(id)];
      for (const child of children.reverse()) open.push({ id: child, depth: depth + 1 });
    }
    return members;
  }

  /** SEG-6: the accounts whose parent is in an account's hierarchy, and that form hierarchies of their own. */
  standingApart(id: string): HierarchyNode[] {
    return this.of(id).flatMap(({ node: { id: member } }) =>
      [...this.childrenOf(member)].flatMap((child) => {
        const node = child === id ? undefined : this.#nodeOf(child);
        return node?.standAlone === true ? [node] : [];
      }),
    );
  }

  /** An account has another parent; `undefined` = none. */
  link(id: string, from: string | undefined, to: string | undefined): void {
    if (from !== undefined) this.#children.get(from)?.delete(id);
    if (to === undefined) return;
    const siblings = this.#children.get(to);
    if (siblings) siblings.add(id);
    else this.#children.set(to, new Set([id]));
  }
}
