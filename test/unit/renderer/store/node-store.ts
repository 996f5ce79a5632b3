import type { HostCalls } from '../../../../src/renderer/store/host-relay.ts';
import type { FromStore, OpenRequest } from '../../../../src/renderer/store/protocol.ts';
import { StoreSession } from '../../../../src/renderer/store/session.ts';
import type { HostParsedRequest, Sentinel } from '../../../../src/shared/host/contract.ts';
import { uuidV7Source } from '../../../../src/shared/ids.ts';
import { err, ok } from '../../../../src/shared/result.ts';
import { defaultSettings } from '../../../../src/shared/workspace/workspace.ts';
import type { SeededRandom } from '../../../builders/random.ts';

/**
 * The store's session in plain Node, over an IndexedDB in memory and a host that only remembers how far the
 * journal is: fast enough for thousands of commands. What the real engine and the real host do is tested in
 * test/store.
 */
export class NodeStore {
  readonly #workspaceId: string;
  readonly #random: SeededRandom;
  readonly #tell: (message: FromStore) => void;
  #session: StoreSession;
  #sentinel: Sentinel | null = null;
  #through = 0;
  #nowMs = Date.UTC(2026, 10, 23, 9);

  private constructor(random: SeededRandom, tell: (message: FromStore) => void) {
    this.#random = random;
    this.#tell = tell;
    this.#workspaceId = this.#ids().next();
    this.#session = this.#newSession();
  }

  /** @param tell hears what a page would be told */
  static async create(
    random: SeededRandom,
    tell: (message: FromStore) => void = () => undefined,
  ): Promise<NodeStore> {
    const store = new NodeStore(random, tell);
    await store.#open();
    return store;
  }

  get workspaceId(): string {
    return this.#workspaceId;
  }

  get session(): StoreSession {
    return this.#session;
  }

  /** Moves the clock by so many days, and lets the store see it. */
  passDays(days: number): void {
    this.#nowMs += days * 86_400_000;
    this.#session.clockMoved();
  }

  /** Sets the clock to a moment, and lets the store see it. */
  setClock(instant: string): void {
    this.#nowMs = Date.parse(instant);
    this.#session.clockMoved();
  }

  async restart(how: Pick<OpenRequest, 'draws'> = {}): Promise<void> {
    await this.close();
    this.#session = this.#newSession();
    await this.#open(how);
  }

  close(): Promise<void> {
    return this.#session.close();
  }

  async #open(how: Pick<OpenRequest, 'draws'> = {}): Promise<void> {
    const request: OpenRequest = {
      workspaceId: this.#workspaceId,
      clock: { nowMs: 0, mode: 'fixed', takenAtMs: 0 },
      engine: 'Node',
      remembered: this.#sentinel,
      journalThrough: this.#through,
      newestBackup: null,
      workspaceName: 'Model',
      appVersion: '0.0.0',
      create: defaultSettings({ name: 'Model', bdr: 'Ada', timeZone: 'UTC' }),
      ...how,
    };
    const outcome = await this.#session.open(request);
    if (outcome.kind !== 'open') throw new Error(`The store did not open: ${JSON.stringify(outcome)}`);
  }

  #newSession(): StoreSession {
    const clock = { nowMs: () => this.#nowMs };
    return new StoreSession({ tell: this.#tell, host: this.#host(), ids: this.#ids(), clock });
  }

  #ids(): ReturnType<typeof uuidV7Source> {
    const random = this.#random.fork(`ids ${this.#random.int(0, 1_000_000)}`);
    return uuidV7Source(
      () => Date.UTC(2026, 10, 23, 9),
      (bytes) => {
        for (let at = 0; at < bytes.length; at += 1) bytes[at] = random.int(0, 255);
        return bytes;
      },
    );
  }

  #host(): HostCalls {
    return {
      call: ((operation: string, request: HostParsedRequest<'journal.append'>) => {
        if (operation !== 'journal.append')
          return Promise.resolve(err({ code: 'unreachable', message: 'There is only a journal here.' }));
        this.#through = Math.max(this.#through, ...request.lines.map(({ n }) => n));
        if (request.sentinel) this.#sentinel = request.sentinel;
        return Promise.resolve(ok({ through: this.#through }));
      }) as unknown as HostCalls['call'],
    };
  }
}
