// Before anything that loads Dexie: it looks for IndexedDB once.
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Platform } from '../../../../src/renderer/platform/platform.ts';
import { openStoreClient, type StorePort } from '../../../../src/renderer/store/client.ts';
import type { StoreClient } from '../../../../src/renderer/store/api.ts';
import type { FromStore, ToStore } from '../../../../src/renderer/store/protocol.ts';
import { serveStore } from '../../../../src/renderer/workers/serve-store.ts';
import { ok } from '../../../../src/shared/result.ts';
import { defaultSettings } from '../../../../src/shared/workspace/workspace.ts';

const heard: FromStore[] = [];
const sent: ToStore[] = [];
let store: StoreClient;

/** The worker's own code and the page's, with a port between them that copies as the engine's does. */
beforeAll(async () => {
  let toWorker: (event: { readonly data: ToStore }) => void = () => undefined;
  let toPage: (message: FromStore) => void = () => undefined;
  vi.stubGlobal('self', {
    addEventListener: (_: string, listener: typeof toWorker) => (toWorker = listener),
    postMessage: (message: FromStore) => {
      const copy = structuredClone(message);
      heard.push(copy);
      setTimeout(() => toPage(copy));
    },
  });
  vi.useFakeTimers({ toFake: ['setInterval'] });
  serveStore();
  const port: StorePort = {
    postMessage: (message) => {
      const copy = structuredClone(message);
      sent.push(copy);
      setTimeout(() => toWorker({ data: copy }));
    },
    listen: (listener) => (toPage = listener),
    terminate: () => undefined,
  };
  const platform = {
    call: (_: string, request: { readonly lines?: readonly { readonly n: number }[] }) =>
      Promise.resolve(ok({ through: Math.max(0, ...(request.lines ?? []).map(({ n }) => n)) })),
  } as unknown as Platform;
  const opened = await openStoreClient(
    port,
    platform,
    {
      workspaceId: '0190a000-0000-7000-8000-000000000001',
      clock: { nowMs: Date.UTC(2026, 10, 23, 9), mode: 'fixed', takenAtMs: 0 },
      engine: 'Node',
      remembered: null,
      journalThrough: 0,
      newestBackup: null,
      workspaceName: 'Dropped',
      appVersion: '0.0.0',
      create: defaultSettings({ name: 'Dropped', bdr: 'Ada', timeZone: 'UTC' }),
    },
    { onProgress: () => undefined, onStopped: () => undefined },
  );
  if (opened.kind !== 'open') throw new Error(`The store did not open: ${opened.kind}`);
  ({ store } = opened);
  await store.run({ kind: 'createAccount', values: { name: 'Acme', dbQs: 75 } });
});

afterAll(async () => {
  await store.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const impact = (signal?: AbortSignal) =>
  store.ask('settingsImpact', { values: { highDbQsOver: 80 } }, signal);
const answers = (): FromStore['kind'][] =>
  heard.flatMap(({ kind }) => (kind === 'answer' || kind === 'failure' ? [kind] : []));

it('a question that somebody waits for is answered, with a signal or without', async () => {
  const over = new AbortController();
  const [plain, signalled] = [await impact(), await impact(over.signal)];
  expect(plain.topics).toContain('scores');
  expect(signalled).toEqual(plain);
  // An answer that came is no longer waited for: nothing is told of it.
  over.abort();
  expect(sent.filter(({ kind }) => kind === 'dropped')).toEqual([]);
});

it('of one that nobody waits for the work ends in the worker, and the page hears at once', async () => {
  const before = answers().length;
  const over = new AbortController();
  const overtaken = impact(over.signal);
  const call = sent.at(-1);
  over.abort();
  await expect(overtaken).rejects.toThrow('Nobody waits');
  expect(sent.at(-1)).toEqual({ kind: 'dropped', id: call?.kind === 'call' ? call.id : 0 });
  await vi.waitFor(() => expect(answers()).toHaveLength(before + 1));
  expect(answers().at(-1)).toBe('failure');
  // What comes after is not touched by it.
  await expect(impact()).resolves.toMatchObject({ problem: null });
});

it('one whose time was over before it was put is not sent', async () => {
  const count = sent.length;
  await expect(impact(AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
  expect(sent).toHaveLength(count);
});
