import { describe, expect, it } from 'vitest';
import type { HostBridge } from '../../src/shared/host/bridge.ts';
import { createElectronPlatform } from '../../src/renderer/platform/electron-platform.ts';
import { pauseAfter } from '../../src/renderer/platform/loopback-events.ts';
import { createLoopbackPlatform } from '../../src/renderer/platform/loopback-platform.ts';
import { readNdjson } from '../../src/renderer/platform/ndjson.ts';
import { clockFrom, readingOf } from '../../src/renderer/platform/page-clock.ts';
import { pageAt } from './page-surroundings.ts';

describe("the page's clock", () => {
  const steady = { timeOrigin: 1_000, nowMs: 0, now: () => steady.nowMs };

  it('runs on from the reading in page and worker alike, though each counts from its own start', () => {
    steady.nowMs = 500;
    const reading = readingOf({ nowMs: 1_000_000, mode: 'running' }, steady);
    const worker = { timeOrigin: 1_400, now: () => 350 };
    expect(clockFrom(reading, worker).nowMs()).toBe(1_000_250);
    steady.nowMs = 750;
    expect(clockFrom(reading, steady).nowMs()).toBe(1_000_250);
  });

  it('stands still when the host has fixed it', () => {
    const reading = readingOf({ nowMs: 1_000_000, mode: 'fixed' }, steady);
    steady.nowMs = 99_999;
    expect(clockFrom(reading, steady).nowMs()).toBe(1_000_000);
  });
});

describe('a streamed answer', () => {
  it('is cut into lines whatever the chunks are, multi-byte characters included', async () => {
    const bytes = new TextEncoder().encode('{"a":"ü😀"}\n\n{"b":1}\r\n{"c":2}');
    for (const size of [1, 2, 3, 7, 100]) {
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
          controller.close();
        },
      });
      const lines: unknown[] = [];
      for await (const line of readNdjson(body)) lines.push(JSON.parse(line));
      expect(lines).toEqual([{ a: 'ü😀' }, { b: 1 }, { c: 2 }]);
    }
  });
});

describe('an answer that breaks the contract', () => {
  const request = { pageVersion: 'x', engine: 'x' };

  it.each([
    ['no object', 'result'],
    ['a result of another form', { kind: 'result', result: { shell: 'none' } }],
    ['an unknown kind', { kind: 'surprise' }],
  ])('is "bad-response": %s', async (_name, frame) => {
    const bridge = {
      call: () => Promise.resolve(frame),
      cancel: () => undefined,
      onFrame: () => () => undefined,
      onEvent: () => () => undefined,
    };
    const platform = createElectronPlatform(bridge as HostBridge);
    expect(await platform.call('session.open', request)).toMatchObject({ error: { code: 'bad-response' } });
    const page = pageAt('http://127.0.0.1:1/');
    page.storage.setItem('groundwork.token', 't');
    const answering = { ...page, fetch: () => Promise.resolve(new Response(JSON.stringify(frame))) };
    expect(await createLoopbackPlatform(answering).call('session.open', request)).toMatchObject({
      error: { code: 'bad-response' },
    });
  });

  it('that ends before its last frame means the host went away', async () => {
    const page = pageAt('http://127.0.0.1:1/');
    page.storage.setItem('groundwork.token', 't');
    const half = {
      ...page,
      fetch: () => Promise.resolve(new Response('{"kind":"progress","progress":{"done":1,"of":2}}\n')),
    };
    expect(await createLoopbackPlatform(half).call('session.open', request)).toMatchObject({
      error: { code: 'unreachable' },
    });
  });

  it('is asked for again after growing pauses, up to five seconds', () => {
    expect([0, 1, 2, 3, 4, 5, 50].map(pauseAfter)).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000]);
  });
});
