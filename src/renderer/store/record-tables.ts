import type { z } from 'zod';
import { accountValues, type AccountValues } from '../../shared/accounts/account.ts';
import { opportunityValues, type OpportunityValues } from '../../shared/accounts/opportunity.ts';
import { prospectValues, type ProspectValues } from '../../shared/accounts/prospect.ts';
import type { ChangeSet, EntityKind, Fields } from '../../shared/history/change-set.ts';
import { documentValues, type DocumentValues } from '../../shared/workspace/documents.ts';
import { accountRow } from './account-row.ts';
import type {
  AccountRow,
  DocumentRow,
  GroundworkDatabase,
  OpportunityRow,
  ProspectRow,
  Tombstone,
} from './database.ts';

/** What is kept as records: an id, sparse values, and a tombstone once it is deleted. */
export type RecordKind = Extract<EntityKind, 'account' | 'prospect' | 'opportunity' | 'document'>;
export type RecordTableName = 'accounts' | 'prospects' | 'opportunities' | 'documents';
export type RecordRow = AccountRow | ProspectRow | OpportunityRow | DocumentRow;

interface RecordTable {
  readonly table: RecordTableName;
  readonly schema: z.ZodType<Fields>;
  /** The stored form of sound values, with the keys that the indexes need. */
  readonly row: (id: string, values: Fields) => RecordRow;
  /** The account whose timeline shows it and with which it goes; `undefined` = it stands for itself. */
  readonly ownerOf: (values: Fields) => string | undefined;
  /** The account that must be there for it. */
  readonly leansOn: (values: Fields) => string | undefined;
  /** As people call them. */
  readonly words: string;
}

const accountId = (values: Fields): string | undefined => textIn(values, 'accountId');

/** Of records that stand at an account: in its timeline, and gone with it. */
const ofAccount = { ownerOf: accountId, leansOn: accountId };

const rowAtAccount = <Values extends { readonly accountId: string }>(id: string, values: Values) => ({
  id,
  accountId: values.accountId,
  values,
});

/** Exceptions are about an account; every other document is the workspace's. */
const exceptionOwner = (values: Fields): string | undefined => {
  const { exception } = values as Partial<Extract<DocumentValues, { type: 'exception' }>>;
  return values['type'] === 'exception' ? exception?.accountId : undefined;
};

/** How each kind of record is kept: everything that treats records alike reads it from here. */
export const recordTables: Readonly<Record<RecordKind, RecordTable>> = {
  account: {
    table: 'accounts',
    schema: accountValues,
    row: (id, values) => accountRow(id, values as AccountValues),
    ownerOf: () => undefined,
    leansOn: (values) => textIn(values, 'parentId'),
    words: 'accounts',
  },
  prospect: {
    ...ofAccount,
    table: 'prospects',
    schema: prospectValues,
    row: (id, values) => rowAtAccount(id, values as ProspectValues),
    words: 'people',
  },
  opportunity: {
    ...ofAccount,
    table: 'opportunities',
    schema: opportunityValues,
    row: (id, values) => rowAtAccount(id, values as OpportunityValues),
    words: 'opportunities',
  },
  document: {
    table: 'documents',
    schema: documentValues,
    row: (id, values) => {
      const document = values as DocumentValues;
      return { id, type: document.type, values: document };
    },
    ownerOf: exceptionOwner,
    leansOn: exceptionOwner,
    words: 'rules, territories and views',
  },
};

/** Every kind, in the order in which changes are applied: who is leaned on comes first. */
export const recordKinds = ['account', 'prospect', 'opportunity', 'document'] as const;

export const recordTableNames = recordKinds.map((kind) => recordTables[kind].table);

export const isRecordKind = (kind: string): kind is RecordKind => Object.hasOwn(recordTables, kind);

const kindsByTable = new Map<string, RecordKind>(recordKinds.map((kind) => [recordTables[kind].table, kind]));

/** The kind of the records in a table; `undefined` for a table of something else. */
export const recordKindIn = (table: string): RecordKind | undefined => kindsByTable.get(table);

/** The table of a kind, whatever its rows. */
export const recordsOf = (database: GroundworkDatabase, kind: RecordKind) =>
  database.table<RecordRow | Tombstone, string>(recordTables[kind].table);

/** How many living records a store holds. */
export type LivingCounts = Required<ChangeSet['totals']>;

/** Living records have the keys of these indexes; what stays of deleted ones has not. */
export async function countLiving(database: GroundworkDatabase): Promise<LivingCounts> {
  const [accounts, prospects, opportunities] = await Promise.all([
    database.accounts.orderBy('nameKey').count(),
    database.prospects.orderBy('accountId').count(),
    database.opportunities.orderBy('accountId').count(),
  ]);
  return { accounts, prospects, opportunities };
}

/** Which count a living record of a kind is in; documents are not counted. */
export const countOf = {
  account: 'accounts',
  prospect: 'prospects',
  opportunity: 'opportunities',
  document: null,
} as const satisfies Readonly<Record<RecordKind, keyof LivingCounts | null>>;

function textIn(values: Fields, key: string): string | undefined {
  const value = values[key];
  return typeof value === 'string' ? value : undefined;
}
