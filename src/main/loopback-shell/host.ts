import { join } from 'node:path';
import type { HostEvent } from '../../shared/host/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { appVersion } from '../app-version.ts';
import { openHostCore, type HostCore, type HostCoreOptions } from '../host-core.ts';
import { openWithSystem, type OpenLink } from '../links.ts';
import { readControlFile, removeControlFile, writeControlFile } from './control-file.ts';
import { createEventStreams } from './event-streams.ts';
import { createHttpServer, listenOn, loopbackAddress } from './http-server.ts';
import { defaultServerLimits, type ServerLimits } from './limits.ts';
import { createRequestRouter } from './request-router.ts';
import { findRunningHost, type RunningHost } from './running-host.ts';
import { openSessions, randomSecret } from './sessions.ts';
import { createStaticFiles } from './static-files.ts';

export interface LoopbackHostOptions {
  /** Data of this shell; made when absent. */
  readonly dataDir: string;
  /** 0 takes any free port: for tests only, the port is part of where the browser keeps the data. */
  readonly port: number;
  /** The built page. */
  readonly appDir: string;
  readonly demo?: boolean;
  /** ISO instant: the clock stands still there until `control` moves it. */
  readonly clock?: { readonly fixedAt: string };
  readonly resourcesDir?: string;
  readonly openLink?: OpenLink;
  readonly limits?: Partial<ServerLimits>;
  readonly space?: HostCoreOptions['space'];
  /** Called when a second start finds this host without a page. */
  readonly onOpenWindow?: () => void;
}

export interface LoopbackHost {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly port: number;
  /** Opens the app once: holds a one-time code. */
  readonly address: string;
  /** Another such address. */
  readonly newAddress: () => string;
  readonly connectedPages: () => number;
  /** For tests, out of the page's reach. */
  readonly control: {
    /** @throws Error when the clock is running */
    readonly advanceClock: (ms: number) => void;
    readonly setClock: (instant: string) => void;
    readonly send: (event: HostEvent) => void;
  };
  /**
   * Lets calls that write finish, then stops listening.
   * @param end `signOut` when no page is left that could go on: its token is worth nothing from then on
   */
  readonly close: (end?: { readonly signOut: boolean }) => Promise<void>;
}

/** Why a host did not start, in words for a person. */
export type StartRefusal =
  | { readonly kind: 'already-running'; readonly message: string; readonly host: RunningHost }
  | { readonly kind: 'port-taken' | 'port-forbidden'; readonly message: string };

const finishCallsMs = 5_000;
const resourcesOfSources = join(import.meta.dirname, '..', '..', '..', 'resources');

/** Starts the host of the loopback shell, or says why not. */
export async function openLoopbackHost(
  options: LoopbackHostOptions,
): Promise<Result<LoopbackHost, StartRefusal>> {
  const { dataDir } = options;
  const running = await runningHostOf(dataDir);
  if (running !== undefined) return err(alreadyRunning(running));

  const core = await openHostCore({
    shell: 'loopback',
    dataDir,
    resourcesDir: options.resourcesDir ?? resourcesOfSources,
    appVersion: await appVersion(),
    demo: options.demo ?? false,
    openLink: options.openLink ?? openWithSystem,
    ...(options.clock === undefined ? {} : { fixedAt: options.clock.fixedAt }),
    ...(options.space === undefined ? {} : { space: options.space }),
  });
  const limits = { ...defaultServerLimits, ...options.limits };
  const sessions = await openSessions(join(dataDir, 'sessions.json'));
  const events = createEventStreams();
  const secret = randomSecret();
  let port = options.port;
  const host = (): string => `${loopbackAddress}:${port}`;
  const newAddress = (): string => `http://${host()}/#code=${sessions.newCode()}`;
  const control = {
    secret,
    core,
    newAddress,
    connectedPages: events.count,
    openWindow: options.onOpenWindow ?? (() => undefined),
  };
  const staticFiles = createStaticFiles(options.appDir);
  const server = createHttpServer(
    createRequestRouter({ host, core, sessions, events, staticFiles, control, limits }),
    limits,
  );
  const listening = await listenOn(server, options.port);
  if (!listening.ok) {
    events.close();
    await core.close();
    return err(await whyNotListening(dataDir, options.port, listening.error));
  }
  port = listening.value;
  await writeControlFile(dataDir, { format: 1, pid: process.pid, port, secret });
  core.onEvent(events.send);
  core.log.event('host.started', { port });

  const closeAll = async (signOut: boolean): Promise<void> => {
    const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
    events.close();
    await core.whenIdle(finishCallsMs);
    server.closeAllConnections();
    await stopped;
    await removeControlFile(dataDir);
    if (signOut) await sessions.forgetAll();
    core.log.event('host.stopped');
    await core.close();
  };
  let closing: Promise<void> | undefined;
  return ok({
    origin: `http://${host()}`,
    port,
    address: newAddress(),
    newAddress,
    connectedPages: events.count,
    control: controlOf(core),
    close: (end) => (closing ??= closeAll(end?.signOut ?? false)),
  });
}

/** As `openLoopbackHost`, for callers that cannot go on without one. @throws Error with the refusal's words */
export async function startLoopbackHost(options: LoopbackHostOptions): Promise<LoopbackHost> {
  const host = await openLoopbackHost(options);
  if (!host.ok) throw new Error(host.error.message);
  return host.value;
}

const controlOf = (core: HostCore): LoopbackHost['control'] => ({
  advanceClock: core.clock.advance,
  setClock: (instant) => core.clock.fixAt(Date.parse(instant)),
  send: core.send,
});

async function runningHostOf(dataDir: string): Promise<RunningHost | undefined> {
  const file = await readControlFile(dataDir);
  return file === undefined ? undefined : findRunningHost(file);
}

const alreadyRunning = (host: RunningHost): StartRefusal => ({
  kind: 'already-running',
  message: `Groundwork is already running with this data folder, at ${host.origin}.`,
  host,
});

/** Another start may have taken the port a moment ago and not yet said so: it gets time to. */
async function whyNotListening(
  dataDir: string,
  port: number,
  why: 'taken' | 'forbidden',
): Promise<StartRefusal> {
  if (why === 'forbidden') {
    return {
      kind: 'port-forbidden',
      message: `Port ${port} may not be used by your user. Choose one above 1024.`,
    };
  }
  for (let look = 0; look < 5; look += 1) {
    const running = await runningHostOf(dataDir);
    if (running !== undefined) return alreadyRunning(running);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    kind: 'port-taken',
    message:
      `Port ${port} is held by another program. Your data in the browser belongs to that port, so Groundwork ` +
      'takes no other. Stop the other program and start Groundwork again.',
  };
}
