import type { Account } from '../accounts/account.ts';
import { AccountIndex, type Evidence } from './account-index.ts';
import { sameCountryKey } from './countries.ts';
import { crmIdKey, crmIdKind, nameKey, websiteDomain } from './match-keys.ts';
import { matchRow, type Match, type MatchedBy } from './match-row.ts';
import { agreesWith, changesNothing, mergeRows, type Conflict, type TakenColumn } from './merge-row.ts';
import type { CellValue } from './read-cell.ts';
import type { Decision } from './plan.ts';
import type { ReadRows } from './read-rows.ts';
import type { Label } from '../history/change-set.ts';

/** An account of the book or one that the file brings, with what the file says about it. */
export interface Slot {
  readonly account: Account | undefined;
  /** The first row that is about it; -1 while there is none. */
  row: number;
  cells: readonly CellValue[];
  by: MatchedBy | 'you' | 'new';
}

export type Placed =
  | { readonly kind: 'slot'; readonly slot: number }
  | {
      readonly kind: 'merged';
      readonly slot: number;
      readonly by: MatchedBy | 'you';
      readonly conflicts: readonly Conflict[];
    }
  | { readonly kind: 'ask'; readonly why: Label; readonly candidates: readonly number[] }
  | { readonly kind: 'skip' };

/** The columns by which rows are recognised, as positions among the taken columns; -1 = none. */
interface EvidenceColumns {
  readonly name: number;
  readonly crmId: number;
  readonly website: number;
  readonly countries: readonly number[];
  readonly places: readonly number[];
}

/** Finds for every row the account it is about (EX-3), rows of the file among each other included. */
export class RowPlacer {
  readonly slots: Slot[];
  private readonly columns: readonly TakenColumn[];
  private readonly index: AccountIndex;
  private readonly at: EvidenceColumns;
  private readonly slotOfRow = new Map<number, number>();
  private readonly slotOfAccount = new Map<string, number>();

  constructor(rows: ReadRows, book: readonly Account[], bookIndex: AccountIndex) {
    this.columns = rows.columns;
    this.index = new AccountIndex(bookIndex);
    this.at = evidenceColumns(rows.columns);
    this.slots = book.map((account, slot): Slot => {
      this.slotOfAccount.set(account.id, slot);
      return { account, row: -1, cells: [], by: 'new' };
    });
  }

  place(row: number, cells: readonly CellValue[], decision: Decision | undefined): Placed {
    const evidence = this.evidenceOf(cells);
    if (decision) {
      const placed = this.placeAsDecided(row, cells, evidence, decision);
      if (placed) return placed;
    }
    const match = matchRow(evidence, this.index, (slots) => this.harmless(slots, cells));
    switch (match.kind) {
      case 'ask':
        return match;
      case 'new':
        return this.makeNew(row, cells, evidence, 'new');
      case 'slot':
        return this.take(row, cells, evidence, match);
    }
  }

  private placeAsDecided(
    row: number,
    cells: readonly CellValue[],
    evidence: Evidence,
    decision: Decision,
  ): Placed | undefined {
    if (decision.kind === 'skip') return { kind: 'skip' };
    if (decision.kind === 'new') return this.makeNew(row, cells, evidence, 'you');
    const slot =
      decision.kind === 'account' ? this.slotOfAccount.get(decision.id) : this.slotOfRow.get(decision.row);
    return slot === undefined ? undefined : this.join(row, cells, evidence, slot, 'you');
  }

  private take(
    row: number,
    cells: readonly CellValue[],
    evidence: Evidence,
    match: Extract<Match, { kind: 'slot' }>,
  ): Placed {
    const slot = this.slotAt(match.slot);
    if (slot.row >= 0 && match.by !== 'crmId') {
      const doubt = this.doubtOfSecondRow(slot.cells, cells, match.by);
      if (doubt !== undefined)
        return { kind: 'ask', why: { id: doubt, params: { candidates: 1 } }, candidates: [match.slot] };
    }
    return this.join(row, cells, evidence, match.slot, match.by);
  }

  private join(
    row: number,
    cells: readonly CellValue[],
    evidence: Evidence,
    at: number,
    by: MatchedBy | 'you',
  ): Placed {
    const slot = this.slotAt(at);
    this.slotOfRow.set(row, at);
    this.index.add(at, this.widened(at, evidence));
    if (slot.row < 0) {
      slot.row = row;
      slot.cells = cells;
      slot.by = by;
      return { kind: 'slot', slot: at };
    }
    const merged = mergeRows(this.columns, slot.cells, cells);
    slot.cells = merged.cells;
    return { kind: 'merged', slot: at, by, conflicts: merged.conflicts };
  }

  private makeNew(row: number, cells: readonly CellValue[], evidence: Evidence, by: 'new' | 'you'): Placed {
    const slot = this.slots.length;
    this.slots.push({ account: undefined, row, cells, by });
    this.slotOfRow.set(row, slot);
    this.index.add(slot, evidence);
    return { kind: 'slot', slot };
  }

  /** One that the row leaves as it is: first such that no row spoke for, then those whose row says the same. */
  private harmless(candidates: readonly number[], cells: readonly CellValue[]): number | undefined {
    const untouched = candidates.find((at) => {
      const { row, account } = this.slotAt(at);
      return row < 0 && account !== undefined && changesNothing(this.columns, cells, account);
    });
    return (
      untouched ??
      candidates.find((at) => {
        const slot = this.slotAt(at);
        return slot.row >= 0 && agreesWith(this.columns, cells, slot.cells);
      })
    );
  }

  /** Why a second row about one account, known by a weak sign only, may mean another company or place. */
  private doubtOfSecondRow(
    first: readonly CellValue[],
    later: readonly CellValue[],
    by: 'domain' | 'name',
  ): string | undefined {
    const differs = (column: number): boolean =>
      nameKey(this.text(first, column)) !== nameKey(this.text(later, column));
    if (differs(this.at.name))
      return by === 'domain' ? 'exchange.ask.second-by-domain' : 'exchange.ask.renamed';
    const speak = (column: number): boolean =>
      this.text(first, column) !== '' && this.text(later, column) !== '';
    const elsewhere = this.at.places.some((column) => speak(column) && differs(column));
    return by === 'name' && elsewhere ? 'exchange.ask.second-by-name' : undefined;
  }

  private text(cells: readonly CellValue[], column: number): string {
    const cell = column < 0 ? undefined : cells[column];
    return typeof cell === 'string' ? cell : '';
  }

  private evidenceOf(cells: readonly CellValue[]): Evidence {
    const crmId = this.text(cells, this.at.crmId);
    const website = this.text(cells, this.at.website);
    const domain = website === '' ? undefined : websiteDomain(website);
    const country = this.at.countries.map((column) => this.text(cells, column)).find((text) => text !== '');
    return {
      name: nameKey(this.text(cells, this.at.name)),
      crm: crmId === '' ? undefined : crmIdKey(crmId),
      crmKind: crmId === '' ? undefined : crmIdKind(crmId),
      domain,
      country: country === undefined ? undefined : sameCountryKey(country),
    };
  }

  /** What is known of an account after a row has spoken: the row's word first, else what was known. */
  private widened(at: number, evidence: Evidence): Evidence {
    const known = this.index.evidenceOf(at);
    return {
      name: evidence.name,
      crm: evidence.crm ?? known.crm,
      crmKind: evidence.crmKind ?? known.crmKind,
      domain: evidence.domain ?? known.domain,
      country: evidence.country ?? known.country,
    };
  }

  slotAt(at: number): Slot {
    const slot = this.slots[at];
    if (!slot) throw new Error(`No slot ${at}.`);
    return slot;
  }

  private nameAfter({ account, row, cells }: Slot): string {
    return nameKey(row < 0 ? (account?.name ?? '') : this.text(cells, this.at.name));
  }

  accountWithId(id: string): Account | undefined {
    const slot = this.slotOfAccount.get(id);
    return slot === undefined ? undefined : this.slots[slot]?.account;
  }

  /** The one account that a parent column's text names: by CRM id, else by a name that only one has. */
  parentSlot(text: string): number | undefined {
    const byId = this.index.withCrm(crmIdKey(text));
    if (byId.length > 0) return byId.length === 1 ? byId[0] : undefined;
    const key = nameKey(text);
    // By the names that accounts will have: this very file may rename them.
    const byName = this.index.withName(key).filter((at) => this.nameAfter(this.slotAt(at)) === key);
    return byName.length === 1 ? byName[0] : undefined;
  }
}

function evidenceColumns(columns: readonly TakenColumn[]): EvidenceColumns {
  const of = (...keys: string[]): number[] =>
    keys.flatMap((key) => {
      const at = columns.findIndex(({ field }) => field.kind === 'field' && field.key === key);
      return at < 0 ? [] : [at];
    });
  const places = ['override', 'dataFox', 'zoomInfo', 'shipping', 'billing'];
  return {
    name: of('name')[0] ?? -1,
    crmId: of('crmId')[0] ?? -1,
    website: of('website')[0] ?? -1,
    countries: of(...places.map((source) => `${source}Country`)),
    places: of(...places.flatMap((source) => [`${source}City`, `${source}State`, `${source}PostalCode`])),
  };
}
