import { rulesDocumentId } from '../workspace/documents.ts';
import { rulesOfSettings, withoutMoved } from '../workspace/moved-settings.ts';
import type { BackupLine } from './format.ts';

/** What a schema version made of the lines of a backup, by the version it starts from. */
const upcasters: Readonly<Record<number, (line: BackupLine) => readonly BackupLine[]>> = {
  // Version 2 brought the quarantine. What a line of version 1 says, it says in version 2 just so.
  1: (line) => [line],
  // Version 3 moved the limits and the fiscal year from the settings into the rules.
  2: (line) => {
    if (line.kind !== 'settings' || line.values === undefined) return [line];
    const rules: BackupLine = { kind: 'document', id: rulesDocumentId, values: rulesOfSettings(line.values) };
    return [{ ...line, values: withoutMoved(line.values) }, rules];
  },
};

/**
 * A line of an older store as this version would have written it, in one line or several. Files are never
 * rewritten; their lines are read through here. Change sets stay as they are: they are read through an
 * upcaster of their own, with the store that they apply to.
 *
 * @param from schema version of the store that was backed up
 * @param to the version that reads
 * @throws Error when a version between them has no upcaster, or `from` is newer
 */
export function upcastLines(line: BackupLine, from: number, to: number): readonly BackupLine[] {
  if (from > to) throw new Error(`A line of schema version ${from} cannot be read by version ${to}.`);
  let upcast: readonly BackupLine[] = [line];
  for (let version = from; version < to; version += 1) {
    const step = upcasters[version];
    if (!step) throw new Error(`Lines of schema version ${version} have no upcaster.`);
    upcast = upcast.flatMap((each) => step(each));
  }
  return upcast;
}
