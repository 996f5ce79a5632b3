import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAttempts } from '../../src/main/loopback-shell/attempts.ts';
import { readControlFile } from '../../src/main/loopback-shell/control-file.ts';
import { startLoopbackHost, type LoopbackHost } from '../../src/main/loopback-shell/host.ts';
import type { ServerLimits } from '../../src/main/loopback-shell/limits.ts';
import { findRunningHost } from '../../src/main/loopback-shell/running-host.ts';
import { createLoopbackPlatform } from '../../src/renderer/platform/loopback-platform.ts';
import { pageAt } from './page-surroundings.ts';
import { requestText, sendRaw } from './raw-socket.ts';

describe('counting wrong tries', () => {
  it('bears so many at once, then one more after each pause, and never more than at first', () => {
    let now = 0;
    const attempts = createAttempts({ atOnce: 3, pauseMs: 1_000 }, () => now);
    const failTimes = (times: number): void => {
      for (let time = 0; time < times; time += 1) attempts.failed();
    };
    failTimes(2);
    expect(attempts.refused()).toBeUndefined();
    failTimes(1);
    expect(attempts.refused()).toMatchObject({ status: 429, retryAfterS: 1 });
    now = 999;
    expect(attempts.refused()).toMatchObject({ status: 429, retryAfterS: 1 });
    now = 1_000;
    expect(attempts.refused()).toBeUndefined();
    failTimes(1);
    expect(attempts.refused()).toMatchObject({ status: 429 });
    now = 1_000_000;
    failTimes(2);
    expect(attempts.refused()).toBeUndefined();
    failTimes(1);
    expect(attempts.refused()).toMatchObject({ status: 429 });
  });

  it('names the seconds to wait, rounded up', () => {
    let now = 0;
    const attempts = createAttempts({ atOnce: 1, pauseMs: 5_000 }, () => now);
    attempts.failed();
    now = 1_500;
    expect(attempts.refused()).toMatchObject({
      retryAfterS: 4,
      message: expect.stringContaining('4 seconds') as string,
    });
  });

  it('is not outlived by failures: a full bucket waits a whole pause for its next try', () => {
    let now = 900;
    const attempts = createAttempts({ atOnce: 1, pauseMs: 1_000 }, () => now);
    now = 1_899;
    attempts.failed();
    now = 1_901;
    expect(attempts.refused()).toBeDefined();
  });
});

describe('the doors of the loopback shell', () => {
  let root: string;
  let host: LoopbackHost;

  async function start(limits: Partial<ServerLimits>): Promise<void> {
    host = await startLoopbackHost({ dataDir: join(root, 'data'), port: 0, appDir: root, limits });
  }
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'groundwork-limits-'));
    await writeFile(join(root, 'index.html'), '<!doctype html>');
  });
  afterEach(async () => {
    await host.close();
    await rm(root, { recursive: true, force: true });
  });

  const post = (path: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(`${host.origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const signIn = (code: string): Promise<Response> => post('/session', { code }, { origin: host.origin });
  const callWith = (token: string): Promise<Response> =>
    post('/call/link.open', { url: 'no' }, { origin: host.origin, authorization: `Bearer ${token}` });
  const statuses = async (times: number, ask: () => Promise<Response>): Promise<number[]> => {
    const seen: number[] = [];
    for (let time = 0; time < times; time += 1) seen.push((await ask()).status);
    return seen;
  };
  const wrong = 'A'.repeat(43);
  const slow = { attempts: { atOnce: 3, pauseMs: 60_000 } };

  it('answer 429 to the fourth wrong one-time code, and then look at none, until a pause is over', async () => {
    await start({ attempts: { atOnce: 3, pauseMs: 300 } });
    expect(await statuses(3, () => signIn(wrong))).toEqual([401, 401, 401]);
    const refused = await signIn(wrong);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.json()).toMatchObject({
      error: { message: expect.stringContaining('Too many') as string },
    });
    const code = host.address.split('=')[1] ?? '';
    expect((await signIn(code)).status).toBe(429);
    await new Promise((resolve) => setTimeout(resolve, 350));
    expect((await signIn(code)).status).toBe(200);
  });

  it('answer 429 to many wrong tokens, while the page with the right one goes on saving', async () => {
    await start(slow);
    const page = pageAt(host.address);
    const platform = createLoopbackPlatform(page);
    await platform.call('link.open', { url: 'no' });
    expect(await statuses(5, () => callWith(wrong))).toEqual([401, 401, 401, 429, 429]);
    expect(await platform.call('link.open', { url: 'no' })).toMatchObject({ error: { code: 'not-allowed' } });
    expect((await callWith(page.storage.getItem('groundwork.token') ?? '')).status).toBe(200);
  });

  it('count apart: wrong tokens do not close the sign-in', async () => {
    await start(slow);
    await statuses(4, () => callWith(wrong));
    expect((await signIn(host.address.split('=')[1] ?? '')).status).toBe(200);
  });

  it('answer 429 to many wrong control tokens, and a second start still finds the host', async () => {
    await start(slow);
    // As another start does it: no browser's headers, which `fetch` sends by itself.
    const tryControl = async (): Promise<number> => {
      const headers = {
        Host: `127.0.0.1:${host.port}`,
        Authorization: `Bearer ${wrong}`,
        'Content-Type': 'application/json',
        'Content-Length': '2',
        Connection: 'close',
      };
      const request = { method: 'POST', target: '/control/address', headers, body: '{}' };
      return (await sendRaw(host.port, [requestText(request)])).status;
    };
    const seen: number[] = [];
    for (let time = 0; time < 4; time += 1) seen.push(await tryControl());
    expect(seen).toEqual([401, 401, 401, 429]);
    const file = await readControlFile(join(root, 'data'));
    const found = file && (await findRunningHost(file));
    expect(found?.pid).toBe(process.pid);
    await expect(found?.newAddress()).rejects.toThrow('429');
  });

  it('let so many event streams in, and no more', async () => {
    await start({ eventStreams: 2 });
    const page = pageAt(host.address);
    await createLoopbackPlatform(page).call('link.open', { url: 'no' });
    const headers = {
      origin: host.origin,
      authorization: `Bearer ${page.storage.getItem('groundwork.token') ?? ''}`,
    };
    const streams: Response[] = [];
    for (let stream = 0; stream < 3; stream += 1) streams.push(await post('/events', {}, headers));
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 503]);
    for (const stream of streams) await stream.body?.cancel();
  });

  it('let so many calls in at a time, and no more', async () => {
    await start({ calls: 1, bodyMs: 400 });
    const page = pageAt(host.address);
    await createLoopbackPlatform(page).call('link.open', { url: 'no' });
    const token = page.storage.getItem('groundwork.token') ?? '';
    // A body that never ends keeps its place until its time is up.
    const waiting = fetch(`${host.origin}/call/link.open`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: host.origin, authorization: `Bearer ${token}` },
      body: new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{')) }),
      duplex: 'half',
    } as RequestInit);
    const outcome = waiting.then(
      ({ status }) => status,
      () => 0,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await callWith(token)).status).toBe(503);
    expect([0, 408]).toContain(await outcome);
    expect((await callWith(token)).status).toBe(200);
  });
});
