import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const patienceMs = 10_000;
const versionFolder = /^\d+(\.\d+){3}$/;

/**
 * What a browser says its version is, without opening a window or a profile.
 * @returns undefined when it does not say
 */
export async function browserVersion(
  browser: string,
  platform: NodeJS.Platform = process.platform,
): Promise<string | undefined> {
  if (platform === 'win32') {
    // On Windows the switch opens a window; the program's folder is named after the version.
    const names = await readdir(dirname(browser)).catch(() => []);
    return names
      .filter((name) => versionFolder.test(name))
      .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .at(-1);
  }
  try {
    return (await promisify(execFile)(browser, ['--version'], { timeout: patienceMs })).stdout.trim();
  } catch {
    return undefined;
  }
}
