import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from '../files.ts';

/** Electron as npm laid it down: the package, and perhaps its binary. Read from files; importing the
 * package would start its download. */
export interface ElectronPackage {
  readonly folder: string;
  readonly version: string;
  /** Path of the binary, or undefined when it is not there. */
  readonly binary: string | undefined;
}

/** @returns undefined when the package itself is missing */
export function findElectronPackage(
  root: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): ElectronPackage | undefined {
  const folder = join(root, 'node_modules', 'electron');
  const version = versionIn(join(folder, 'package.json'));
  if (version === undefined) return undefined;
  return { folder, version, binary: binaryIn(folder, version, env['ELECTRON_OVERRIDE_DIST_PATH']) };
}

function binaryIn(folder: string, version: string, override: string | undefined): string | undefined {
  const inside = textOf(join(folder, 'path.txt'));
  if (override !== undefined && override !== '') {
    const path = join(override, inside ?? 'electron');
    return existsSync(path) ? path : undefined;
  }
  // A download that broke off while unpacking leaves a dist folder of another or no version.
  const unpacked = textOf(join(folder, 'dist', 'version'))
    ?.trim()
    .replace(/^v/, '');
  if (inside === undefined || unpacked !== version) return undefined;
  const path = join(folder, 'dist', inside);
  return existsSync(path) ? path : undefined;
}

function versionIn(packageFile: string): string | undefined {
  const parsed = parseJson(textOf(packageFile) ?? '');
  return typeof parsed === 'object' &&
    parsed !== null &&
    'version' in parsed &&
    typeof parsed.version === 'string'
    ? parsed.version
    : undefined;
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
