import type { Account, AccountValues } from '../../../src/shared/accounts/account.ts';
import { applyUpdate, unflattenFields } from '../../../src/shared/history/diff.ts';
import type { EntityChange, Label } from '../../../src/shared/history/change-set.ts';
import { opportunityValues } from '../../../src/shared/accounts/opportunity.ts';
import { prospectValues } from '../../../src/shared/accounts/prospect.ts';
import type { KnownRecord } from '../../../src/shared/exchange/records/record-values.ts';
import type { RecordSubject } from '../../../src/shared/exchange/records/record-columns.ts';
import { uuidV7Source } from '../../../src/shared/ids.ts';
import { err, ok } from '../../../src/shared/result.ts';
import {
  defaultSettings,
  type CustomField,
  type WorkspaceSettings,
} from '../../../src/shared/workspace/workspace.ts';
import { parseAccountValues } from '../../../src/shared/accounts/account.ts';
import { fixedClock } from '../../../src/shared/clock.ts';
import type { SettingsHistory } from '../../../src/shared/rule-book/settings-history.ts';
import { say, sayStrictly } from '../../../src/shared/rule-book/messages.ts';
import type { Mapping } from '../../../src/shared/exchange/columns.ts';
import { ImportSession } from '../../../src/renderer/workers/exchange/import-session.ts';
import type { Applied, FileReport, PlanReport } from '../../../src/renderer/workers/exchange/protocol.ts';
import type { StoreAccess } from '../../../src/renderer/workers/exchange/store-access.ts';

/** A store that keeps its book in memory and applies change sets as the real one does. */
export interface MemoryStore extends StoreAccess {
  readonly accounts: () => readonly Account[];
  /** People or opportunities. */
  readonly records: (subject: RecordSubject) => readonly KnownRecord[];
  readonly changeSets: readonly (readonly EntityChange[])[];
  readonly labels: readonly Label[];
  /** An account after something else was done with it. */
  readonly replace: (account: Account) => void;
  /** Something else was changed meanwhile. */
  readonly touch: () => void;
}

export function memoryStore(
  start: {
    accounts?: readonly Account[];
    people?: readonly KnownRecord[];
    opportunities?: readonly KnownRecord[];
    customFields?: readonly CustomField[];
    settings?: Partial<WorkspaceSettings>;
    ruleHistory?: SettingsHistory;
  } = {},
): MemoryStore {
  const settings = { ...defaultSettings({ name: 'Test', bdr: '', timeZone: 'UTC' }), ...start.settings };
  const accounts = new Map((start.accounts ?? []).map((account) => [account.id, account]));
  const customFields = new Map((start.customFields ?? []).map((field) => [field.id, field]));
  const changeSets: (readonly EntityChange[])[] = [];
  const labels: Label[] = [];
  let through = 1;
  const applyAccount = ({ id, before, after }: EntityChange): void => {
    if (after === null) throw new Error('An import never deletes.');
    const present = accounts.get(id);
    let values: Record<string, unknown>;
    if (before === null) {
      if (present) throw new Error(`There is an account ${id} already.`);
      values = unflattenFields(after);
    } else {
      if (!present) throw new Error(`No account ${id}.`);
      const { id: _id, ...fields } = present;
      const update = applyUpdate(fields, { kind: 'account', id, before, after });
      if (update.kept.length > 0) throw new Error(`before does not fit: ${update.kept.join()}`);
      values = update.values;
    }
    accounts.set(id, { ...parseAccountValues(values), id });
  };
  const records = {
    people: new Map((start.people ?? []).map((record) => [record.id, record])),
    opportunities: new Map((start.opportunities ?? []).map((record) => [record.id, record])),
  };
  const applyRecord = (subject: RecordSubject, change: EntityChange): void => {
    const { id, before, after } = change;
    if (after === null) throw new Error('An import never deletes.');
    const present = records[subject].get(id);
    if ((before === null) !== (present === undefined)) throw new Error(`before does not fit: ${id}`);
    const { id: _id, ...fields } = present ?? { id };
    const update =
      before === null ? { values: unflattenFields(after), kept: [] } : applyUpdate(fields, change);
    if (update.kept.length > 0) throw new Error(`before does not fit: ${update.kept.join()}`);
    const parsed =
      subject === 'people' ? prospectValues.parse(update.values) : opportunityValues.parse(update.values);
    records[subject].set(id, { ...parsed, id });
  };
  return {
    accounts: () => [...accounts.values()],
    records: (subject) => [...records[subject].values()],
    readRecords: (subject) => Promise.resolve([...records[subject].values()]),
    changeSets,
    labels,
    replace: (account) => {
      accounts.set(account.id, account);
      through += 1;
    },
    touch: () => (through += 1),
    through: () => Promise.resolve(through),
    read: () =>
      Promise.resolve({
        through,
        settings,
        accounts: [...accounts.values()],
        customFields: [...customFields.values()],
        ruleHistory: start.ruleHistory ?? [],
      }),
    readMapping: () => Promise.resolve({ timeZone: 'UTC', rows: [] }),
    apply: ({ basedOn, changes, label, onProgress }) => {
      if (basedOn !== through) {
        return Promise.resolve(err({ code: 'stale-plan', message: { id: 'store.stale-plan' } }));
      }
      for (const change of changes) {
        if (change.kind === 'account') applyAccount(change);
        else if (change.kind === 'prospect') applyRecord('people', change);
        else if (change.kind === 'opportunity') applyRecord('opportunities', change);
        else if (change.kind === 'customField') {
          customFields.set(change.id, {
            id: change.id,
            key: String(change.after?.['key']),
            label: String(change.after?.['label']),
          });
        }
      }
      onProgress(changes.length, changes.length);
      through += 1;
      changeSets.push(changes);
      labels.push(label);
      return Promise.resolve(ok({ n: through }));
    },
  };
}

export const values = ({ id: _id, ...rest }: Account): AccountValues => rest;

let counter = 0;
const ids = uuidV7Source(
  () => 1_700_000_000_000 + (counter += 1),
  (into) => into.map((_, index) => (counter + index * 7) & 0xff),
);

export const today = '2026-11-21';

export const sessionOn = (store: StoreAccess): ImportSession =>
  new ImportSession({ store, clock: fixedClock(`${today}T12:00:00Z`), ids });

export const fileOf = (content: string | Uint8Array, name = 'list.csv'): File =>
  new File([content as BlobPart], name);

/** Reads a file that must be readable. */
export async function inspected(session: ImportSession, file: File): Promise<FileReport> {
  const report = await session.inspect(file, {}, {});
  if (!report.ok) throw new Error(`Refused: ${say(report.error)}`);
  return report.value;
}

export const suggested = (report: FileReport): Mapping =>
  report.columns.map(({ suggestion }) => suggestion.mapping);

/** Plans with the suggested mapping, or another. */
export async function planned(session: ImportSession, file: File, mapping?: Mapping): Promise<PlanReport> {
  const report = await inspected(session, file);
  const plan = await session.setMapping(mapping ?? suggested(report));
  if (!plan.ok) throw new Error(plan.error.map(({ message }) => say(message)).join(' '));
  return plan.value;
}

export async function applied(session: ImportSession): Promise<Applied> {
  const answer = await session.apply(() => undefined, new AbortController().signal);
  if (!answer.ok) throw new Error(say(answer.error.error.message));
  return answer.value;
}

/** The words of a message; throws when the catalogue lacks it or a parameter. */
export const words = (label: Label): string => sayStrictly(label);

/** EX-2: the counts add up to the records read. */
export function addUp({ counts }: PlanReport): void {
  const { read, ...kinds } = counts;
  const sum = Object.values(kinds).reduce((total, count) => total + count, 0);
  if (sum !== read) throw new Error(`EX-2: ${JSON.stringify(kinds)} is ${sum}, not ${read}.`);
}
