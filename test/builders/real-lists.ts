import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * The folder with real public company lists, which are no part of the repository: `GROUNDWORK_REAL_LISTS`,
 * or `../shared/data` beside the clone. Undefined when it is not there; tests then use generated lists.
 */
export function realListsFolder(): string | undefined {
  const given = process.env['GROUNDWORK_REAL_LISTS'];
  const folder = resolve(given ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'data'));
  return existsSync(join(folder, realLists.fortune500)) ? folder : undefined;
}

/** File names of the real lists that tests know. */
export const realLists = {
  fortune500: 'us-fortune500-hq-hifld.csv',
  montana: 'us-montana-smb-ppp-2020.csv',
  yago: 'world-large-companies-yago-wikipedia.csv',
  sp500: 'sp500-constituents.csv',
  listed: 'world-listed-companies-unique-28k.csv',
} as const;

/** Path of a real list, or undefined when the folder is not there. */
export function realList(name: keyof typeof realLists): string | undefined {
  const folder = realListsFolder();
  return folder === undefined ? undefined : join(folder, realLists[name]);
}
