import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { operations } from '../../../src/shared/host/contract.ts';
import type { HostHandlers } from '../../../src/shared/host/handlers.ts';
import { createHostClock } from '../../../src/main/clock.ts';
import { dataRoot, openDataFolder, shellFolder } from '../../../src/main/data-folder.ts';
import { createDispatch } from '../../../src/main/dispatch.ts';
import { findBrowser, type BrowserSearch } from '../../../src/main/find-browser.ts';
import { openHostCore } from '../../../src/main/host-core.ts';
import { allowedLink } from '../../../src/main/links.ts';
import { createLog } from '../../../src/main/log.ts';
import { browserArguments } from '../../../src/main/loopback-shell/browser-window.ts';
import { openSessions } from '../../../src/main/loopback-shell/sessions.ts';
import { quiet } from './journal-folder.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'groundwork-host-'));
});
afterEach(() => rm(root, { recursive: true }));

const first = {
  id: '0193a000-0000-7000-8000-000000000001',
  name: 'West',
  createdAt: '2026-03-02T09:00:00.000Z',
};
const second = { ...first, id: '0193a000-0000-7000-8000-000000000002', name: 'East' };

describe('the data folder', () => {
  it('of the demo is never the one of the user, and each shell has its own part', () => {
    const own = dataRoot({ demo: false });
    const demo = dataRoot({ demo: true });
    expect(demo).not.toBe(own);
    expect(demo.startsWith(`${own}/`)).toBe(false);
    expect(shellFolder(own, 'electron')).not.toBe(shellFolder(own, 'loopback'));
    expect(dataRoot({ demo: true, dataDir: '/tmp/x' })).toBe('/tmp/x');
    expect(dataRoot({ demo: false, dataDir: '~/x' })).toBe(join(homedir(), 'x'));
  });

  it('is made for its user only', async () => {
    const folder = await openDataFolder(join(root, 'a', 'b'));
    expect((await stat(folder.root)).mode & 0o777).toBe(0o700);
  });
});

describe('the host clock', () => {
  it('runs, or stands still until it is moved, and tells', () => {
    const running = createHostClock();
    expect(Math.abs(running.nowMs() - Date.now())).toBeLessThan(1_000);
    expect(() => running.advance(1)).toThrow('Only a fixed clock');
    running.close();
    const fixed = createHostClock('2026-03-02T09:00:00Z');
    const heard: unknown[] = [];
    fixed.onChange((reading) => void heard.push(reading));
    fixed.advance(86_400_000);
    expect(fixed.reading()).toEqual({ nowMs: Date.parse('2026-03-03T09:00:00Z'), mode: 'fixed' });
    expect(heard).toEqual([fixed.reading()]);
    fixed.close();
  });

  it('tells when the machine slept or the clock was set', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date', 'performance'] });
    const clock = createHostClock();
    const heard: unknown[] = [];
    clock.onChange((reading) => void heard.push(reading));
    vi.advanceTimersByTime(60_000);
    expect(heard).toEqual([]);
    vi.setSystemTime(Date.now() + 3_600_000);
    vi.advanceTimersByTime(15_000);
    expect(heard).toHaveLength(1);
    clock.close();
    vi.useRealTimers();
  });
});

describe('links', () => {
  it.each(['https://example.com', 'HTTPS://Example.com/a?b#c', 'mailto:a@example.com?subject=x'])(
    'lets %s out',
    (url) => {
      expect(allowedLink(url).ok).toBe(true);
    },
  );
  it.each([
    'http://example.com',
    'https://user:pass@example.com',
    'https:example',
    'https://',
    'file:///etc/passwd',
    'javascript:alert(1)//https://example.com',
    ' javascript:alert(1)',
    'data:text/html,x',
    'mailto:',
    'ms-settings:https://example.com',
    'example.com',
    '',
  ])('keeps %j in', (url) => {
    const allowed = allowedLink(url);
    // "https:example" is a form that the URL standard reads as https://example.
    expect(allowed.ok).toBe(url === 'https:example');
  });
});

describe('finding a browser', () => {
  const search = (more: Partial<BrowserSearch> & { there?: string[] }): BrowserSearch => ({
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    home: '/home/x',
    exists: (path) => (more.there ?? []).includes(path),
    list: () => [],
    ...more,
  });

  it('takes the named one, and says when it is not there', () => {
    const env = { GROUNDWORK_BROWSER: '/opt/b', PATH: '/usr/bin' };
    expect(findBrowser(search({ env, there: ['/opt/b', '/usr/bin/chromium'] }))).toMatchObject({
      value: { path: '/opt/b', from: 'environment' },
    });
    const missing = findBrowser(search({ env, there: ['/usr/bin/chromium'] }));
    expect(missing.ok ? '' : missing.error).toContain('"/opt/b"');
  });

  it("takes Playwright's newest before an installed one", () => {
    const found = findBrowser(
      search({
        list: (folder) =>
          folder === '/home/x/.cache/ms-playwright' ? ['chromium-99', 'chromium-1200', 'firefox-1'] : [],
        there: [
          '/home/x/.cache/ms-playwright/chromium-99/chrome-linux/chrome',
          '/home/x/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome',
          '/usr/bin/chromium',
        ],
      }),
    );
    expect(found).toMatchObject({
      value: { path: '/home/x/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome', from: 'playwright' },
    });
  });

  it.each([
    ['linux', '/usr/bin/chromium', 'Chromium', {}],
    ['linux', '/usr/local/bin/google-chrome', 'Google Chrome', {}],
    ['linux', '/snap/bin/brave', 'Brave', {}],
    ['darwin', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge', 'Microsoft Edge', {}],
    [
      'win32',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'Google Chrome',
      { PROGRAMFILES: 'C:\\Program Files' },
    ],
  ] as const)('on %s finds %s', (platform, path, name, env) => {
    const found = findBrowser(
      search({ platform, there: [path], env: { PATH: '/usr/local/bin:/usr/bin', ...env } }),
    );
    expect(found).toEqual({ ok: true, value: { path, name, from: 'installed' } });
  });

  it('says what to install when there is none', () => {
    const found = findBrowser(search({}));
    expect(found.ok ? '' : found.error).toContain('GROUNDWORK_BROWSER');
  });

  it('is started in its own profile, and without the sandbox only as root', () => {
    const options = { address: 'http://127.0.0.1:1/#code=x', profileDir: '/p' };
    const args = browserArguments({ ...options, isRoot: false });
    expect(args).toEqual(
      expect.arrayContaining(['--app=http://127.0.0.1:1/#code=x', '--user-data-dir=/p', '--no-first-run']),
    );
    expect(args).not.toContain('--no-sandbox');
    expect(browserArguments({ ...options, isRoot: true })).toContain('--no-sandbox');
  });
});

describe('sessions', () => {
  it('drop codes after an hour and tokens after thirty days', async () => {
    let now = Date.parse('2026-03-02T09:00:00Z');
    const path = join(root, 'sessions.json');
    const sessions = await openSessions(path, () => now);
    const late = sessions.newCode();
    now += 61 * 60_000;
    expect(await sessions.exchange(late)).toBeUndefined();
    const code = sessions.newCode();
    const token = (await sessions.exchange(code)) ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(await sessions.exchange(code)).toBeUndefined();
    expect((await openSessions(path, () => now)).isValid(token)).toBe(true);
    now += 31 * 24 * 3_600_000;
    expect(sessions.isValid(token)).toBe(false);
  });
});

describe('dispatch', () => {
  const core = () =>
    openHostCore({
      shell: 'loopback',
      dataDir: join(root, 'data'),
      resourcesDir: join(root, 'none'),
      appVersion: '0.1.0',
      demo: false,
      openLink: () => Promise.reject(new Error('no browser')),
    });

  it('answers "not found" for a missing sample and "internal" for a handler that throws', async () => {
    const host = await core();
    expect(await host.dispatch('sample.read', {}, quiet)).toMatchObject({ error: { code: 'not-found' } });
    expect(await host.dispatch('link.open', { url: 'https://example.com' }, quiet)).toMatchObject({
      error: { code: 'internal' },
    });
    expect(host.isIdle()).toBe(true);
    await host.close();
    const log = await readFile(join(root, 'data', 'groundwork.log'), 'utf8');
    expect(log).toContain('"code":"failed"');
    expect(log).not.toContain('example.com');
  });

  it('does not let an answer out that breaks the contract', async () => {
    const log = createLog(join(root, 'log'), Date.now);
    const never = () => Promise.reject(new Error('not asked'));
    const handlers = Object.fromEntries(Object.keys(operations).map((name) => [name, never]));
    const dispatch = createDispatch(
      {
        ...(handlers as Record<keyof HostHandlers, typeof never>),
        'journal.append': () => Promise.resolve({ ok: true, value: { through: -1 } }),
      },
      log,
    );
    const lines = [{ n: 1, body: '{}' }];
    const request = { workspaceId: first.id, storeId: second.id, generation: 1, lines };
    expect(await dispatch('journal.append', request, quiet)).toMatchObject({
      error: { code: 'bad-response' },
    });
    await log.flush();
  });
});
