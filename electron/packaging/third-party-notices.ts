import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A package whose code the bundles of the app may hold. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX id as the package states it; `undefined` when it states none. */
  readonly licence: string | undefined;
  /** The licence as the package words it, or the standard words where it brings none. */
  readonly text: string;
}

/** SPDX ids that may be shipped under Groundwork's own licence without asking anybody. */
const allowedLicences: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
]);

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
});

const packageFile = z.object({
  version: z.string(),
  author: z.union([z.string(), z.object({ name: z.string() })]).optional(),
});

/**
 * Every package that `dependencies` of package.json leads to, from the lock file: more than the bundles
 * need, never less. Optional ones are left out: they are Node itself, for people who start from sources.
 * @throws Error when what is installed is not what the lock file says
 */
export function shippedPackages(root: string): readonly ShippedPackage[] {
  const lock = lockFile.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  return Object.entries(lock.packages).flatMap(([path, entry]) => {
    if (path === '' || entry.dev === true || entry.devOptional === true || entry.optional === true) return [];
    const folder = join(root, path);
    const installed = packageFile.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (installed.version !== entry.version) {
      throw new Error(`${name} is installed as ${installed.version}, not as locked. Run npm ci.`);
    }
    const author = typeof installed.author === 'string' ? installed.author : installed.author?.name;
    const text = textIn(folder) ?? standardText(entry.license, author ?? `the authors of ${name}`);
    return [{ name, version: installed.version, licence: entry.license, text }];
  });
}

/** Packages that must not be shipped, each with the licence it states. */
export const refusedLicences = (packages: readonly ShippedPackage[]): readonly string[] =>
  packages
    .filter(({ licence }) => licence === undefined || !allowedLicences.has(licence))
    .map(({ name, licence }) => `${name}: ${licence ?? 'no licence'}`);

/** The notices file that goes with the app. */
export const noticesText = (packages: readonly ShippedPackage[]): string =>
  [
    'Groundwork contains code of the following packages. Electron and Chromium bring their own notices.',
    ...packages.map(
      ({ name, version, licence, text }) =>
        `${'-'.repeat(80)}\n${name} ${version} (${licence ?? 'no licence'})\n\n${text.trim()}`,
    ),
    '',
  ].join('\n\n');

/** Licence and notice files: Apache-2.0 asks for both. */
function textIn(folder: string): string | undefined {
  const files = readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i.test(name))
    .sort();
  if (!files.some((name) => /^(licen|copying)/i.test(name))) return undefined;
  return files.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n');
}

const mitWords = (holder: string): string =>
  `Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation
the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and
to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of
the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO
THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF
CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
IN THE SOFTWARE.`;

/** @throws Error when the package brings no licence file and its licence has to be given word for word */
function standardText(licence: string | undefined, holder: string): string {
  if (licence === 'MIT') return mitWords(holder);
  if (licence === 'Unlicense' || licence === 'CC0-1.0') return 'In the public domain; no terms.';
  throw new Error(`A package by ${holder} (${licence ?? 'no licence'}) brings no licence file.`);
}
