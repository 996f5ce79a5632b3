import type { Segment } from '../../../shared/accounts/account.ts';
import {
  decideFamily,
  rootOf,
  type HierarchyNode,
  type RootFound,
} from '../../../shared/accounts/hierarchy.ts';
import { fold } from '../../../shared/accounts/normalise.ts';
import type { IsoDate } from '../../../shared/clock.ts';
import { sameValue } from '../../../shared/history/diff.ts';
import { findingsOf } from '../../../shared/statuses/findings.ts';
import type { BookRow } from '../api.ts';
import type { Facts } from './facts.ts';
import type { RowSource } from './sorted-order.ts';

/** What decisions depend on beside the accounts. */
export interface BookContext {
  readonly bdr: string;
  readonly today: IsoDate;
}

/**
 * The book in memory: every account's facts and the row that screens see, by slot. A slot is given once
 * and kept for the session. A change re-decides the families it touches, never the book.
 */
export class Book implements RowSource {
  readonly #facts: (Facts | undefined)[] = [];
  readonly #rows: (BookRow | undefined)[] = [];
  readonly #searchTexts: (string | undefined)[] = [];
  readonly #slots = new Map<string, number>();
  readonly #children = new Map<string, Set<string>>();
  readonly #owners = new Map<string, number>();
  readonly #dirty = new Set<string>();
  #context: BookContext;
  #size = 0;
  #working: ReadonlyMap<Segment, number> | undefined;

  constructor(context: BookContext) {
    this.#context = context;
  }

  get size(): number {
    return this.#size;
  }

  /** Slots given so far, holes of deleted accounts included. */
  get slotCount(): number {
    return this.#facts.length;
  }

  /** Leaves a hole where a deleted account was when the cache was written. */
  skipSlot(): void {
    this.#facts.push(undefined);
    this.#rows.push(undefined);
  }

  readonly rowAt = (slot: number): BookRow | undefined => this.#rows[slot];
  readonly factsAt = (slot: number): Facts | undefined => this.#facts[slot];
  readonly slotOf = (id: string): number | undefined => this.#slots.get(id);
  readonly textAt = (slot: number): string => this.#searchTexts[slot] ?? this.#facts[slot]?.text ?? '';

  readonly rowOf = (id: string): BookRow | undefined => {
    const slot = this.#slots.get(id);
    return slot === undefined ? undefined : this.#rows[slot];
  };

  has(id: string): boolean {
    return this.#factsOf(id) !== undefined;
  }

  *slots(): Iterable<number> {
    for (let slot = 0; slot < this.#rows.length; slot += 1) if (this.#rows[slot]) yield slot;
  }

  /** Names of account owners, in order, '' left out. */
  owners(): string[] {
    return [...this.#owners.keys()].filter((owner) => owner !== '').sort((a, b) => a.localeCompare(b, 'en'));
  }

  /** Takes in accounts that are new or changed; rows follow with `settle`. */
  put(facts: Facts, searchText?: string): void {
    const { id } = facts.row;
    let slot = this.#slots.get(id);
    const before = slot === undefined ? undefined : this.#facts[slot];
    if (slot === undefined) {
      slot = this.#facts.length;
      this.#slots.set(id, slot);
    }
    if (!before) this.#size += 1;
    if (before?.parentId !== facts.parentId || before?.standAlone !== facts.standAlone) {
      if (before) this.#markFamily(id);
      this.#link(id, before?.parentId, facts.parentId);
    }
    this.#facts[slot] = facts;
    if (searchText !== undefined || before) this.#searchTexts[slot] = searchText;
    this.#dirty.add(id);
    // Accounts that named this one as parent before it came stop being orphans.
    if (!before) for (const child of this.#children.get(id) ?? []) this.#dirty.add(child);
  }

  setSearchText(id: string, text: string): void {
    const slot = this.#slots.get(id);
    if (slot !== undefined) this.#searchTexts[slot] = text;
  }

  remove(id: string): void {
    const slot = this.#slots.get(id);
    const facts = slot === undefined ? undefined : this.#facts[slot];
    if (slot === undefined || !facts) return;
    this.#markFamily(id);
    this.#link(id, facts.parentId, undefined);
    this.#facts[slot] = undefined;
    this.#searchTexts[slot] = undefined;
    this.#size -= 1;
    this.#dirty.add(id);
  }

  /** The BDR, or the day, is another: every row's findings may be. */
  setContext(context: BookContext): void {
    if (sameValue(context, this.#context)) return;
    this.#context = context;
    this.#working = undefined;
    for (const facts of this.#facts) if (facts) this.#dirty.add(facts.row.id);
  }

  /**
   * Re-decides the families of what was put or removed since.
   * @param atMost stop after about so many accounts; call again until nothing is `unsettled`
   * @returns the slots whose rows changed
   */
  settle(atMost = Number.POSITIVE_INFINITY): Set<number> {
    const changed = new Set<number>();
    let decided = 0;
    for (const id of this.#dirty) {
      if (decided >= atMost) break;
      if (!this.#factsOf(id)) {
        this.#setRow(id, undefined, changed);
        this.#dirty.delete(id);
        continue;
      }
      const found = rootOf(id, this.#node);
      const members = this.#membersUnder(found.root);
      const segments = decideFamily(members.map((member) => member.node));
      for (const { node } of members) {
        this.#decide(node.id, segments.get(node.id)?.segment ?? null, found, changed);
        this.#dirty.delete(node.id);
        decided += 1;
      }
      this.#dirty.delete(id);
    }
    if (changed.size > 0) this.#working = undefined;
    return changed;
  }

  /** Whether something put or removed is still to be decided. */
  get unsettled(): boolean {
    return this.#dirty.size > 0;
  }

  /** The hierarchy of an account: its ultimate parent's tree, top first. */
  familyOf(id: string): { readonly id: string; readonly depth: number }[] {
    const members = this.#membersUnder(rootOf(id, this.#node).root);
    return members.map(({ node, depth }) => ({ id: node.id, depth }));
  }

  /** Where an account's ultimate parent was found, and what is wrong on the way (SEG-3). */
  rootFound(id: string): RootFound {
    return rootOf(id, this.#node);
  }

  familyNodes(id: string): HierarchyNode[] {
    return this.#membersUnder(rootOf(id, this.#node).root).map(({ node }) => node);
  }

  /** How many accounts a BDR has in Actively Working, by segment (AW-6). */
  workingBySegment(bdr: string): ReadonlyMap<Segment, number> {
    if (this.#working && bdr === this.#context.bdr) return this.#working;
    const name = foldName(bdr);
    const used = new Map<Segment, number>();
    for (const row of this.#rows) {
      if (row?.status !== 'Actively Working' || row.segment === null) continue;
      if (foldName(row.bdrAssigned) !== name) continue;
      used.set(row.segment, (used.get(row.segment) ?? 0) + 1);
    }
    if (bdr === this.#context.bdr) this.#working = used;
    return used;
  }

  /**
   * The one account that a reference (CRM id, or name) means; `undefined` when none or several do.
   * @param except the account that holds the reference
   */
  findByReference(reference: string, except: string): string | undefined {
    const name = fold(reference.trim());
    let found: string | undefined;
    for (const facts of this.#facts) {
      if (!facts || facts.row.id === except) continue;
      if (facts.row.crmId === reference.trim() && reference.trim() !== '') return facts.row.id;
      if (facts.nameKey !== name) continue;
      if (found !== undefined) return undefined;
      found = facts.row.id;
    }
    return found;
  }

  #factsOf(id: string): Facts | undefined {
    const slot = this.#slots.get(id);
    return slot === undefined ? undefined : this.#facts[slot];
  }

  readonly #node = (id: string): HierarchyNode | undefined => {
    const facts = this.#factsOf(id);
    return (
      facts && {
        id,
        name: facts.row.name,
        ownSegment: facts.ownSegment,
        ...(facts.parentId !== undefined && { parentId: facts.parentId }),
        ...(facts.parentRef !== undefined && { parentRef: facts.parentRef }),
        ...(facts.standAlone !== undefined && { standAlone: facts.standAlone }),
      }
    );
  };

  #membersUnder(root: string): { readonly node: HierarchyNode; readonly depth: number }[] {
    const seen = new Set<string>();
    const members: { node: HierarchyNode; depth: number }[] = [];
    const open: { id: string; depth: number }[] = [{ id: root, depth: 0 }];
    for (let next = open.pop(); next; next = open.pop()) {
      const { id, depth } = next;
      const node = this.#node(id);
      if (!node || seen.has(id) || (depth > 0 && node.standAlone === true)) continue;
      seen.add(id);
      members.push({ node, depth });
      const children = [...(this.#children.get(id) ?? [])];
      for (const child of children.reverse()) open.push({ id: child, depth: depth + 1 });
    }
    return members;
  }

  #decide(id: string, segment: Segment | null, hierarchy: RootFound, changed: Set<number>): void {
    const facts = this.#factsOf(id);
    if (!facts) return;
    const findings = findingsOf({
      row: facts.row,
      segment,
      countCrossesBorder: facts.countCrossesBorder,
      // Root and problem are the whole family's; only the way up differs, and findings do not tell it.
      hierarchy,
      nameOf: (other) => this.#factsOf(other)?.row.name ?? other,
      ...(facts.parentRef !== undefined && { parentRef: facts.parentRef }),
      ...this.#context,
    });
    this.#setRow(id, { ...facts.row, segment, findings }, changed);
  }

  #setRow(id: string, row: BookRow | undefined, changed: Set<number>): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    const before = this.#rows[slot];
    if (sameValue(before, row)) {
      // The place on the board is no part of the row, but the orders have to hear of it.
      if (this.#dirty.has(id)) changed.add(slot);
      return;
    }
    if (before) this.#countOwner(before.owner, -1);
    if (row) this.#countOwner(row.owner, 1);
    this.#rows[slot] = row;
    changed.add(slot);
  }

  #countOwner(owner: string, delta: number): void {
    const count = (this.#owners.get(owner) ?? 0) + delta;
    if (count === 0) this.#owners.delete(owner);
    else this.#owners.set(owner, count);
  }

  #markFamily(id: string): void {
    for (const { node } of this.#membersUnder(rootOf(id, this.#node).root)) this.#dirty.add(node.id);
    for (const child of this.#children.get(id) ?? []) this.#dirty.add(child);
  }

  #link(id: string, from: string | undefined, to: string | undefined): void {
    if (from !== undefined) this.#children.get(from)?.delete(id);
    if (to === undefined) return;
    const siblings = this.#children.get(to);
    if (siblings) siblings.add(id);
    else this.#children.set(to, new Set([id]));
  }
}

const foldName = (name: string): string => fold(name.trim());
