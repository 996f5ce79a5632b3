import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { dataFolderAt } from './data-folder.ts';
import { parseJson, writeFileSynced } from './files.ts';

/*
 * An older Chromium takes a newer one's IndexedDB for damage and deletes it. So before a profile is opened,
 * what wrote it is compared with what would open it. Everything here reads without waiting: Electron may
 * open its profile as soon as its main module has been evaluated.
 */

/** `156.0.8078.79` in whatever words stand around it: `Chromium 156.0.8078.79 built on Debian`. */
const version = /(?:^|[^\d.])((\d{1,5})\.\d+\.\d+(?:\.\d+)?)/;

interface Engine {
  readonly version: string;
  readonly major: number;
}

function engineIn(text: string | undefined): Engine | undefined {
  const [, full, major] = version.exec(text ?? '') ?? [];
  return full === undefined ? undefined : { version: full, major: Number(major) };
}

const engineFile = z.object({ format: z.literal(1), version: z.string().max(200) });
const engineOfSentinel = z.object({ engine: z.string() });
const engineFileIn = (dataDir: string): string => join(dataDir, 'engine.json');

const readIfThere = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

/** The newest engine that is known to have used a profile or written one of its stores. */
function newestEngine(profileDir: string, dataDir: string): Engine | undefined {
  const folder = dataFolderAt(dataDir);
  const noted = engineFile.safeParse(parseJson(readIfThere(engineFileIn(dataDir)) ?? ''));
  const traces = [
    // Chromium's own note; Electron writes none.
    readIfThere(join(profileDir, 'Last Version')),
    noted.data?.version,
    ...workspaceIds(folder.workspaces).map(
      (id) =>
        engineOfSentinel.safeParse(parseJson(readIfThere(folder.workspace(id).sentinel) ?? '')).data?.engine,
    ),
  ];
  return traces
    .flatMap((text) => engineIn(text) ?? [])
    .reduce<Engine | undefined>(
      (newest, engine) => (newest === undefined || engine.major > newest.major ? engine : newest),
      undefined,
    );
}

const workspaceIds = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/**
 * Whether an engine is too old for a profile. Touches nothing.
 * @param own the version that would open it, in any words; undefined when it cannot be found out
 * @param mend what a person can do, a sentence
 * @returns the refusal in words; undefined when the profile may be opened
 */
export function engineRefusal(
  profile: { readonly profileDir: string; readonly dataDir: string },
  own: string | undefined,
  mend: string,
): string | undefined {
  const mine = engineIn(own);
  const newest = newestEngine(profile.profileDir, profile.dataDir);
  if (mine === undefined || newest === undefined || mine.major >= newest.major) return undefined;
  return (
    `Your data was last opened with version ${newest.version} of the browser engine, and this is the older ` +
    `version ${mine.version}, which could destroy it. Nothing was opened or changed. ${mend}`
  );
}

/**
 * Notes the engine that is about to open the profile, for the next start. A note that cannot be written
 * must not stop this one: the sentinels know the engine too.
 */
export async function noteEngine(dataDir: string, own: string | undefined): Promise<void> {
  const engine = engineIn(own);
  if (engine === undefined) return;
  const text = `${JSON.stringify({ format: 1, version: engine.version })}\n`;
  await writeFileSynced(engineFileIn(dataDir), text).catch(() => undefined);
}
