import { appendFile, rename, stat } from 'node:fs/promises';
import { privateFileMode } from './files.ts';
import { createSerial } from './serial.ts';

/** Ids, codes and counts; never names, notes, addresses or tokens. */
export type LogFacts = Readonly<Record<string, string | number | boolean>>;

export interface Log {
  readonly event: (code: string, facts?: LogFacts) => void;
  /** Waits until everything is written. */
  readonly flush: () => Promise<void>;
}

const rotateAtBytes = 1_000_000;

/**
 * A log file of JSON lines, with one older file beside it. A log that cannot be written must not stop the
 * app, so failures end here.
 */
export function createLog(path: string, nowMs: () => number): Log {
  const serial = createSerial();
  const write = async (line: string): Promise<void> => {
    try {
      const size = await stat(path).then(
        (found) => found.size,
        () => 0,
      );
      if (size > rotateAtBytes) await rename(path, `${path}.1`);
      await appendFile(path, line, { mode: privateFileMode });
    } catch {
      // The folder is full, gone or read-only: the calls that matter report that themselves.
    }
  };
  return {
    event: (code, facts = {}) => {
      const line = `${JSON.stringify({ at: new Date(nowMs()).toISOString(), code, ...facts })}\n`;
      void serial.run(() => write(line));
    },
    flush: () => serial.run(() => Promise.resolve()),
  };
}
