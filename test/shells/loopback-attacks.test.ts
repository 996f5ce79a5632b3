import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readControlFile } from '../../src/main/loopback-shell/control-file.ts';
import { startLoopbackHost, type LoopbackHost } from '../../src/main/loopback-shell/host.ts';
import { createLoopbackPlatform } from '../../src/renderer/platform/loopback-platform.ts';
import type { Target } from './attack-case.ts';
import { attacksByCaller } from './attacks-by-caller.ts';
import { attacksByRequest } from './attacks-by-request.ts';
import { pageAt } from './page-surroundings.ts';
import { printSeed, seededRandom } from '../builders/random.ts';
import { tally } from '../run/tally.ts';
import { requestText, sendRaw } from './raw-socket.ts';

const seed = printSeed('loopback attacks');
/** Requests that must all be refused, and change nothing, in whatever order. */
const attackCases = seededRandom(seed).shuffle([...attacksByCaller, ...attacksByRequest]);

describe(`the loopback guard: ${attackCases.length} attack cases`, () => {
  let root: string;
  let host: LoopbackHost;
  let target: Target;
  let platform: ReturnType<typeof createLoopbackPlatform>;
  let refused = 0;
  const openedOutside: string[] = [];

  const tokenOf = async (of: LoopbackHost) => {
    const page = pageAt(of.address);
    const pagePlatform = createLoopbackPlatform(page);
    await pagePlatform.call('session.open', { pageVersion: 'test', engine: 'test' });
    return { token: page.storage.getItem('groundwork.token') ?? '', platform: pagePlatform };
  };

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'groundwork-attack-'));
    const appDir = join(root, 'app');
    await mkdir(join(appDir, 'assets'), { recursive: true });
    await writeFile(join(appDir, 'index.html'), '<!doctype html><title>Groundwork</title>');
    await writeFile(join(appDir, 'assets', 'a.js'), 'export {};');
    await writeFile(join(appDir, '.hidden'), 'secret');
    await writeFile(join(root, 'secret.txt'), 'secret');
    await writeFile(join(root, 'package.json'), '{"secret":true}');
    // Whether many wrong tries are borne is another suite's matter (loopback-limits.test.ts).
    const limits = {
      bodyBytes: 65_536,
      bodyMs: 600,
      headersMs: 1_000,
      attempts: { atOnce: 1_000, pauseMs: 1 },
    };
    const other = await startLoopbackHost({ dataDir: join(root, 'other'), port: 0, appDir });
    const foreignToken = (await tokenOf(other)).token;
    await other.close();
    host = await startLoopbackHost({
      dataDir: join(root, 'data'),
      port: 0,
      appDir,
      limits,
      openLink: (url) => {
        openedOutside.push(url);
        return Promise.resolve();
      },
    });
    const own = await tokenOf(host);
    ({ platform } = own);
    target = {
      port: host.port,
      host: `127.0.0.1:${host.port}`,
      origin: host.origin,
      token: own.token,
      foreignToken,
      usedCode: host.address.split('=')[1] ?? '',
      controlSecret: (await readControlFile(join(root, 'data')))?.secret ?? '',
    };
  });
  afterAll(async () => {
    await host.close();
    await rm(root, { recursive: true });
    console.log(`loopback guard: ${refused}/${attackCases.length} attack cases refused`);
    tally('attacks', refused, seed);
  });

  it('has at least 150 cases, each with its own name', () => {
    expect(attackCases.length).toBeGreaterThanOrEqual(150);
    expect(new Set(attackCases.map(({ name }) => name)).size).toBe(attackCases.length);
  });

  it('lets the unchanged request of its own page through: the table tests the changes', async () => {
    const opened = await platform.call('session.open', { pageVersion: 'test', engine: 'test' });
    expect(opened).toMatchObject({ ok: true, value: { workspaces: [] } });
    const answer = await sendRaw(target.port, [
      requestText({
        method: 'POST',
        target: '/call/link.open',
        headers: {
          Host: target.host,
          Origin: target.origin,
          Authorization: `Bearer ${target.token}`,
          'Content-Type': 'application/json',
          'Content-Length': '12',
          Connection: 'close',
        },
        body: '{"url":"no"}',
      }),
    ]);
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('Only https and mailto links');
  });

  it.for(attackCases)('refuses $name', async (attack) => {
    const answer = await sendRaw(target.port, attack.parts(target), attack.pauseMs);
    expect(attack.refusedWith, `${answer.head}\n${answer.body}`).toContain(answer.status);
    expect(answer.head.toLowerCase()).not.toMatch(/access-control-|set-cookie/);
    expect(answer.body).not.toContain('secret');
    expect(answer.body).not.toContain(target.token);
    if (attack.errorCode !== undefined) {
      expect(answer.body).toContain(`"error":{"code":"${attack.errorCode}"`);
    }
    refused += 1;
  });

  it('changed nothing and kept no secret in the log', async () => {
    const opened = await platform.call('session.open', { pageVersion: 'test', engine: 'test' });
    expect(opened).toMatchObject({ ok: true, value: { workspaces: [], clock: { mode: 'running' } } });
    expect(openedOutside).toEqual([]);
    expect('polluted' in {} || 'id' in {}).toBe(false);
    const kept = await readFile(join(root, 'data', 'sessions.json'), 'utf8');
    const log = await readFile(join(root, 'data', 'groundwork.log'), 'utf8');
    for (const secret of [target.token, target.usedCode, target.controlSecret]) {
      expect(kept + log).not.toContain(secret);
    }
    expect(log).not.toContain('attacker');
  });

  it('answers static files with the strict headers, and the page is never kept', async () => {
    const response = await fetch(host.origin);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
        "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
        "object-src 'none'",
    );
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    const script = await fetch(`${host.origin}/assets/a.js`, { headers: { range: 'bytes=5-2' } });
    expect(script.status).toBe(200);
    expect(await script.text()).toBe('export {};');
  });

  it('listens on 127.0.0.1 only', async () => {
    await expect(fetch(`http://[::1]:${host.port}/`)).rejects.toThrow();
  });
});
