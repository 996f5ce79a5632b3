import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export const repositoryRoot = join(import.meta.dirname, '..', '..');

export interface ChildOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Collects the output instead of passing it through. */
  readonly quiet?: boolean;
  /** After this many milliseconds the child and all it started are ended. */
  readonly limitMs: number;
}

export interface ChildOutcome {
  readonly ok: boolean;
  readonly timedOut: boolean;
  readonly output: string;
  readonly ms: number;
}

const running = new Set<ChildProcess>();

/** Runs `npm run <script> -- <args>` at the root of the repository. Never rejects. */
export function runScript(
  script: string,
  args: readonly string[],
  options: ChildOptions,
): Promise<ChildOutcome> {
  return runChild('npm', ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])], options);
}

export function runChild(
  command: string,
  args: readonly string[],
  options: ChildOptions,
): Promise<ChildOutcome> {
  const started = performance.now();
  const windows = process.platform === 'win32';
  const child = spawn(command, args, {
    cwd: repositoryRoot,
    env: { ...process.env, ...options.env },
    stdio: [
      'ignore',
      options.quiet === true ? 'pipe' : 'inherit',
      options.quiet === true ? 'pipe' : 'inherit',
    ],
    shell: windows,
    // A group of its own, so that browsers and workers end with it.
    detached: !windows,
  });
  running.add(child);
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  }
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    endTree(child);
  }, options.limitMs);
  return new Promise((resolve) => {
    let settled = false;
    const settle = (ok: boolean): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      running.delete(child);
      resolve({ ok: ok && !timedOut, timedOut, output: chunks.join(''), ms: performance.now() - started });
    };
    child.on('error', (error) => {
      chunks.push(`${command} could not be started: ${error.message}\n`);
      settle(false);
    });
    child.on('close', (code) => {
      // A suite that was stopped may leave browsers behind.
      endTree(child);
      settle(code === 0);
    });
  });
}

/** Ends every child that still runs; for interrupts. */
export function endChildren(): void {
  for (const child of running) endTree(child);
}

function endTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else if (child.exitCode === null) spawn('taskkill', ['/pid', String(child.pid), '/t', '/f']);
  } catch {
    // Nothing of it runs any more.
  }
}

/** Ctrl-C ends the children too, then this process. */
export function endWithChildren(beforeExit: () => void = () => undefined): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      endChildren();
      beforeExit();
      process.exit(130);
    });
  }
}
