import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/*
 * Reads a backup file by docs/formats/backup.md alone, with nothing of the app's own: gzip members, one JSON
 * object a line, later lines about the same thing instead of earlier ones.
 */
const line = z.looseObject({ sha256: z.string(), line: z.int(), kind: z.string() });

export interface ReadBackup {
  readonly manifest: Record<string, unknown>;
  readonly end: Record<string, unknown>;
  /** By id, of each kind, the last line's body. */
  readonly records: Readonly<
    Record<
      'settings' | 'customField' | 'account' | 'prospect' | 'opportunity' | 'document' | 'quarantined',
      Map<string, unknown>
    >
  >;
  readonly changeSets: Map<number, unknown>;
  readonly changePacks: Map<string, unknown>;
}

export const readBackupFile = async (path: string): Promise<ReadBackup> => readBackup(await readFile(path));

/** @throws where the file is no whole backup */
export function readBackup(file: Buffer): ReadBackup {
  const text = gunzipSync(file).toString('utf8');
  const lines = text
    .split('\n')
    .slice(0, -1)
    .map((raw) => {
      const { sha256: _sum, line: _number, ...body } = line.parse(JSON.parse(raw));
      return body;
    });
  const records: ReadBackup['records'] = {
    settings: new Map(),
    customField: new Map(),
    account: new Map(),
    prospect: new Map(),
    opportunity: new Map(),
    document: new Map(),
    quarantined: new Map(),
  };
  const changeSets = new Map<number, unknown>();
  const changePacks = new Map<string, unknown>();
  for (const body of lines.slice(1, -1)) {
    const { kind } = body;
    if (kind === 'changeSet') changeSets.set(Number(body['n']), body['changeSet']);
    else if (kind === 'changePack')
      changePacks.set(`${String(body['n'])}/${String(body['pack'])}`, body['changes']);
    else records[kind as keyof typeof records].set(String(body['id']), body);
  }
  const [manifest] = lines;
  const end = lines.at(-1);
  if (manifest?.kind !== 'manifest' || end?.kind !== 'end') throw new Error('The file is no backup.');
  return { manifest, end, records, changeSets, changePacks };
}
