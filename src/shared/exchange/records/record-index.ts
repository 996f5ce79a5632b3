import { fold } from '../../accounts/normalise.ts';
import { crmIdKey } from '../match-keys.ts';
import type { RecordCells } from './read-record-rows.ts';
import type { RecordSubject } from './record-columns.ts';
import { plainName, textOf, valuesOf, type KnownRecord, type SureKey } from './record-values.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * Finds records by what they are recognised by: people by mail address or name within their account,
 * opportunities by CRM id, then by name within their account. What a file changes of that counts from there on.
 */
export class RecordIndex {
  private readonly subject: RecordSubject;
  private readonly byId = new Map<string, KnownRecord>();
  private readonly byKey = new Map<string, string[]>();

  constructor(subject: RecordSubject, records: readonly KnownRecord[]) {
    this.subject = subject;
    for (const record of records) {
      this.byId.set(record.id, record);
      this.add(record.id, record.accountId, valuesOf(record));
    }
  }

  get sureKey(): SureKey {
    return this.subject === 'people' ? 'email' : 'crmId';
  }

  /** A record of the book. */
  known(id: string): KnownRecord | undefined {
    return this.byId.get(id);
  }

  knownText(id: string, key: string): string | undefined {
    const record = this.byId.get(id);
    return record && textOf(valuesOf(record)[key]);
  }

  /** An opportunity is known by its CRM id, whatever a row says of its account. */
  withCrmId(values: RecordCells): string | undefined {
    const crmId = this.subject === 'opportunities' ? textOf(values.get('crmId')) : undefined;
    return crmId === undefined ? undefined : this.byKey.get(crmKey(crmId))?.[0];
  }

  /** Those of an account that have the mail address that a row says; `named`: those that have its name. */
  within(
    accountId: string,
    values: RecordCells,
  ): { readonly mailed: readonly string[]; readonly named: readonly string[] } {
    const { mail, name } = this.keysWithin(accountId, Object.fromEntries(values));
    return { mailed: this.at(mail), named: this.at(name) };
  }

  add(id: string, accountId: string, values: Values): void {
    for (const key of this.keysOf(accountId, values)) this.put(key, id);
  }

  /** What a row changes is how the record is recognised from here on, as it would be after the import. */
  change(id: string, accountId: string, before: Values, values: RecordCells): void {
    const now = this.keysOf(accountId, { ...before, ...Object.fromEntries(values) });
    for (const key of this.keysOf(accountId, before)) {
      if (now.includes(key)) continue;
      this.byKey.set(
        key,
        this.at(key).filter((other) => other !== id),
      );
    }
    for (const key of now) this.put(key, id);
  }

  private at(key: string | undefined): readonly string[] {
    return key === undefined ? [] : (this.byKey.get(key) ?? []);
  }

  private put(key: string, id: string): void {
    const present = this.byKey.get(key);
    if (present === undefined) this.byKey.set(key, [id]);
    else if (!present.includes(id)) present.push(id);
  }

  private keysWithin(
    accountId: string,
    values: Values,
  ): { readonly mail: string | undefined; readonly name: string | undefined } {
    const mail = this.subject === 'people' ? textOf(values['email']) : undefined;
    const name = textOf(values['name']);
    return {
      mail: mail === undefined ? undefined : `mail ${accountId} ${fold(mail)}`,
      name: name === undefined ? undefined : `name ${accountId} ${plainName(name)}`,
    };
  }

  private keysOf(accountId: string, values: Values): string[] {
    const crmId = this.subject === 'opportunities' ? textOf(values['crmId']) : undefined;
    const { mail, name } = this.keysWithin(accountId, values);
    return [mail, name, crmId === undefined ? undefined : crmKey(crmId)].filter((key) => key !== undefined);
  }
}

const crmKey = (crmId: string): string => `crm ${crmIdKey(crmId)}`;
