import { bodyFits, seal, unseal } from '../sealed-line.ts';

/*
 * The lines of a backup file (docs/formats/backup.md): the store's own JSON text with checksum and line
 * number in front, so that a lost or exchanged line is noticed although each line proves only itself.
 */

/** A line's number (1-based) and its body as the store wrote it. */
export interface BackupFileLine {
  readonly number: number;
  readonly body: string;
}

/** Whether the store's text can stand in a backup: an object on one line. */
export const backupBodyFits = (body: string): boolean =>
  body.length > 2 && body.startsWith('{') && bodyFits(body);

/** The line with its line break. */
export const backupLineOf = ({ number, body }: BackupFileLine): string =>
  `${seal(`"line":${number},${body.slice(1)}`).text}\n`;

const head = /^"line":(\d{1,15}),/;

/** @returns undefined when the line does not prove itself */
export function readBackupLine(bytes: Buffer): BackupFileLine | undefined {
  const line = unseal(bytes);
  if (line.kind === 'bad') return undefined;
  const [start, number] = head.exec(line.rest.toString('latin1', 0, 30)) ?? [];
  return start === undefined
    ? undefined
    : { number: Number(number), body: `{${line.rest.toString('utf8', start.length)}` };
}
