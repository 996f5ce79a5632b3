import { join, resolve } from 'node:path';

/** What the command line says: `npm start` hands it on, a packaged app may be given it by hand. */
export interface ShellOptions {
  /** Root of the data; Electron's own user folder when absent. */
  readonly dataDir: string | undefined;
  readonly demo: boolean;
  /** For tests (`GROUNDWORK_TEST_CLOCK`): the host's clock stands still at this instant. */
  readonly fixedAt?: string;
}

/** Chromium's own switches stand beside ours, so unknown ones are left alone. */
export function readShellOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): ShellOptions {
  const prefix = '--data-dir=';
  const given = args.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
  const fixedAt = env['GROUNDWORK_TEST_CLOCK'];
  return {
    dataDir: given === undefined || given === '' ? undefined : resolve(given),
    demo: args.includes('--demo'),
    ...(fixedAt === undefined || fixedAt === '' ? {} : { fixedAt }),
  };
}

/** Chromium's profile lies in the user folder; what the host writes has its own folder in it. */
export const hostFolder = (userData: string): string => join(userData, 'host');

/** The folder for profile and host files; `undefined` keeps Electron's own. The demo never shares one. */
export function userDataFolder(options: ShellOptions, electronsOwn: string): string | undefined {
  if (options.dataDir !== undefined) return join(options.dataDir, 'electron');
  return options.demo ? `${electronsOwn} Demo` : undefined;
}
