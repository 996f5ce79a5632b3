import { statfs } from 'node:fs/promises';
import type { HostError, HostEvent, HostNotice } from '../shared/host/contract.ts';

/** How much room the data folder's disk must have, bytes. Chromium may lose its database on a full disk. */
export interface SpaceLimits {
  /** Below this a person is warned. */
  readonly warnBytes: number;
  /** Below this nothing but the journal is written. */
  readonly floorBytes: number;
}

export const spaceLimits: SpaceLimits = { warnBytes: 500_000_000, floorBytes: 100_000_000 };

/** Bytes free for this user where a folder lies; undefined when the system does not tell. */
export type MeasureFreeBytes = () => Promise<number | undefined>;

export const freeBytesOf =
  (folder: string): MeasureFreeBytes =>
  () =>
    statfs(folder).then(
      ({ bavail, bsize }) => bavail * bsize,
      () => undefined,
    );

type Low = Extract<HostEvent, { kind: 'space' }>['low'];

/** Watches the disk under the data folder. It only tells; the store stops itself. */
export interface FreeSpace {
  /** A refusal when there is too little room for what may wait (a backup, an upload). */
  readonly refusal: () => Promise<HostError | undefined>;
  /** For the handshake. */
  readonly notice: () => Promise<HostNotice | undefined>;
  readonly close: () => void;
}

const lookEveryMs = 30_000;

/** @param tell called when the warning or the floor is passed, in either direction */
export function watchFreeSpace(options: {
  readonly measure: MeasureFreeBytes;
  readonly limits: SpaceLimits;
  readonly tell: (event: HostEvent) => void;
}): FreeSpace {
  const { measure, limits, tell } = options;
  let told: 'enough' | 'warn' | 'stop' = 'enough';

  async function look(): Promise<Low> {
    const freeBytes = await measure();
    if (freeBytes === undefined || freeBytes >= limits.warnBytes) return null;
    return { freeBytes, floorBytes: limits.floorBytes, stop: freeBytes < limits.floorBytes };
  }
  /** Every look tells when it finds a change, so that a refusal and its banner come together. */
  async function lookAndTell(): Promise<Low> {
    const low = await look();
    const level = low === null ? 'enough' : low.stop ? 'stop' : 'warn';
    if (level !== told) {
      told = level;
      tell({ kind: 'space', low });
    }
    return low;
  }
  const timer = setInterval(() => void lookAndTell(), lookEveryMs);
  timer.unref();

  return {
    refusal: async () => {
      const low = await lookAndTell();
      return low?.stop === true ? lowSpace(low.freeBytes, low.floorBytes) : undefined;
    },
    notice: async () => {
      const low = await lookAndTell();
      return low === null
        ? undefined
        : { kind: 'low-space', freeBytes: low.freeBytes, floorBytes: low.floorBytes };
    },
    close: () => clearInterval(timer),
  };
}

const megabytes = (bytes: number): number => Math.floor(bytes / 1_000_000);

const lowSpace = (freeBytes: number, floorBytes: number): HostError => ({
  code: 'low-space',
  message: `Only ${megabytes(freeBytes)} MB are free on the disk that holds your data; Groundwork needs ${megabytes(floorBytes)} MB. Free some space and try again.`,
  details: { freeBytes, floorBytes },
});
