import type { StoreError } from '../../../src/renderer/store/api.ts';
import { applyBulk } from '../../../src/renderer/store/bulk.ts';
import { openDatabase } from '../../../src/renderer/store/database.ts';
import { undo } from '../../../src/renderer/store/undo.ts';
import type { EntityChange } from '../../../src/shared/history/change-set.ts';
import { uuidV7Source } from '../../../src/shared/ids.ts';
import type { Result } from '../../../src/shared/result.ts';
import { label } from '../../../src/shared/rule-book/messages.ts';

export interface LargeImport {
  readonly accounts: number;
  /** Above this many changes several transactions are used. */
  readonly batchedAbove: number;
  /** After this many committed transactions the page stands still for good, to be killed there. */
  readonly haltAfter?: number;
  readonly cancelAfter?: number;
}

/** What this window writes to, and with which right. */
export interface HeldStore {
  readonly workspaceId: string;
  readonly holder: string;
}

const clock = { nowMs: () => Date.now() };
const ids = uuidV7Source(clock.nowMs, (bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));
const standStillMs = 60_000;

/** Writes a large import as the exchange worker does, with a small bound, and stops where it is asked to. */
export async function applyLarge(
  { workspaceId, holder }: HeldStore,
  wanted: LargeImport,
): Promise<Result<{ n: number; steps: number }, StoreError>> {
  const database = await openDatabase(workspaceId, { holder });
  const cancel = new AbortController();
  let steps = 0;
  const changes = Array.from({ length: wanted.accounts }, (_, at): EntityChange => ({
    kind: 'account',
    id: ids.next(),
    before: null,
    after: { name: `Large ${at + 1}` },
  }));
  const answer = await applyBulk(database, {
    basedOn: (await database.meta.get('store'))?.through ?? 0,
    origin: 'import',
    command: 'importAccounts',
    label: label('command.imported', { file: 'large.csv', created: changes.length, changed: 0 }),
    changes,
    actor: 'Ada',
    bdr: 'Ada',
    clock,
    ids,
    batchedAbove: wanted.batchedAbove,
    signal: cancel.signal,
    onProgress: () => {
      steps += 1;
      if (steps === wanted.cancelAfter) cancel.abort();
      if (steps === wanted.haltAfter) standStill();
    },
  });
  database.close();
  return answer.ok ? { ok: true, value: { ...answer.value, steps } } : answer;
}

/** Undoes it in several transactions again. */
export async function undoLarge({ workspaceId, holder }: HeldStore, batchedAbove: number): Promise<number> {
  const database = await openDatabase(workspaceId, { holder });
  const { changeSet } = await undo(database, { clock, ids, actor: 'Ada', bdr: 'Ada', batchedAbove });
  database.close();
  return changeSet.n;
}

/** What is left of changes that are on their way: the gate, and packs that no change set names. */
export async function leftOver(workspaceId: string): Promise<{ gate: boolean; packs: number }> {
  const database = await openDatabase(workspaceId);
  const meta = await database.meta.get('store');
  const packs = await database.changePacks.filter(({ n }) => n > (meta?.through ?? 0)).count();
  database.close();
  return { gate: meta?.applying !== undefined, packs };
}

function standStill(): void {
  console.log('standing still');
  const until = performance.now() + standStillMs;
  while (performance.now() < until);
}
