import type { EntityChange, Label } from '../../history/change-set.ts';
import { sameValue } from '../../history/diff.ts';
import { label } from '../../rule-book/messages.ts';
import type { MatchedBy } from '../match-row.ts';
import type { Candidate, Decision, RowKind } from '../plan.ts';
import type { RowProblem, SkipReason } from '../read-rows.ts';
import type { AccountFinder, AccountFound } from './find-account.ts';
import type { ReadRecords, RecordCells } from './read-record-rows.ts';
import { changeOfRecord } from './record-change.ts';
import type { RecordSubject } from './record-columns.ts';
import { RecordIndex } from './record-index.ts';
import { namedCells, sureText, textOf, valuesOf, type KnownRecord } from './record-values.ts';

export interface RecordPlanInput {
  readonly subject: RecordSubject;
  readonly rows: ReadRecords;
  readonly accounts: AccountFinder;
  readonly records: readonly KnownRecord[];
  readonly decisions: ReadonlyMap<number, Decision>;
  /** The id of the record that a row brings; the same for the same row in every plan. */
  readonly idOfRow: (row: number) => string;
}

/** Where a later row about the same record says something else. */
interface RecordConflict {
  readonly key: string;
  readonly kept: string | boolean;
  readonly dropped: string | boolean;
}

export interface RecordOutcome {
  readonly matchedBy?: MatchedBy | 'you';
  readonly into?: number;
  readonly conflicts?: readonly RecordConflict[];
  readonly skipped?: SkipReason;
  readonly problems?: readonly RowProblem[];
  readonly why?: Label;
  readonly candidates?: readonly Candidate[];
  /** Of an undecided row: the account at which it could make a new record. */
  readonly newAt?: string;
  readonly notes?: readonly Label[];
  readonly change?: EntityChange;
}

/** A record that rows are about: one of the book, or a new one. */
interface RecordSlot {
  readonly id: string;
  readonly accountId: string;
  readonly present: KnownRecord | undefined;
  /** The first row about it. */
  readonly row: number;
  readonly values: Map<string, string | boolean | null>;
}

type By = MatchedBy | 'you';

/** Finds for every row the account and the record that it is about, rows of the file among each other included. */
export class RecordPlacer {
  readonly outcomes = new Map<number, RecordOutcome>();
  /** By id of the record. */
  readonly slots = new Map<string, RecordSlot>();
  private readonly input: RecordPlanInput;
  private readonly index: RecordIndex;

  constructor(input: RecordPlanInput) {
    this.input = input;
    this.index = new RecordIndex(input.subject, input.records);
  }

  /** By its mail address or CRM id, or because a person said so. */
  isSure(row: number, cells: RecordCells): boolean {
    return this.input.decisions.has(row) || textOf(cells.get(this.index.sureKey)) !== undefined;
  }

  place(row: number, cells: RecordCells): RowKind {
    const { subject } = this.input;
    const decision = this.input.decisions.get(row);
    if (decision?.kind === 'skip') return this.told(row, 'skipped', { skipped: 'chosen' });
    const values = namedCells(cells);
    const chosen = decision?.kind === 'account' ? this.index.known(decision.id) : undefined;
    if (chosen) return this.take(row, values, chosen.accountId, chosen.id, 'you');
    const account = this.accountOf(values, decision);
    const known = account.kind === 'found' ? undefined : this.index.withCrmId(values);
    if (known !== undefined) return this.take(row, values, this.accountIdOf(known), known, 'crmId');
    if (account.kind === 'ask') return this.askForAccount(row, account);
    if (account.kind === 'none') return this.refuse(row, this.accountColumn(), 'exchange.record.no-account');
    if (typeof values.get('name') !== 'string' && !this.hasIdentity(values)) {
      return this.refuse(row, this.nameColumn(), `exchange.record.no-name-${subject}`);
    }
    if (decision?.kind === 'new') return this.make(row, values, account.id, 'you');
    return this.placeWithin(row, values, account.id, decision?.kind === 'account' ? 'you' : account.by);
  }

  private placeWithin(
    row: number,
    values: Map<string, string | boolean | null>,
    accountId: string,
    by: By,
  ): RowKind {
    const found = this.recordsFor(accountId, values);
    const [only, ...others] = found;
    if (only === undefined) return this.make(row, values, accountId, by);
    if (others.length === 0) return this.take(row, values, accountId, only, by);
    // Of several, one about which the row says nothing new is taken: nothing can go wrong.
    const harmless = found.find((id) => this.saysNothingNew(id, values));
    // It claims nothing either, so that a row that does say something still holds.
    if (harmless !== undefined) return this.take(row, new Map(), accountId, harmless, by);
    return this.told(row, 'undecided', {
      why: label(`exchange.record.several-${this.input.subject}`),
      candidates: found.map((id): Candidate => ({ kind: 'account', id, name: this.describe(id) })),
      newAt: accountId,
    });
  }

  private askForAccount(row: number, { why, ids }: Extract<AccountFound, { kind: 'ask' }>): RowKind {
    const { accounts } = this.input;
    const candidates = ids.map((id): Candidate => ({ kind: 'account', id, name: accounts.nameOf(id) ?? id }));
    return this.told(row, 'undecided', { why, candidates });
  }

  private accountOf(values: RecordCells, decision: Decision | undefined): AccountFound {
    const { accounts, subject } = this.input;
    const chosen =
      decision?.kind === 'account' ? decision.id : decision?.kind === 'new' ? decision.at : undefined;
    if (chosen !== undefined && accounts.nameOf(chosen) !== undefined) {
      return { kind: 'found', id: chosen, by: 'name' };
    }
    return accounts.find({
      crmId: textOf(values.get('account.crmId')),
      website: textOf(values.get('account.website')),
      name: textOf(values.get('account.name')),
      ...(subject === 'people' && { email: textOf(values.get('email')) }),
    });
  }

  private recordsFor(accountId: string, values: RecordCells): readonly string[] {
    const known = this.index.withCrmId(values);
    if (known !== undefined) return [known];
    const { mailed, named } = this.index.within(accountId, values);
    return mailed.length > 0 ? mailed : named.filter((id) => !this.differs(id, values));
  }

  /** Two mail addresses, or two CRM ids, are two records though the name is one. */
  private differs(id: string, values: RecordCells): boolean {
    const key = this.index.sureKey;
    const said = textOf(values.get(key));
    const slot = this.slots.get(id);
    const has = slot?.values.has(key) === true ? textOf(slot.values.get(key)) : this.index.knownText(id, key);
    return said !== undefined && has !== undefined && sureText(key, said) !== sureText(key, has);
  }

  private saysNothingNew(id: string, values: RecordCells): boolean {
    const present = this.index.known(id);
    if (present === undefined) return false;
    const { accountId } = present;
    return changeOfRecord(this.input.subject, { id, accountId, present, values }) === undefined;
  }

  private make(
    row: number,
    values: Map<string, string | boolean | null>,
    accountId: string,
    by: By,
  ): RowKind {
    const id = this.input.idOfRow(row);
    this.slots.set(id, { id, accountId, present: undefined, row, values });
    this.index.add(id, accountId, Object.fromEntries(values));
    return this.told(row, 'new', { matchedBy: by });
  }

  private take(
    row: number,
    values: Map<string, string | boolean | null>,
    accountId: string,
    id: string,
    by: By,
  ): RowKind {
    const slot = this.slots.get(id);
    if (slot) return this.merge(row, values, slot, by);
    const present = this.index.known(id);
    const own = present?.accountId ?? accountId;
    this.slots.set(id, { id, accountId: own, present, row, values });
    this.index.change(id, own, present ? valuesOf(present) : {}, values);
    return this.told(row, 'identical', {
      matchedBy: by,
      ...(own !== accountId && {
        notes: [label('exchange.record.other-account', { account: this.input.accounts.nameOf(own) ?? own })],
      }),
    });
  }

  /** A further row about one record fills blanks; where both speak the first row holds. */
  private merge(row: number, values: RecordCells, slot: RecordSlot, by: By): RowKind {
    const conflicts: RecordConflict[] = [];
    for (const [key, value] of values) {
      const kept = slot.values.get(key);
      if (kept === undefined || kept === null) {
        if (value !== null && kept === undefined) slot.values.set(key, value);
      } else if (value !== null && !sameValue(kept, value)) conflicts.push({ key, kept, dropped: value });
    }
    this.index.add(slot.id, slot.accountId, Object.fromEntries(slot.values));
    return this.told(row, 'merged', { matchedBy: by, into: slot.row, conflicts });
  }

  private told(row: number, kind: RowKind, outcome: RecordOutcome): RowKind {
    this.outcomes.set(row, outcome);
    return kind;
  }

  private refuse(row: number, column: number | null, id: string): RowKind {
    return this.told(row, 'refused', { problems: [{ column, message: { id } }] });
  }

  private accountIdOf(id: string): string {
    return this.slots.get(id)?.accountId ?? this.index.known(id)?.accountId ?? '';
  }

  private accountColumn(): number | null {
    const { positions } = this.input.rows;
    return positions.get('account.name') ?? positions.get('account.crmId') ?? positions.get('email') ?? null;
  }

  private nameColumn(): number | null {
    return this.input.rows.positions.get('name') ?? this.input.rows.positions.get('lastName') ?? null;
  }

  private hasIdentity(values: RecordCells): boolean {
    return this.input.subject === 'opportunities' && textOf(values.get('crmId')) !== undefined;
  }

  private describe(id: string): string {
    const { name, title, stage, email } = Object.fromEntries(
      Object.entries({
        ...(this.index.known(id) ?? {}),
        ...Object.fromEntries(this.slots.get(id)?.values ?? []),
      }),
    );
    return [name, email ?? title ?? stage].filter((part) => typeof part === 'string').join(', ') || id;
  }
}
