import { z } from 'zod';
import { longestLink } from './outside-link.ts';
import { backupCounts, backupEnd, backupLineText, backupManifest, backupReason } from '../backup/format.ts';

/**
 * What the page may ask of the machine: one list for both shells. Requests are parsed by the host, answers
 * by the page; both types are inferred from here. Nothing in it is a path chosen by the page, a table or a
 * business rule.
 */
const workspaceId = z.uuid();
const storeId = z.uuid();
const count = z.int().nonnegative();
const instant = z.iso.datetime();

/**
 * What the host knows of a store without opening it. Compared at every start, so that an empty database
 * is never mistaken for a first run (design, "it can vanish").
 */
export const sentinel = z.object({
  format: z.literal(1),
  workspaceId,
  storeId,
  /** Raised by every rebuild; an older generation is refused. */
  generation: z.int().positive(),
  schema: z.int().positive(),
  /** Number of the last change set in the store; 0 in a new one. */
  through: count,
  accounts: count,
  prospects: count,
  /** The browser engine that wrote the store, e.g. `Chromium 156.0.8078.79`. */
  engine: z.string().max(200),
  writtenAt: instant,
});
export type Sentinel = z.infer<typeof sentinel>;

/** A backup's id: its file's name without folder or ending. Never a path. */
const backupId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/);

/** A backup as the host keeps it. */
export const backupEntry = z.object({
  id: backupId,
  reason: backupReason,
  /** When it was begun or, of a file from elsewhere, brought here; no two of a workspace are equal. */
  at: instant,
  bytes: count,
  /** Read back and found whole: every line's checksum, the counts, the end. Only these count as backups. */
  state: z.enum(['verified', 'damaged', 'newer']),
  /** `null` where the manifest itself is unreadable. */
  manifest: backupManifest.nullable(),
  /** `null` where the file has no whole end. */
  end: backupEnd.nullable(),
  /** What is readable of a damaged one; the same as in `end` of a verified one. */
  readable: backupCounts,
  /** Of a damaged or newer one: what is wrong, in words. */
  problem: z.string().optional(),
});
export type BackupEntry = z.infer<typeof backupEntry>;

export const workspaceEntry = z.object({
  id: workspaceId,
  name: z.string().min(1).max(120),
  createdAt: instant,
  sentinel: sentinel.nullable(),
  /** Number of the last change set in the journal that is whole and synced; 0 when there is none. */
  journalThrough: count,
  /** The newest verified backup; `null` when there is none. */
  newestBackup: backupEntry.nullable(),
});
export type WorkspaceEntry = z.infer<typeof workspaceEntry>;

/** One line of the journal: a change set, or a pack of a large one. The pack lines come first. */
export const journalLine = z.object({
  n: z.int().positive(),
  /** 0-based pack number; absent on the change set itself, which commits the packs before it. */
  pack: count.optional(),
  /** JSON text of the change set or of the pack's changes; the host stores it without reading it. */
  body: z.string().max(8_000_000),
});
export type JournalLine = z.infer<typeof journalLine>;

/** Limits that both sides keep to. Bytes of UTF-8. */
export const limits = {
  requestBytes: 24_000_000,
  /** The page closes a batch of journal lines at this many characters. */
  journalBatchCharacters: 1_000_000,
} as const;

/** What a person should know about the machine before they work; each is told once, in words of the page. */
export const hostNotice = z.discriminatedUnion('kind', [
  /** The data folder lies in a folder that a cloud service copies while it is in use. */
  z.object({ kind: z.literal('cloud-folder'), service: z.string() }),
  /** The machine's clock stands before the last edit that the sentinel knows. */
  z.object({ kind: z.literal('clock-behind'), lastEditAt: instant }),
  /** Less than `warnBytes` free where the data folder lies; below `floorBytes` nothing is written. */
  z.object({ kind: z.literal('low-space'), freeBytes: count, floorBytes: count }),
  /** The list of workspaces was rebuilt from what the data folder holds. */
  z.object({ kind: z.literal('registry-rebuilt') }),
]);
export type HostNotice = z.infer<typeof hostNotice>;

export const operations = {
  /** The handshake: the first call of every page. */
  'session.open': {
    request: z.object({ pageVersion: z.string().max(40), engine: z.string().max(200) }),
    response: z.object({
      appVersion: z.string(),
      shell: z.enum(['electron', 'loopback']),
      platform: z.string(),
      demo: z.boolean(),
      /** For people: where their data lies on this machine. Never sent back as an argument. */
      dataFolder: z.string(),
      clock: z.object({ nowMs: z.number(), mode: z.enum(['running', 'fixed']) }),
      timeZone: z.string(),
      workspaces: z.array(workspaceEntry),
      activeWorkspace: workspaceId.nullable(),
      notices: z.array(hostNotice),
    }),
  },
  /** Puts a new workspace into the host's registry and makes it the active one. Refuses a known id. */
  'workspace.register': {
    request: z.object({ id: workspaceId, name: z.string().min(1).max(120) }),
    response: workspaceEntry,
  },
  'workspace.rename': {
    request: z.object({ id: workspaceId, name: z.string().min(1).max(120) }),
    response: z.object({}),
  },
  /**
   * Appends whole change sets, gapless after what is there, and syncs them to disk together with the
   * sentinel before it answers. A line that is there already is passed over, so a batch may be sent again.
   */
  'journal.append': {
    request: z.object({
      workspaceId,
      storeId,
      generation: z.int().positive(),
      lines: z.array(journalLine).min(1).max(5000),
      /** Absent on batches that end inside a large change set. */
      sentinel: sentinel.optional(),
    }),
    response: z.object({ through: count }),
  },
  'journal.status': {
    request: z.object({ workspaceId }),
    response: z.object({
      through: count,
      storeId: storeId.nullable(),
      generation: count,
    }),
  },
  /** Reads the whole journal and compares every checksum. Long: reports progress, can be cancelled. */
  'journal.verify': {
    request: z.object({ workspaceId }),
    response: z.object({
      lines: count,
      through: count,
      bytes: count,
      problems: z.array(z.object({ file: z.string(), line: count, what: z.string() })),
    }),
  },
  /**
   * Whole change sets of the journal, in order, after number `after`; packs before the change set they
   * belong to, batches that a crash broke off left out. Goes on with `next` until it is `null`. A page may
   * end between the packs of a large change set; what it holds of them is certain to be committed.
   */
  'journal.read': {
    request: z.object({
      workspaceId,
      after: count,
      /** From the answer before; absent at the first call. */
      cursor: z.string().max(200).optional(),
      maxCharacters: z.int().positive().max(8_000_000),
    }),
    response: z.object({
      lines: z.array(journalLine),
      next: z.string().max(200).nullable(),
      /** Change sets that the journal should have had between those read, but whose lines are damaged or gone. */
      missing: z.array(z.object({ from: z.int().positive(), to: z.int().positive() })),
    }),
  },
  /** Checksum of the journal's line for change set `n`, as a store computes it (docs/formats/journal.md). */
  'journal.sum': {
    request: z.object({ workspaceId, n: z.int().positive() }),
    response: z.object({ sha256: z.string().nullable() }),
  },
  /** Begins a backup; lines follow with `backup.write`. One at a time for each workspace. */
  'backup.begin': {
    request: z.object({ workspaceId, reason: backupReason, manifest: backupManifest }),
    response: z.object({ backupId }),
  },
  'backup.write': {
    request: z.object({ workspaceId, backupId, lines: z.array(backupLineText).min(1).max(20_000) }),
    response: z.object({}),
  },
  /**
   * Syncs, renames, reads back and verifies; only then the backup counts, older ones are rotated out and
   * journal files that three verified backups cover are let go. Long: progress.
   */
  'backup.finish': {
    request: z.object({ workspaceId, backupId, end: backupEnd }),
    response: backupEntry,
  },
  'backup.abandon': {
    request: z.object({ workspaceId, backupId }),
    response: z.object({}),
  },
  /** Newest first; damaged and set-aside files too, each with its problem. */
  'backup.list': {
    request: z.object({ workspaceId }),
    response: z.object({ backups: z.array(backupEntry), totalBytes: count, capBytes: count }),
  },
  /** The lines of a backup, whole ones only. Goes on with `next` until it is `null`. */
  'backup.read': {
    request: z.object({
      workspaceId,
      backupId,
      /** From the answer before; 0 at the first call. */
      part: count,
      maxCharacters: z.int().positive().max(8_000_000),
    }),
    response: z.object({
      lines: z.array(backupLineText),
      next: count.nullable(),
      /** Lines of this stretch that do not prove themselves and were left out. */
      damaged: count,
      /** Parts in all, for progress. */
      of: count,
    }),
  },
  /** The file itself, piece by piece, for a copy that a person keeps. */
  'backup.download': {
    request: z.object({ workspaceId, backupId, offset: count }),
    response: z.object({ base64: z.string(), next: count.nullable(), of: count }),
  },
  /**
   * A backup file from elsewhere, piece by piece; the first piece has no id. With `last` it is verified and
   * kept among the backups of its own workspace id, known here or not. Damaged ones are kept as damaged.
   */
  'backup.upload': {
    request: z.object({
      uploadId: z.uuid().nullable(),
      base64: z.string().max(12_000_000),
      last: z.boolean(),
    }),
    response: z.object({ uploadId: z.uuid(), entry: backupEntry.nullable() }),
  },
  /**
   * Makes the workspace of an uploaded backup known here, under its own id, and the active one: its store is
   * then rebuilt from that backup. `already-there` when the id is known (restore into it instead).
   */
  'workspace.adopt': {
    request: z.object({ workspaceId, backupId }),
    response: workspaceEntry,
  },
  /** Makes a known workspace the active one; takes effect at the next start of the page. */
  'workspace.activate': {
    request: z.object({ id: workspaceId }),
    response: z.object({}),
  },
  /** The page has done what it wanted to before the app quits (answer to the event `quit`). */
  'session.ready-to-quit': {
    request: z.object({}),
    response: z.object({}),
  },
  /** The shipped sample workspace, as text (src/shared/workspace/sample.ts reads it). */
  'sample.read': {
    request: z.object({}),
    response: z.object({ text: z.string() }),
  },
  /** Opens https and mailto links outside the app; refuses everything else. */
  'link.open': {
    request: z.object({ url: z.string().max(longestLink) }),
    response: z.object({}),
  },
} as const satisfies Record<string, { request: z.ZodType; response: z.ZodType }>;

export type Operation = keyof typeof operations;
export type HostRequest<O extends Operation> = z.input<(typeof operations)[O]['request']>;
export type HostParsedRequest<O extends Operation> = z.output<(typeof operations)[O]['request']>;
export type HostResponse<O extends Operation> = z.output<(typeof operations)[O]['response']>;

export const isOperation = (name: string): name is Operation => Object.hasOwn(operations, name);

/** How far a long operation is; `of` is 0 while the whole is unknown. */
export const progress = z.object({ done: count, of: count });
export type Progress = z.infer<typeof progress>;

/** What the host tells the page unasked. */
export const hostEvent = z.discriminatedUnion('kind', [
  /** The clock was set (tests) or jumped (sleep): the page takes the new reading. */
  z.object({ kind: z.literal('clock'), nowMs: z.number(), mode: z.enum(['running', 'fixed']) }),
  /** A second start found this instance: come to the front. */
  z.object({ kind: z.literal('focus') }),
  /** The app is about to quit and waits a moment: back up, then call `session.ready-to-quit`. */
  z.object({ kind: z.literal('quit') }),
  /** Free space passed the warning or the floor, in either direction; `null` = enough again. */
  z.object({
    kind: z.literal('space'),
    low: z.object({ freeBytes: count, floorBytes: count, stop: z.boolean() }).nullable(),
  }),
  /** The native menu: `undo`, `redo`, `import`, ... (src/renderer/app/actions.ts knows the names). */
  z.object({ kind: z.literal('menu'), action: z.string().max(60) }),
]);
export type HostEvent = z.infer<typeof hostEvent>;

/** Failures that may cross the boundary. No paths, no secrets, no names of people. */
export const hostErrorCode = z.enum([
  'bad-request',
  'bad-response',
  'unknown-operation',
  'not-allowed',
  'too-large',
  'not-found',
  'already-there',
  'gap',
  'older-generation',
  'disk-full',
  'read-only',
  'damaged',
  /** Too little free space to write safely; nothing was written. */
  'low-space',
  /** A backup is being made already. */
  'busy',
  'cancelled',
  'unreachable',
  'internal',
]);
export type HostErrorCode = z.infer<typeof hostErrorCode>;

export const hostError = z.object({
  code: hostErrorCode,
  /** One sentence for a person: what happened and what to do. */
  message: z.string(),
  /** Numbers that help code go on, e.g. `{ expected: 12 }` with `gap`. */
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type HostError = z.infer<typeof hostError>;

/** Frames of one call's answer: any number of progress frames, then one result or error. */
export const answerFrame = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), progress }),
  z.object({ kind: z.literal('result'), result: z.unknown() }),
  z.object({ kind: z.literal('error'), error: hostError }),
]);
export type AnswerFrame = z.infer<typeof answerFrame>;
