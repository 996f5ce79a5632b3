import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ElectronPackage } from './electron-package.ts';

export interface FetchLimits {
  /** Gives up after this long without a word from the installer and without a byte more on disk. */
  readonly stallMs: number;
  /** Gives up after this long in any case. */
  readonly totalMs: number;
  readonly lookEveryMs: number;
}

const defaultFetchLimits: FetchLimits = { stallMs: 8_000, totalMs: 15 * 60_000, lookEveryMs: 500 };

export interface FetchWatch {
  /** Bytes that the download has put on disk so far. */
  readonly bytes: () => Promise<number>;
  readonly onBytes: (bytes: number) => void;
}

/**
 * Runs Electron's own installer, which has no time limit of its own, and watches it.
 * @returns why it failed, for people
 */
export function fetchElectron(
  electron: ElectronPackage,
  watch: FetchWatch,
  limits: FetchLimits = defaultFetchLimits,
): Promise<Result<null, string>> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(electron.folder, 'install.js')], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const startedAt = performance.now();
    let lastSignAt = startedAt;
    let bytes = -1;
    let output = '';
    const hear = (chunk: Buffer): void => {
      lastSignAt = performance.now();
      output = (output + chunk.toString('utf8')).slice(-4_000);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);

    const finish = (result: Result<null, string>): void => {
      clearInterval(timer);
      if (child.exitCode === null) child.kill('SIGKILL');
      resolve(result);
    };
    const look = async (): Promise<void> => {
      const now = await watch.bytes();
      if (now > bytes) {
        if (bytes >= 0) watch.onBytes(now);
        bytes = now;
        lastSignAt = performance.now();
      }
      if (performance.now() - lastSignAt > limits.stallMs) {
        finish(err(`nothing arrived for ${Math.round(limits.stallMs / 1000)} s`));
      } else if (performance.now() - startedAt > limits.totalMs) {
        finish(err(`it took longer than ${Math.round(limits.totalMs / 60_000)} min`));
      }
    };
    const timer = setInterval(() => void look(), limits.lookEveryMs);
    child.once('error', (error) => finish(err(error.message)));
    child.once('exit', (code) => finish(code === 0 ? ok(null) : err(reasonIn(output))));
  });
}

/** The installer prints a stack; the first line that names an error says enough. */
const reasonIn = (output: string): string =>
  output
    .split('\n')
    .map((line) => line.trim())
    .find((line) => /error/i.test(line))
    ?.slice(0, 160) ?? 'its installer failed';

/**
 * Bytes in the places where the installer writes: its temporary folder's downloads, its cache and the
 * unpacked folder.
 */
export async function downloadedBytes(
  electron: ElectronPackage,
  temporaryFolder: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<number> {
  const downloads = (await namesIn(temporaryFolder))
    .filter((name) => name.startsWith('electron-download-'))
    .map((name) => join(temporaryFolder, name));
  let sum = 0;
  for (const folder of [...downloads, cacheFolder(env), join(electron.folder, 'dist')]) {
    sum += await sizeOf(folder, 3);
  }
  return sum;
}

const cacheFolder = (env: Readonly<Record<string, string | undefined>>): string => {
  const named = env['electron_config_cache'];
  return named !== undefined && named !== '' ? named : envPaths('electron', { suffix: '' }).cache;
};

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

async function sizeOf(path: string, depth: number): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.size;
  if (depth === 0) return 0;
  let sum = 0;
  for (const name of await namesIn(path)) sum += await sizeOf(join(path, name), depth - 1);
  return sum;
}
