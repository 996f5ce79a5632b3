import type { BackupLine } from './format.ts';

/** What a schema version did to the lines of a backup, by the version it starts from. */
const upcasters: Readonly<Record<number, (line: BackupLine) => BackupLine>> = {
  // Version 2 brought the quarantine. What a line of version 1 says, it says in version 2 just so.
  1: (line) => line,
};

/**
 * A line of an older store as this version would have written it. Files are never rewritten; their lines are
 * read through here.
 *
 * @param from schema version of the store that was backed up
 * @param to the version that reads
 * @throws Error when a version between them has no upcaster, or `from` is newer
 */
export function upcastLine(line: BackupLine, from: number, to: number): BackupLine {
  if (from > to) throw new Error(`A line of schema version ${from} cannot be read by version ${to}.`);
  let upcast = line;
  for (let version = from; version < to; version += 1) {
    const step = upcasters[version];
    if (!step) throw new Error(`Lines of schema version ${version} have no upcaster.`);
    upcast = step(upcast);
  }
  return upcast;
}
