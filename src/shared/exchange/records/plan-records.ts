import { fold } from '../../accounts/normalise.ts';
import type { Opportunity } from '../../accounts/opportunity.ts';
import type { Prospect, ProspectValues } from '../../accounts/prospect.ts';
import type { EntityChange, Label } from '../../history/change-set.ts';
import { changeBetween, sameValue } from '../../history/diff.ts';
import { label } from '../../rule-book/messages.ts';
import { keepEarlierSequence } from '../../statuses/sequencing.ts';
import { crmIdKey } from '../match-keys.ts';
import type { MatchedBy } from '../match-row.ts';
import { rowKinds, type Candidate, type Decision, type RowCounts, type RowKind } from '../plan.ts';
import type { RowProblem, SkipReason } from '../read-rows.ts';
import type { AccountFinder, AccountFound } from './find-account.ts';
import type { ReadRecords, RecordCells } from './read-record-rows.ts';
import type { RecordSubject } from './record-columns.ts';

/** A person or an opportunity as the book has it. */
export type KnownRecord = Prospect | Opportunity;

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
export interface RecordConflict {
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
  readonly notes?: readonly Label[];
  readonly change?: EntityChange;
}

export interface RecordPlan {
  readonly counts: RowCounts;
  readonly kinds: readonly RowKind[];
  readonly outcomes: ReadonlyMap<number, RecordOutcome>;
  readonly changes: readonly EntityChange[];
  readonly created: number;
  readonly changed: number;
}

/** A record that rows are about: one of the book, or a new one. */
interface Slot {
  readonly id: string;
  readonly accountId: string;
  readonly present: KnownRecord | undefined;
  /** The first row about it. */
  readonly row: number;
  readonly values: Map<string, string | boolean | null>;
}

/**
 * Decides what an import of people or opportunities would write, without writing. Every row is counted once
 * (EX-2); its account is found by CRM id, domain or name (EX-3), and a row without one is refused: an
 * import of people makes no accounts. People are recognised by mail address or name within their account,
 * opportunities by CRM id, then by name within their account. Pure.
 */
export function planRecords(input: RecordPlanInput): RecordPlan {
  const planner = new RecordPlanner(input);
  const kinds = placedRows(planner, input);
  const changes: EntityChange[] = [];
  let created = 0;
  let changed = 0;
  for (const slot of planner.slots.values()) {
    const change = planner.changeOf(slot);
    if (slot.present === undefined) created += 1;
    else if (change) changed += 1;
    if (slot.present !== undefined) kinds[slot.row] = change ? 'changed' : 'identical';
    if (!change) continue;
    planner.outcomes.set(slot.row, { ...planner.outcomes.get(slot.row), change });
    changes.push(change);
  }
  const counts = Object.fromEntries(rowKinds.map((kind) => [kind, 0])) as Record<RowKind, number>;
  for (const kind of kinds) counts[kind] += 1;
  return {
    counts: { ...counts, read: kinds.length },
    kinds,
    outcomes: planner.outcomes,
    changes,
    created,
    changed,
  };
}

/**
 * Rows that tell a record for sure come first: whether a name alone is clear must not depend on which row of
 * the file brings the second person of that name.
 */
function placedRows(planner: RecordPlanner, { rows }: RecordPlanInput): RowKind[] {
  const kinds = rows.cells.map((_, row): RowKind => {
    const problems = rows.refused.get(row);
    const skipped = rows.skipped.get(row);
    planner.outcomes.set(row, { ...(problems && { problems }), ...(skipped && { skipped }) });
    return problems ? 'refused' : 'skipped';
  });
  for (const isSure of [true, false]) {
    for (const [row, cells] of rows.cells.entries()) {
      if (cells !== undefined && planner.isSure(row, cells) === isSure) kinds[row] = planner.place(row, cells);
    }
  }
  return kinds;
}

class RecordPlanner {
  readonly outcomes = new Map<number, RecordOutcome>();
  /** By id of the record. */
  readonly slots = new Map<string, Slot>();
  private readonly input: RecordPlanInput;
  private readonly byId = new Map<string, KnownRecord>();
  /** Records of the book and of the rows so far, by what they are recognised by. */
  private readonly byKey = new Map<string, string[]>();

  constructor(input: RecordPlanInput) {
    this.input = input;
    for (const record of input.records) {
      this.byId.set(record.id, record);
      for (const key of this.keysOf(record.accountId, valuesOf(record))) this.index(key, record.id);
    }
  }

  /** By its mail address or CRM id, or because a person said so. */
  isSure(row: number, cells: RecordCells): boolean {
    const key = this.input.subject === 'people' ? 'email' : 'crmId';
    return this.input.decisions.has(row) || textOf(cells.get(key)) !== undefined;
  }

  place(row: number, cells: RecordCells): RowKind {
    const decision = this.input.decisions.get(row);
    if (decision?.kind === 'skip') return this.told(row, 'skipped', { skipped: 'chosen' });
    const values = namedCells(cells);
    const chosen = decision?.kind === 'account' ? this.byId.get(decision.id) : undefined;
    if (chosen) return this.take(row, values, chosen.accountId, chosen.id, 'you');
    const account = this.accountOf(values, decision);
    const known = account.kind === 'found' ? undefined : this.crmRecord(values);
    if (known !== undefined) return this.take(row, values, this.accountIdOf(known), known, 'crmId');
    if (account.kind === 'ask') {
      return this.told(row, 'undecided', {
        why: account.why,
        candidates: account.ids.map((id): Candidate => ({
          kind: 'account',
          id,
          name: this.input.accounts.nameOf(id) ?? id,
        })),
      });
    }
    if (account.kind === 'none') return this.refuse(row, this.accountColumn(), 'exchange.record.no-account');
    if (typeof values.get('name') !== 'string' && !this.hasIdentity(values)) {
      return this.refuse(row, this.nameColumn(), `exchange.record.no-name-${this.input.subject}`);
    }
    const by = decision?.kind === 'account' ? 'you' : account.by;
    if (decision?.kind === 'new') return this.make(row, values, account.id, 'you');
    const found = this.recordsFor(account.id, values);
    const [only, ...others] = found;
    if (only === undefined) return this.make(row, values, account.id, by);
    if (others.length === 0) return this.take(row, values, account.id, only, by);
    // Of several, one about which the row says nothing new is taken: nothing can go wrong.
    const harmless = found.find((id) => this.saysNothingNew(id, values));
    // It claims nothing either, so that a row that does say something still holds.
    if (harmless !== undefined) return this.take(row, new Map(), account.id, harmless, by);
    return this.told(row, 'undecided', {
      why: label(`exchange.record.several-${this.input.subject}`),
      candidates: found.map((id): Candidate => ({ kind: 'account', id, name: this.describe(id) })),
    });
  }

  changeOf({ id, accountId, present, values }: Slot): EntityChange | undefined {
    const { subject } = this.input;
    const kind = subject === 'people' ? 'prospect' : 'opportunity';
    const before = present === undefined ? null : valuesOf(present);
    const taken = [...values].filter(([key]) => !isClue(key));
    // A field without a value is blank (EX-4).
    const after: Record<string, unknown> = {
      ...before,
      accountId,
      ...Object.fromEntries(taken.map(([key, value]) => [key, value ?? undefined])),
    };
    const kept = subject === 'people' ? withSequences(before, after, values) : after;
    return changeBetween({ kind, id, accountId }, before, kept);
  }

  private accountOf(
    values: Map<string, string | boolean | null>,
    decision: Decision | undefined,
  ): AccountFound {
    if (decision?.kind === 'account' && this.input.accounts.nameOf(decision.id) !== undefined) {
      return { kind: 'found', id: decision.id, by: 'name' };
    }
    return this.input.accounts.find({
      crmId: textOf(values.get('account.crmId')),
      website: textOf(values.get('account.website')),
      name: textOf(values.get('account.name')),
      ...(this.input.subject === 'people' && { email: textOf(values.get('email')) }),
    });
  }

  /** An opportunity is known by its CRM id, whatever the row says of its account. */
  private crmRecord(values: ReadonlyMap<string, string | boolean | null>): string | undefined {
    const crmId = this.input.subject === 'opportunities' ? textOf(values.get('crmId')) : undefined;
    return crmId === undefined ? undefined : this.byKey.get(`crm ${crmIdKey(crmId)}`)?.[0];
  }

  private recordsFor(accountId: string, values: ReadonlyMap<string, string | boolean | null>): string[] {
    const known = this.crmRecord(values);
    if (known !== undefined) return [known];
    const [strong, weak] = this.keysWithin(accountId, values);
    const byMail = strong === undefined ? [] : (this.byKey.get(strong) ?? []);
    if (byMail.length > 0) return byMail;
    const named = weak === undefined ? [] : (this.byKey.get(weak) ?? []);
    // Two mail addresses, or two CRM ids, are two records though the name is one.
    return named.filter((id) => !this.differs(id, values));
  }

  private differs(id: string, values: ReadonlyMap<string, string | boolean | null>): boolean {
    const key = this.input.subject === 'people' ? 'email' : 'crmId';
    const said = textOf(values.get(key));
    const slot = this.slots.get(id);
    const has = slot?.values.has(key) === true ? textOf(slot.values.get(key)) : this.presentText(id, key);
    return said !== undefined && has !== undefined && idKey(key, said) !== idKey(key, has);
  }

  private saysNothingNew(id: string, values: Map<string, string | boolean | null>): boolean {
    const present = this.byId.get(id);
    return (
      present !== undefined &&
      this.changeOf({ id, accountId: present.accountId, present, row: -1, values }) === undefined
    );
  }

  private presentText(id: string, key: string): string | undefined {
    const record = this.byId.get(id);
    return record && textOf(valuesOf(record)[key]);
  }

  private make(
    row: number,
    values: Map<string, string | boolean | null>,
    accountId: string,
    by: MatchedBy | 'you',
  ): RowKind {
    const id = this.input.idOfRow(row);
    this.slots.set(id, { id, accountId, present: undefined, row, values });
    for (const key of this.keysOf(accountId, Object.fromEntries(values))) this.index(key, id);
    return this.told(row, 'new', { matchedBy: by });
  }

  private take(
    row: number,
    values: Map<string, string | boolean | null>,
    accountId: string,
    id: string,
    by: MatchedBy | 'you',
  ): RowKind {
    const slot = this.slots.get(id);
    if (slot) return this.merge(row, values, slot, by);
    const present = this.byId.get(id);
    const own = present?.accountId ?? accountId;
    this.slots.set(id, { id, accountId: own, present, row, values });
    this.reindex(id, own, present ? valuesOf(present) : {}, values);
    return this.told(row, 'identical', {
      matchedBy: by,
      ...(own !== accountId && {
        notes: [label('exchange.record.other-account', { account: this.input.accounts.nameOf(own) ?? own })],
      }),
    });
  }

  /** A further row about one record fills blanks; where both speak the first row holds. */
  private merge(
    row: number,
    values: ReadonlyMap<string, string | boolean | null>,
    slot: Slot,
    by: MatchedBy | 'you',
  ): RowKind {
    const conflicts: RecordConflict[] = [];
    for (const [key, value] of values) {
      const kept = slot.values.get(key);
      if (kept === undefined || kept === null) {
        if (value !== null && kept === undefined) slot.values.set(key, value);
      } else if (value !== null && !sameValue(kept, value)) conflicts.push({ key, kept, dropped: value });
    }
    for (const key of this.keysOf(slot.accountId, Object.fromEntries(slot.values))) this.index(key, slot.id);
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
    return this.slots.get(id)?.accountId ?? this.byId.get(id)?.accountId ?? '';
  }

  private accountColumn(): number | null {
    const { positions } = this.input.rows;
    return positions.get('account.name') ?? positions.get('account.crmId') ?? positions.get('email') ?? null;
  }

  private nameColumn(): number | null {
    return this.input.rows.positions.get('name') ?? this.input.rows.positions.get('lastName') ?? null;
  }

  private hasIdentity(values: ReadonlyMap<string, string | boolean | null>): boolean {
    return this.input.subject === 'opportunities' && textOf(values.get('crmId')) !== undefined;
  }

  private describe(id: string): string {
    const { name, title, stage, email } = Object.fromEntries(
      Object.entries({
        ...(this.byId.get(id) ?? {}),
        ...Object.fromEntries(this.slots.get(id)?.values ?? []),
      }),
    );
    return [name, email ?? title ?? stage].filter((part) => typeof part === 'string').join(', ') || id;
  }

  /** The sure key within an account, then the name. */
  private keysWithin(
    accountId: string,
    values: ReadonlyMap<string, unknown>,
  ): readonly [string | undefined, string | undefined] {
    const mail = this.input.subject === 'people' ? textOf(values.get('email')) : undefined;
    const name = textOf(values.get('name'));
    return [
      mail === undefined ? undefined : `mail ${accountId} ${fold(mail)}`,
      name === undefined ? undefined : `name ${accountId} ${plainName(name)}`,
    ];
  }

  private keysOf(accountId: string, values: Readonly<Record<string, unknown>>): string[] {
    const crmId = this.input.subject === 'opportunities' ? textOf(values['crmId']) : undefined;
    return [
      ...this.keysWithin(accountId, new Map(Object.entries(values))).filter((key) => key !== undefined),
      ...(crmId === undefined ? [] : [`crm ${crmIdKey(crmId)}`]),
    ];
  }

  /** What a row changes is how the record is recognised from here on, as it would be after the import. */
  private reindex(
    id: string,
    accountId: string,
    before: Readonly<Record<string, unknown>>,
    values: ReadonlyMap<string, string | boolean | null>,
  ): void {
    const now = this.keysOf(accountId, { ...before, ...Object.fromEntries(values) });
    for (const key of this.keysOf(accountId, before)) {
      if (now.includes(key)) continue;
      this.byKey.set(
        key,
        (this.byKey.get(key) ?? []).filter((other) => other !== id),
      );
    }
    for (const key of now) this.index(key, id);
  }

  private index(key: string, id: string): void {
    const present = this.byKey.get(key);
    if (present === undefined) this.byKey.set(key, [id]);
    else if (!present.includes(id)) present.push(id);
  }
}

/** What tells the account or makes up the name is no value of the record. */
const isClue = (key: string): boolean =>
  key.startsWith('account.') || key === 'firstName' || key === 'lastName';

const plainName = (name: string): string => fold(name).replace(/\s+/g, ' ').trim();

const idKey = (key: string, value: string): string =>
  key === 'email' ? fold(value.trim()) : crmIdKey(value);

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

const valuesOf = ({ id: _id, ...values }: KnownRecord): Readonly<Record<string, unknown>> => values;

/** First and last name make a name where the list has none. */
function namedCells(cells: RecordCells): Map<string, string | boolean | null> {
  const values = new Map(cells);
  if (typeof values.get('name') === 'string') return values;
  const parts = [textOf(values.get('firstName')), textOf(values.get('lastName'))];
  const name = parts.filter((part) => part !== undefined).join(' ');
  if (name !== '') values.set('name', name);
  return values;
}

/**
 * The earlier sequence is kept (AW-10). An end before the sequence began is that of the earlier one, and
 * says nothing about the present one.
 */
function withSequences(
  before: Readonly<Record<string, unknown>> | null,
  after: Record<string, unknown>,
  values: ReadonlyMap<string, string | boolean | null>,
): Record<string, unknown> {
  const said = values.get('endedOn');
  const began = after['sequencedOn'];
  const isOld = typeof said === 'string' && typeof began === 'string' && said < began;
  if (isOld) {
    if (before?.['endedOn'] === undefined) delete after['endedOn'];
    else after['endedOn'] = before['endedOn'];
  }
  if (before === null) return after;
  const kept = keepEarlierSequence<Partial<ProspectValues>>(before, after);
  return { ...kept, ...(typeof said === 'string' && !isOld && { endedOn: said }) };
}
