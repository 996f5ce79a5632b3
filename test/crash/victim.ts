import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { browserLaunchOptions } from '../run/ensure-browser.ts';
import { callDriver, driverDir, type Answer, type Methods } from '../store/driver/open-driver.ts';

/** What a crash may take: the page's own process, the whole browser, the host, or all at once. */
export const victims = ['page', 'browser', 'host', 'all'] as const;
export type VictimPart = (typeof victims)[number];

/** The engines that Chromium can keep IndexedDB in; the second is on its way to every user. */
export type Engine = 'leveldb' | 'sqlite';

const engineArgs: Record<Engine, readonly string[]> = {
  leveldb: [],
  sqlite: ['--enable-features=IdbSqliteBackingStore,IdbSqliteOnDiskRollout'],
};

/** Built by `npm run build:driver`. */
const hostScript = fileURLToPath(new URL('../../out/host-process/start-host-process.js', import.meta.url));
const startMs = 20_000;

/** A Groundwork whose every part is a process of its own, so that each can be killed: host, browser, page. */
export class Victim {
  readonly folder: string;
  readonly engine: Engine;
  #port = 0;
  #host: ChildProcess | undefined;
  #address = '';
  #context: BrowserContext | undefined;
  #page: Page | undefined;

  private constructor(folder: string, engine: Engine) {
    this.folder = folder;
    this.engine = engine;
  }

  /** @param prepare puts files into the folder (`data`, `profile`) before anything starts */
  static async start(engine: Engine, prepare?: (folder: string) => Promise<void>): Promise<Victim> {
    const victim = new Victim(await mkdtemp(path.join(tmpdir(), 'groundwork-crash-')), engine);
    await prepare?.(victim.folder);
    await victim.startAll();
    return victim;
  }

  /** A machine on which things lie before this Groundwork is started on it the first time; nothing runs yet. */
  static async prepared(
    engine: Engine,
    prepare: {
      readonly folder: (folder: string) => Promise<void>;
      /** On a blank page of the app's origin. */
      readonly page: (page: Page) => Promise<void>;
    },
  ): Promise<Victim> {
    const victim = new Victim(await mkdtemp(path.join(tmpdir(), 'groundwork-crash-')), engine);
    await prepare.folder(victim.folder);
    const page = await victim.#launch();
    const blank = new URL('/blank', victim.#address).href;
    await page.route(blank, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
    await page.goto(blank);
    await prepare.page(page);
    await victim.stop();
    return victim;
  }

  /** Starts everything and kills the part before it may have come far; then ends what is left. */
  async beginAndKill(part: VictimPart, afterMs: number): Promise<void> {
    const page = await this.#launch();
    void page.goto(this.#address).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await this.kill(part);
    await this.stop();
  }

  get dataDir(): string {
    return path.join(this.folder, 'data');
  }

  get profileDir(): string {
    return path.join(this.folder, 'profile');
  }

  call<M extends keyof Methods>(method: M, ...args: Parameters<Methods[M]>): Promise<Answer<M>> {
    return callDriver(this.#openPage(), method, args);
  }

  #openPage(): Page {
    if (!this.#page) throw new Error('There is no page.');
    return this.#page;
  }

  /** Ends the part at once, as a crash or a power switch would. */
  async kill(part: VictimPart): Promise<void> {
    if (part === 'host' || part === 'all') this.#host?.kill('SIGKILL');
    if (part === 'browser' || part === 'all') this.#killBrowser();
    if (part === 'page') {
      const cdp = await this.#context?.newCDPSession(this.#openPage()).catch(() => undefined);
      // The answer never comes: the page is gone.
      void cdp?.send('Page.crash').catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  #killBrowser(): void {
    try {
      execFileSync('pkill', ['-9', '-f', this.profileDir]);
    } catch {
      // It was gone already.
    }
  }

  /** After a killed host: another one on the same port and folder, under the page that is still there. */
  async restartHost(): Promise<void> {
    await this.#stopHost();
    await this.#startHost();
  }

  /** Ends what is left in order and starts everything on the same folder and port. */
  async restart(): Promise<void> {
    await this.stop();
    await this.startAll();
  }

  /** Ends everything that is left, in order. */
  async stop(): Promise<void> {
    await this.#context?.close().catch(() => undefined);
    this.#killBrowser();
    this.#context = undefined;
    await this.#stopHost();
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  async startAll(): Promise<void> {
    const page = await this.#launch();
    await page.goto(this.#address);
    await page.waitForFunction(() => 'driver' in window);
    await page.evaluate(() => window.driver.ready());
  }

  /** Host and browser; the page is not loaded yet. */
  async #launch(): Promise<Page> {
    const options = browserLaunchOptions();
    const [context] = await Promise.all([
      chromium.launchPersistentContext(this.profileDir, {
        ...options,
        args: [...(options.args ?? []), ...engineArgs[this.engine]],
        headless: true,
      }),
      this.#startHost(),
    ]);
    this.#context = context;
    this.#page = context.pages()[0] ?? (await context.newPage());
    return this.#page;
  }

  async #startHost(): Promise<void> {
    const host = spawn(process.execPath, [hostScript, this.dataDir, String(this.#port), driverDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#host = host;
    this.#address = await firstLine(host);
    this.#port = Number(new URL(this.#address).port);
  }

  async #stopHost(): Promise<void> {
    const host = this.#host;
    this.#host = undefined;
    if (host?.exitCode !== null || host.signalCode !== null) return;
    const ended = once(host, 'exit');
    host.kill('SIGTERM');
    await ended;
  }
}

async function firstLine(host: ChildProcess): Promise<string> {
  let text = '';
  const late = AbortSignal.timeout(startMs);
  while (!text.includes('\n')) {
    const got = (await Promise.race([
      once(host.stdout ?? host, 'data', { signal: late }),
      once(host, 'exit', { signal: late }).then(() => null),
    ])) as [Buffer] | null;
    if (got === null) throw new Error(`The host ended at its start: ${text}`);
    text += got[0].toString('utf8');
  }
  return text.trim();
}
