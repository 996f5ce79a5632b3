import { z } from 'zod';

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

export const workspaceEntry = z.object({
  id: workspaceId,
  name: z.string().min(1).max(120),
  createdAt: instant,
  sentinel: sentinel.nullable(),
  /** Number of the last change set in the journal that is whole and synced; 0 when there is none. */
  journalThrough: count,
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
  /** The shipped sample workspace, as text (src/shared/workspace/sample.ts reads it). */
  'sample.read': {
    request: z.object({}),
    response: z.object({ text: z.string() }),
  },
  /** Opens https and mailto links outside the app; refuses everything else. */
  'link.open': {
    request: z.object({ url: z.string().max(2048) }),
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
