import { z } from 'zod';

/**
 * What stands in a backup file, line by line (docs/formats/backup.md). The store writes and reads the
 * lines' bodies; the host compresses, seals and checks them without knowing more than this file.
 *
 * The first line is the manifest, the last one the end. Between them a later line about the same thing
 * (kind and id, or number) replaces an earlier one: the store goes on working while it is copied.
 */
const count = z.int().nonnegative();
/** What files of format 1 had none of. */
const laterCount = count.default(0);
const record = z.record(z.string(), z.unknown());

/** Why a backup was made. */
export const backupReason = z.enum([
  'hourly',
  'journal-size',
  'quit',
  'by-hand',
  'before-import',
  'before-restore',
  'before-migration',
  'before-sync',
  /** What was found in a store that a rebuild replaced. */
  'set-aside',
  'rebuilt',
  /** Brought from elsewhere as a file. */
  'from-file',
]);
export type BackupReason = z.infer<typeof backupReason>;

export const backupManifest = z.object({
  kind: z.literal('manifest'),
  /** 2 brought opportunities and documents. */
  format: z.union([z.literal(1), z.literal(2)]),
  workspaceId: z.uuid(),
  workspaceName: z.string().max(120),
  storeId: z.uuid(),
  generation: z.int().positive(),
  /** Version of the store's schema (src/renderer/store/database.ts). */
  schema: z.int().positive(),
  appVersion: z.string().max(40),
  engine: z.string().max(200),
  startedAt: z.iso.datetime(),
});
export type BackupManifest = z.infer<typeof backupManifest>;

/** How many different records of each kind the file holds, deleted ones (tombstones) among them. */
export const backupCounts = z.object({
  accounts: count,
  prospects: count,
  opportunities: laterCount,
  documents: laterCount,
  customFields: count,
  changeSets: count,
  changePacks: count,
  quarantined: count,
});
export type BackupCounts = z.infer<typeof backupCounts>;

export const backupEnd = z.object({
  kind: z.literal('end'),
  /** Number of the last change set that is in every record of the file. */
  through: count,
  /** What undo and redo would take next. */
  undoTop: z.int().positive().optional(),
  redoTop: z.int().positive().optional(),
  /** Living records, without tombstones. */
  live: z.object({ accounts: count, prospects: count, opportunities: laterCount }),
  counts: backupCounts,
  finishedAt: z.iso.datetime(),
});
export type BackupEnd = z.infer<typeof backupEnd>;

const entity = <K extends string>(kind: K) =>
  z.object({
    kind: z.literal(kind),
    id: z.string().min(1).max(200),
    /** The record's values, or, of a deleted one, the number of the change set that deleted it. */
    values: record.optional(),
    deleted: z.int().positive().optional(),
  });

export const backupLine = z.discriminatedUnion('kind', [
  backupManifest,
  backupEnd,
  entity('settings'),
  entity('customField'),
  entity('account'),
  entity('prospect'),
  entity('opportunity'),
  entity('document'),
  z.object({ kind: z.literal('changeSet'), n: z.int().positive(), changeSet: record }),
  z.object({
    kind: z.literal('changePack'),
    n: z.int().positive(),
    pack: count,
    changes: z.array(record),
  }),
  z.object({ kind: z.literal('quarantined'), id: z.string().min(1).max(200), row: record }),
]);
export type BackupLine = z.infer<typeof backupLine>;
/** A line about something that a person entered. */
export type EntityLine = Extract<
  BackupLine,
  { kind: 'settings' | 'customField' | 'account' | 'prospect' | 'opportunity' | 'document' }
>;

/** The format that this version writes; files of a newer one are not read. */
export const backupFormat = 2;

/** A line's body is its JSON text; `sha256` in front of it is the host's. */
export const backupLineText = z.string().min(2).max(16_000_000);
