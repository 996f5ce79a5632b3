import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { err, ok, type Result } from '../../shared/result.ts';
import { parseJson, readTextIfThere, writeFileSynced } from '../files.ts';
import type { ElectronPackage } from './electron-package.ts';

/** Which shell runs, and why, in one line. */
export type ChosenShell =
  | { readonly shell: 'electron'; readonly binary: string; readonly why: string }
  | { readonly shell: 'loopback'; readonly why: string };

export interface ShellChoice {
  readonly asked: 'electron' | 'loopback' | undefined;
  /** False with `--no-open`: only the loopback shell has an address to print. */
  readonly open: boolean;
  /** Looks anew each time: the binary may have arrived. */
  readonly findElectron: () => ElectronPackage | undefined;
  /** Gets the binary. @returns why it failed */
  readonly fetchElectron: (electron: ElectronPackage) => Promise<Result<null, string>>;
  /** File that remembers a failed download. */
  readonly memory: string;
}

const failedDownload = z.object({ format: z.literal(1), electron: z.string(), reason: z.string() });

/** Electron when its binary is there or can be had; else the loopback shell. */
export async function chooseShell(choice: ShellChoice): Promise<Result<ChosenShell, string>> {
  const { asked } = choice;
  if (asked === 'loopback') return ok({ shell: 'loopback', why: 'Loopback shell: asked for.' });
  if (!choice.open) {
    return ok({
      shell: 'loopback',
      why: 'Loopback shell: --no-open prints an address, and only it has one.',
    });
  }
  const electron = choice.findElectron();
  if (electron === undefined) return noElectron('its package is not installed (npm ci)', asked);
  if (electron.binary !== undefined) {
    const why = asked === 'electron' ? 'asked for' : 'its binary is here';
    return ok({ shell: 'electron', binary: electron.binary, why: `Electron ${electron.version}: ${why}.` });
  }
  const remembered = await failureOf(choice.memory, electron.version);
  if (remembered !== undefined && asked !== 'electron') {
    return noElectron(`could not be downloaded earlier (${remembered}); --shell electron tries again`, asked);
  }
  const fetched = await choice.fetchElectron(electron);
  const binary = fetched.ok ? choice.findElectron()?.binary : undefined;
  if (binary === undefined) {
    const reason = fetched.ok ? 'the download left no binary' : fetched.error;
    const memory = { format: 1, electron: electron.version, reason };
    await writeFileSynced(choice.memory, `${JSON.stringify(memory)}\n`);
    return noElectron(`could not be downloaded (${reason})`, asked);
  }
  await rm(choice.memory, { force: true });
  return ok({ shell: 'electron', binary, why: `Electron ${electron.version}: downloaded.` });
}

const noElectron = (
  reason: string,
  asked: 'electron' | 'loopback' | undefined,
): Result<ChosenShell, string> =>
  asked === 'electron'
    ? err(`Electron ${reason}. "npm start -- --shell loopback" opens Groundwork in an installed browser.`)
    : ok({ shell: 'loopback', why: `Loopback shell: Electron ${reason}.` });

/** A failure counts for the version it happened with. */
async function failureOf(memory: string, version: string): Promise<string | undefined> {
  const parsed = failedDownload.safeParse(parseJson((await readTextIfThere(memory)) ?? ''));
  return parsed.success && parsed.data.electron === version ? parsed.data.reason : undefined;
}
