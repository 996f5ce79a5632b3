import type { Segment } from '../../../shared/accounts/account.ts';
import type { HierarchyNode, RootFound } from '../../../shared/accounts/hierarchy.ts';
import { fold } from '../../../shared/accounts/normalise.ts';
import { segmentInForce, type SegmentInForce } from '../../../shared/accounts/segment-hold.ts';
import { sameValue } from '../../../shared/history/diff.ts';
import type { Exceptions } from '../../../shared/territories/exceptions.ts';
import type { TerritoryFacts } from '../../../shared/territories/facts.ts';
import { decideTerritories } from '../../../shared/territories/territory-of.ts';
import type { BookRow } from '../api.ts';
import type { DecisionContext } from '../decisions/context.ts';
import type { RecordDecision } from '../decisions/record-decision.ts';
import { decideRow, type FamilySigns } from '../decisions/row-decisions.ts';
import { familySegments, rowFindings, type DecidedFamily } from '../decisions/row-findings.ts';
import { BookCounts } from './book-counts.ts';
import type { Facts } from './facts.ts';
import { Families } from './families.ts';
import { territoryFactsOf } from './rule-facts.ts';
import type { RowSource } from './sorted-order.ts';
import { Unsettled } from './unsettled.ts';

/**
 * The book in memory: every account's facts, what was decided of its record, and the row that screens see, by
 * slot. A slot is given once and kept for the session. A change re-decides the families it touches, never the
 * book; what another day or other rules re-decide comes in portions.
 */
export class Book implements RowSource {
  readonly #facts: (Facts | undefined)[] = [];
  readonly #records: (RecordDecision | undefined)[] = [];
  readonly #rows: (BookRow | undefined)[] = [];
  readonly #searchTexts: (string | undefined)[] = [];
  readonly #slots = new Map<string, number>();
  readonly #families = new Families((id) => this.nodeOf(id));
  readonly #counts = new BookCounts();
  readonly #unsettled = new Unsettled();
  #context: DecisionContext;
  #size = 0;
  #decisionsMade = 0;

  constructor(context: DecisionContext) {
    this.#context = context;
  }

  /** What it decides by. */
  get context(): DecisionContext {
    return this.#context;
  }

  /** Accounts decided so far, each as often as it was; tests and benches count by it. */
  get decisionsMade(): number {
    return this.#decisionsMade;
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
    this.#records.push(undefined);
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

  /** What was decided of an account's own record; `undefined` = nothing yet. */
  recordOf(id: string): RecordDecision | undefined {
    const slot = this.#slots.get(id);
    return slot === undefined ? undefined : this.#records[slot];
  }

  readonly recordAt = (slot: number): RecordDecision | undefined => this.#records[slot];

  /** What the territory rules look at, of every account. */
  *territoryFacts(): Iterable<TerritoryFacts> {
    for (const facts of this.#facts) if (facts) yield territoryFactsOf(facts);
  }

  /** The same of an account's hierarchy, top first. */
  familyFacts(id: string): TerritoryFacts[] {
    return this.#territoryFactsOf(this.#families.of(id));
  }

  /** PR-8: what an account's hierarchy says for its rank. */
  familySigns(id: string): FamilySigns {
    const { root } = this.#families.rootOf(id);
    return this.#signsOf(
      root,
      this.#families.under(root).map(({ node }) => node),
    );
  }

  /** Country of an account's place (TER-2), as ISO code; `undefined` = unknown. */
  countryOf(id: string): string | undefined {
    return this.#factsOf(id)?.rules.place.country ?? undefined;
  }

  has(id: string): boolean {
    return this.#factsOf(id) !== undefined;
  }

  *slots(): Iterable<number> {
    for (let slot = 0; slot < this.#rows.length; slot += 1) if (this.#rows[slot]) yield slot;
  }

  /** Names of account owners, in order, '' left out. */
  owners(): string[] {
    return this.#counts.owners();
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
      this.#families.link(id, before?.parentId, facts.parentId);
    }
    this.#facts[slot] = facts;
    if (searchText !== undefined || before) this.#searchTexts[slot] = searchText;
    this.#unsettled.mark(id);
    // Accounts that named this one as parent before it came stop being orphans.
    if (!before) for (const child of this.#families.childrenOf(id)) this.#unsettled.mark(child);
  }

  /** Takes in what was decided of an account's record; its row follows with `settle`. */
  setRecord(id: string, record: RecordDecision | undefined): void {
    const slot = this.#slots.get(id);
    if (slot === undefined || !this.#facts[slot] || sameValue(this.#records[slot], record)) return;
    this.#records[slot] = record;
    this.#unsettled.mark(id);
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
    this.#families.link(id, facts.parentId, undefined);
    this.#facts[slot] = undefined;
    this.#records[slot] = undefined;
    this.#searchTexts[slot] = undefined;
    this.#size -= 1;
    this.#unsettled.mark(id);
  }

  /** Decides by another context from now on. Where rows may say something else, they are `unsettled`. */
  setContext(context: DecisionContext): void {
    const before = this.#context;
    this.#context = context;
    if (context.stamps.rows === before.stamps.rows) {
      // TER-5, TER-7: an exception concerns its own hierarchy.
      for (const id of differing(before.territory.exceptions, context.territory.exceptions)) {
        if (this.has(id)) this.#unsettled.mark(id);
      }
      return;
    }
    this.#unsettled.contextChanged(this.#slotsByWork());
  }

  /** Every slot, those on the board first: somebody looks at them. */
  *#slotsByWork(): Generator<number> {
    for (const isOnBoard of [true, false]) {
      for (let slot = 0; slot < this.#facts.length; slot += 1) {
        const facts = this.#facts[slot];
        if (facts && (facts.row.status !== '') === isOnBoard) yield slot;
      }
    }
  }

  /**
   * Re-decides the families of what was put or removed since.
   * @param atMost stop after about so many accounts; call again until nothing is `unsettled`
   * @returns the slots whose rows changed
   */
  settle(atMost = Number.POSITIVE_INFINITY): Set<number> {
    const changed = new Set<number>();
    this.#settleDirty(atMost, changed);
    return changed;
  }

  /** The same, and after it about so many accounts that another context left to be re-decided. */
  settleMore(stale: number): Set<number> {
    const changed = new Set<number>();
    this.#settleDirty(Number.POSITIVE_INFINITY, changed);
    let taken = 0;
    while (taken < stale) {
      const slot = this.#unsettled.nextStale();
      if (slot === undefined) break;
      const id = this.#facts[slot]?.row.id;
      if (id === undefined) continue;
      this.#unsettled.mark(id);
      taken += this.#settleDirty(Number.POSITIVE_INFINITY, changed);
    }
    return changed;
  }

  /** @returns how many accounts it decided */
  #settleDirty(atMost: number, changed: Set<number>): number {
    let decided = 0;
    for (const id of this.#unsettled.dirty) {
      if (decided >= atMost) break;
      if (!this.#factsOf(id)) {
        this.#setRow(id, undefined, changed);
        this.#unsettled.unmark(id);
        continue;
      }
      const found = this.#families.rootOf(id);
      const members = this.#families.under(found.root);
      this.#decideFamily(members, found, changed);
      for (const { node } of members) this.#unsettled.unmark(node.id);
      decided += members.length;
      this.#unsettled.unmark(id);
    }
    this.#decisionsMade += decided;
    return decided;
  }

  /** Whether something put or removed is still to be decided. */
  get isDirty(): boolean {
    return this.#unsettled.dirty.size > 0;
  }

  /** Whether rows may still say what another context decided of their hierarchies. */
  get hasStaleRows(): boolean {
    return this.#unsettled.hasStale;
  }

  /** Whether anything is still to be decided. */
  get unsettled(): boolean {
    return this.isDirty || this.hasStaleRows;
  }

  /** The hierarchy of an account: its ultimate parent's tree, top first. */
  familyOf(id: string): { readonly id: string; readonly depth: number }[] {
    return this.#families.of(id).map(({ node, depth }) => ({ id: node.id, depth }));
  }

  /** Where an account's ultimate parent was found, and what is wrong on the way (SEG-3). */
  rootFound(id: string): RootFound {
    return this.#families.rootOf(id);
  }

  familyNodes(id: string): HierarchyNode[] {
    return this.#families.of(id).map(({ node }) => node);
  }

  /** SEG-6: the accounts whose parent is in an account's hierarchy, and that form hierarchies of their own. */
  standingApart(id: string): HierarchyNode[] {
    return this.#families.standingApart(id);
  }

  /** How many accounts a BDR has in Actively Working, by segment (AW-6). */
  workingBySegment(bdr: string): ReadonlyMap<Segment, number> {
    return this.#counts.seats(bdr, this.#context.bdr, this.#rows);
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

  /** An account as hierarchies see it. */
  readonly nodeOf = (id: string): HierarchyNode | undefined => {
    const facts = this.#factsOf(id);
    if (!facts) return undefined;
    const { segment, pending } = this.#ownInForce(facts);
    const node: { -readonly [K in keyof HierarchyNode]: HierarchyNode[K] } = {
      id,
      name: facts.row.name,
      ownSegment: segment,
    };
    if (pending !== undefined) node.pendingSegment = pending;
    if (facts.parentId !== undefined) node.parentId = facts.parentId;
    if (facts.parentRef !== undefined) node.parentRef = facts.parentRef;
    if (facts.standAlone !== undefined) node.standAlone = facts.standAlone;
    return node;
  };

  /** SEG-4. */
  #ownInForce({ ownSegment, rules: { segmentConfirmed, segmentDeclined } }: Facts): SegmentInForce {
    if (segmentConfirmed === null) return { segment: ownSegment };
    const held = { ownSegment, segmentConfirmed, segmentDeclined: segmentDeclined ?? undefined };
    return segmentInForce(held, this.#context.rules);
  }

  #territoryFactsOf(members: readonly { readonly node: HierarchyNode }[]): TerritoryFacts[] {
    return members.flatMap(({ node }) => {
      const facts = this.#factsOf(node.id);
      return facts ? [territoryFactsOf(facts)] : [];
    });
  }

  #decideFamily(
    members: readonly { readonly node: HierarchyNode }[],
    found: RootFound,
    changed: Set<number>,
  ): void {
    const facts = this.#territoryFactsOf(members);
    const family: DecidedFamily = {
      found,
      ...familySegments(facts, this.#context.rules),
      facts: new Map(facts.map((member) => [member.id, member])),
      decisions: decideTerritories(facts, this.#context.territory),
      nameOf: (id) => this.#factsOf(id)?.row.name ?? id,
    };
    const signs = this.#signsOf(found.root, facts);
    for (const { id } of facts) this.#decide(id, family, signs, changed);
  }

  #signsOf(root: string, members: readonly { readonly id: string }[]): FamilySigns {
    let ceInHierarchy: boolean | null = null;
    for (const { id } of members) {
      const uses = this.recordOf(id)?.rank?.usesCe;
      if (uses !== undefined) ceInHierarchy = uses || ceInHierarchy === true;
    }
    return { parentScore: this.recordOf(root)?.score ?? 0, ceInHierarchy };
  }

  #decide(id: string, family: DecidedFamily, signs: FamilySigns, changed: Set<number>): void {
    const facts = this.#factsOf(id);
    const territory = family.decisions.get(id);
    if (!facts || !territory) return;
    const row = { ...facts.row, segment: territory.segment };
    const findings = rowFindings(facts, family, this.#context);
    const record = this.recordOf(id);
    const decided = record && decideRow({ row, record, territory, signs }, this.#context);
    this.#setRow(id, { ...row, findings, ...(decided && { decided }) }, changed);
  }

  #setRow(id: string, row: BookRow | undefined, changed: Set<number>): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.#unsettled.decided(slot);
    const before = this.#rows[slot];
    if (sameValue(before, row)) {
      // The place on the board is no part of the row, but the orders have to hear of it.
      if (this.#unsettled.dirty.has(id)) changed.add(slot);
      return;
    }
    this.#counts.rowChanged(before, row);
    this.#rows[slot] = row;
    changed.add(slot);
  }

  #markFamily(id: string): void {
    for (const { node } of this.#families.of(id)) this.#unsettled.mark(node.id);
    for (const child of this.#families.childrenOf(id)) this.#unsettled.mark(child);
  }
}

/** The accounts of which two sets of exceptions say something else. */
function differing(a: Exceptions, b: Exceptions): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((id) => !sameValue(a.get(id), b.get(id)));
}
