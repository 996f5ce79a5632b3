/** The first line of every age file (https://c2sp.org/age). */
const lockMark = 'age-encryption.org/v1';
/** gzip, by its first two bytes: what a backup file is (docs/formats/backup.md). */
const gzipMark = [0x1f, 0x8b] as const;

/** What a file is by its first bytes. */
type FileLook = 'backup' | 'locked' | 'empty' | 'other';

/** Tells a backup from one that is locked with a passphrase, and from anything else. */
function lookOf(start: Uint8Array): FileLook {
  if (start.length === 0) return 'empty';
  if (gzipMark.every((byte, at) => start[at] === byte)) return 'backup';
  return new TextDecoder().decode(start.subarray(0, lockMark.length)) === lockMark ? 'locked' : 'other';
}

/** What a chosen file is, by its first bytes. */
export const lookAt = async (file: Blob): Promise<FileLook> =>
  lookOf(new Uint8Array(await file.slice(0, lockMark.length).arrayBuffer()));
