import { instantOf, type Clock } from '../../shared/clock.ts';
import {
  limits,
  type HostError,
  type HostResponse,
  type JournalLine,
  type Sentinel,
} from '../../shared/host/contract.ts';
import type { Result } from '../../shared/result.ts';
import type { SaveState } from './api.ts';
import type { ChangeSetRow, GroundworkDatabase, StoreMeta } from './database.ts';
import type { JournalAnswer, JournalBatch } from './protocol.ts';
import { changeSetLine, packLine } from './journal-lines.ts';
import { readMeta } from './reading.ts';
import { schemaVersion } from './versions/index.ts';

/** Pauses between tries while the host cannot be reached, in milliseconds; the last one repeats. */
const pauses = [250, 500, 1000, 2000, 5000] as const;

/** Milliseconds between two looks at whether the host still has what it acknowledged. */
const lookEvery = 10_000;

/** Where batches go: to the host, through the page. Never throws; a host out of reach is an answer. */
export type SendBatch = (batch: JournalBatch) => Promise<JournalAnswer>;

export interface PumpOptions {
  readonly database: GroundworkDatabase;
  readonly workspaceId: string;
  readonly clock: Clock;
  readonly engine: string;
  readonly send: SendBatch;
  /** How far the host's journal reaches; asked while nothing is being sent. */
  readonly status: () => Promise<Result<HostResponse<'journal.status'>, HostError>>;
  readonly onState: (state: SaveState) => void;
  /** The data folder belongs to another or a newer copy of the store: this one must not go on. */
  readonly onSuperseded: () => void;
  /** What the host has already; the pump goes on after it. */
  readonly journalThrough: number;
}

/**
 * The durability port: brings every change set from the database to the host's journal, in order, and
 * tells the save state. An edit is "saved" when IndexedDB has flushed it and the host has synced it.
 * It reads from the database, never from memory, so what a crash left unsent goes out at the next start.
 */
export class JournalPump {
  readonly #options: PumpOptions;
  #acknowledged: number;
  #through: number;
  #running = false;
  #closed = false;
  #wake: (() => void) | undefined;
  readonly #lookTimer: ReturnType<typeof setInterval>;
  #idle: (() => void)[] = [];
  #told: SaveState = { kind: 'saved', at: null };

  constructor(options: PumpOptions, through: number) {
    this.#options = options;
    this.#acknowledged = options.journalThrough;
    this.#through = through;
    this.#lookTimer = setInterval(() => void this.look(), lookEvery);
  }

  /** There are change sets up to `through` in the database. */
  push(through: number): void {
    // What was told last still holds: nothing more is sent from here.
    if (this.#closed) {
      this.#tell(this.#told);
      return;
    }
    this.#through = Math.max(this.#through, through);
    if (this.#acknowledged >= this.#through) {
      this.#tellSaved();
      return;
    }
    this.#tell({ kind: 'saving', pending: this.#through - this.#acknowledged });
    if (!this.#running) {
      this.#run().catch((error: unknown) => {
        this.#running = false;
        const message = error instanceof Error ? error.message : 'The journal could not be written.';
        this.#tell({
          kind: 'unreachable',
          pending: this.#through - this.#acknowledged,
          message,
          isRefused: true,
        });
      });
    } else this.#wake?.();
  }

  /** Number of the last change set that the host has synced. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** Resolves when all that is known has reached the host. */
  async drained(): Promise<void> {
    if (this.#closed || this.#acknowledged >= this.#through) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#lookTimer);
    this.#wake?.();
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  /**
   * Whether the host still has what it acknowledged: its folder may have been deleted or put back from an
   * older copy under a page that lives on. What it lacks is sent again.
   */
  async look(): Promise<void> {
    if (this.#running || this.#closed) return;
    const answer = await this.#options.status();
    if (!answer.ok || this.#isBusy()) return;
    const { through, storeId, generation } = answer.value;
    const meta = await readMeta(this.#options.database);
    if ((storeId !== null && storeId !== meta.storeId) || generation > meta.generation) {
      this.#options.onSuperseded();
      return;
    }
    if (through >= this.#acknowledged) return;
    this.#acknowledged = through;
    this.push(this.#through);
  }

  #isBusy(): boolean {
    return this.#running || this.#closed;
  }

  async #run(): Promise<void> {
    this.#running = true;
    let failures = 0;
    while (!this.#closed && this.#acknowledged < this.#through) {
      const problem = await this.#sendNext();
      if (problem === undefined) {
        failures = 0;
        continue;
      }
      const pause = pauses[Math.min(failures, pauses.length - 1)] ?? 5000;
      failures += 1;
      this.#tell({
        kind: 'unreachable',
        pending: this.#through - this.#acknowledged,
        message: problem.message,
        isRefused: problem.code !== 'unreachable',
      });
      await this.#pause(pause);
    }
    this.#running = false;
    if (!this.#closed) this.#tellSaved();
  }

  /** Sends the next batch, or one large change set in several; what went wrong is returned. */
  async #sendNext(): Promise<HostError | undefined> {
    const { database } = this.#options;
    const { next, meta } = await database.transaction('r', database.changeSets, database.meta, async () => ({
      next: await database.changeSets.where('n').above(this.#acknowledged).limit(500).toArray(),
      meta: await readMeta(database),
    }));
    const [first] = next;
    if (!first) throw new Error(`Change set ${this.#acknowledged + 1} is not in the database.`);
    if (first.packs !== undefined) {
      const problem = await this.#sendPacks(meta, first);
      return problem ?? this.#deliver(meta, [changeSetLine(first)], first);
    }
    const lines: JournalLine[] = [];
    let characters = 0;
    let last = first;
    for (const changeSet of next) {
      if (changeSet.packs !== undefined) break;
      const line = changeSetLine(changeSet);
      characters += line.body.length;
      if (lines.length > 0 && characters > limits.journalBatchCharacters) break;
      lines.push(line);
      last = changeSet;
    }
    return this.#deliver(meta, lines, last);
  }

  async #sendPacks(meta: StoreMeta, changeSet: ChangeSetRow): Promise<HostError | undefined> {
    for (let pack = 0; pack < (changeSet.packs ?? 0); pack += 1) {
      const row = await this.#options.database.changePacks.get([changeSet.n, pack]);
      if (!row) throw new Error(`Pack ${pack} of change set ${changeSet.n} is not in the database.`);
      const problem = await this.#deliver(meta, [packLine(row)]);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  /** @param last the change set that the lines end with; absent inside a large one */
  async #deliver(
    meta: StoreMeta,
    lines: readonly JournalLine[],
    last?: ChangeSetRow,
  ): Promise<HostError | undefined> {
    const answer = await this.#options.send({
      workspaceId: this.#options.workspaceId,
      storeId: meta.storeId,
      generation: meta.generation,
      lines,
      ...(last && { sentinel: this.#sentinelAt(last, meta.storeId, meta.generation) }),
    });
    if (answer.ok) {
      if (last) this.#acknowledged = Math.max(this.#acknowledged, last.n);
      return undefined;
    }
    if (answer.error.code === 'older-generation') this.#options.onSuperseded();
    const expected = answer.error.details?.['expected'];
    if (answer.error.code === 'gap' && typeof expected === 'number' && expected <= this.#acknowledged) {
      // The journal lost what it had (a file was set aside, its folder deleted): the store still has it.
      this.#acknowledged = expected - 1;
    }
    return answer.error;
  }

  #sentinelAt(last: ChangeSetRow, storeId: string, generation: number): Sentinel {
    return {
      format: 1,
      workspaceId: this.#options.workspaceId,
      storeId,
      generation,
      schema: schemaVersion,
      through: last.n,
      accounts: last.totals.accounts,
      prospects: last.totals.prospects,
      engine: this.#options.engine,
      writtenAt: instantOf(this.#options.clock),
    };
  }

  #tell(state: SaveState): void {
    this.#told = state;
    this.#options.onState(state);
  }

  #tellSaved(): void {
    this.#tell({ kind: 'saved', at: instantOf(this.#options.clock) });
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
