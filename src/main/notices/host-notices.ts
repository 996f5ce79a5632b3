import { readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import type { HostNotice, Sentinel } from '../../shared/host/contract.ts';
import type { FreeSpace } from '../free-space.ts';
import { cloudServiceOf } from './cloud-folder.ts';

/** A clock may be off a little without harm: two machines, summer time handled late. */
const clockToleranceMs = 5 * 60_000;

/** Told when the clock stands before the last edit: dates and terms would be counted wrongly. */
export function clockBehind(sentinels: readonly (Sentinel | null)[], nowMs: number): HostNotice | undefined {
  const lastEditAt = sentinels.flatMap((sentinel) => sentinel?.writtenAt ?? []).reduce(later, '');
  return lastEditAt !== '' && Date.parse(lastEditAt) > nowMs + clockToleranceMs
    ? { kind: 'clock-behind', lastEditAt }
    : undefined;
}

const later = (a: string, b: string): string => (a === '' || Date.parse(b) > Date.parse(a) ? b : a);

/** What a person should know about the machine before they work. */
export async function hostNotices(found: {
  readonly dataFolder: string;
  readonly sentinels: readonly (Sentinel | null)[];
  readonly nowMs: number;
  readonly space: Pick<FreeSpace, 'notice'>;
  readonly registryRebuilt: boolean;
}): Promise<HostNotice[]> {
  const service = cloudServiceHere(found.dataFolder);
  return [
    found.registryRebuilt ? { kind: 'registry-rebuilt' } : undefined,
    await found.space.notice(),
    service === undefined ? undefined : { kind: 'cloud-folder', service },
    clockBehind(found.sentinels, found.nowMs),
  ].filter((notice) => notice !== undefined) as HostNotice[];
}

const cloudServiceHere = (dataFolder: string): string | undefined =>
  cloudServiceOf({
    path: followed(dataFolder),
    platform: process.platform,
    home: homedir(),
    env: process.env,
    list: (folder) => {
      try {
        return readdirSync(folder);
      } catch {
        return [];
      }
    },
  });

const followed = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
};
