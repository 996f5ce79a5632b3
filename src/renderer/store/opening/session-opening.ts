import { err, type Result } from '../../../shared/result.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import type { StoreError } from '../api.ts';
import type { GroundworkDatabase } from '../database.ts';
import type { StoreProgress } from '../progress.ts';
import type { OpenRequest, StoppedLate } from '../protocol.ts';
import { Recovery } from '../recovery/recovery.ts';
import type { Rebuilt, RecoveryPlan } from '../recovery/store-recovery.ts';
import type { SessionPort } from '../session-port.ts';
import { schemaVersions } from '../versions/index.ts';
import { writerOf } from '../writer.ts';
import { failureText, meansDamage } from './engine-errors.ts';
import { expectationOf } from './expectation.ts';
import { holdStore } from './hold-store.ts';
import type { LostStore, OpenOutcome } from './open-outcome.ts';
import { openStore } from './open-store.ts';

/** What an opening needs of the session. */
export interface OpeningNeeds {
  readonly port: SessionPort;
  /** Another window has taken the store since. */
  readonly isTakenOver: () => boolean;
  /** Another window takes the store, or upgrades it. */
  readonly onLost: () => void;
  readonly onProgress: (progress: StoreProgress | null) => void;
}

/** Opens a session's store and holds it for this window; where it is lost, rebuilds it when a person says so. */
export class SessionOpening {
  readonly #needs: OpeningNeeds;
  /** Of a store that could not be opened, or not be read later on. */
  #recovery: Recovery | undefined;
  #letGo: (() => void) | null = null;

  constructor(needs: OpeningNeeds) {
    this.#needs = needs;
  }

  /**
   * Never throws; what stands in the way is an outcome.
   * @param start begins the work with the open database
   */
  async open(
    request: OpenRequest,
    start: (database: GroundworkDatabase) => Promise<void>,
  ): Promise<OpenOutcome> {
    const { onLost } = this.#needs;
    try {
      this.#letGo = await holdStore(request.workspaceId, { takeOver: request.takeOver ?? false, onLost });
      if (!this.#letGo) return { kind: 'in-use' };
      const opened = await openStore({ request, ...this.#parts(request) });
      if (opened.kind === 'lost') this.#awaitRecovery(request, opened.found);
      if (opened.kind === 'older-generation') {
        this.#awaitRecovery(request, { kind: 'other-store', through: null });
      }
      if (opened.kind !== 'open') return opened;
      const { database, fresh, replayed } = opened;
      database.on('versionchange', onLost);
      await start(database);
      this.#needs.onProgress(null);
      return { kind: 'open', fresh, replayed, holder: database.holder ?? '' };
    } catch (error) {
      if (!meansDamage(error)) return { kind: 'failed', message: failureText(error) };
      // It opened, and its first rows could not be read.
      return this.#damaged(request, null);
    }
  }

  async plan(from?: string): Promise<Result<RecoveryPlan, StoreError>> {
    return this.#recovery ? this.#recovery.plan(from) : err(notLost);
  }

  async rebuild(from?: string): Promise<Result<Rebuilt, StoreError>> {
    if (!this.#recovery) return err(notLost);
    const rebuilt = await this.#recovery.rebuild(from);
    this.#needs.onProgress(null);
    return rebuilt;
  }

  /**
   * The book could not be read although the store had opened.
   * @param through the last change set that was read
   */
  stoppedLate(request: OpenRequest, through: number, error: unknown): StoppedLate {
    return meansDamage(error)
      ? this.#damaged(request, through)
      : { kind: 'failed', message: failureText(error) };
  }

  /** The store is closed: another window may have it. */
  letGo(): void {
    this.#letGo?.();
  }

  #damaged(request: OpenRequest, through: number | null) {
    const found: LostStore = { kind: 'damaged', through };
    this.#awaitRecovery(request, found);
    return { kind: 'lost', expected: expectationOf(request), found } as const;
  }

  #awaitRecovery(request: OpenRequest, found: LostStore): void {
    this.#recovery = new Recovery({ request, found, ...this.#parts(request) });
  }

  #parts(request: OpenRequest) {
    const { port, isTakenOver, onProgress } = this.#needs;
    const { host, ids, versions = schemaVersions } = port;
    const context = writerOf(port, request.create?.bdr ?? '');
    return { host, ids, versions, context, isStillHeld: (): boolean => !isTakenOver(), onProgress };
  }
}

const notLost: StoreError = { code: 'internal', message: label('recovery.not-lost') };
