import { link, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../../shared/result.ts';
import { parseJson, readTextIfThere, writeFileSynced } from '../files.ts';
import { errnoOf } from '../io-error.ts';
import { loopbackAddress } from './http-server.ts';

const addressFile = z.object({ format: z.literal(1), port: z.int().min(1).max(65_535) });

/** Ports that no service registers (RFC 6335), less the range that Linux hands to outgoing connections. */
const lowest = 61_001;
const highest = 65_535;

/** The port of a data folder. */
export interface KeptPort {
  readonly port: number;
  /** Takes the choice back when it was made just now: the port turned out to be another program's. */
  readonly forget: () => Promise<void>;
}

/**
 * The port of a data folder: chosen once, then kept. It is part of the origin, and the browser keeps the
 * data by origin, so another port would look like an empty app.
 * @param wanted from `--port`; refused when the folder has another one already
 */
export async function portOf(dataDir: string, wanted: number | undefined): Promise<Result<KeptPort, string>> {
  const path = join(dataDir, 'address.json');
  const text = await readTextIfThere(path);
  if (text === undefined) {
    const port = wanted ?? (await freePort());
    const isMine = await writeFirst(path, `${JSON.stringify({ format: 1, port })}\n`);
    // Another first start was quicker: its choice counts.
    return isMine ? ok({ port, forget: () => rm(path, { force: true }) }) : portOf(dataDir, wanted);
  }
  const parsed = addressFile.safeParse(parseJson(text));
  if (!parsed.success) {
    return err(
      `The file address.json in ${dataDir} cannot be read. It holds the port that your data in the browser ` +
        'belongs to; put back an older copy, or {"format":1,"port":<that port>}.',
    );
  }
  const { port } = parsed.data;
  return wanted === undefined || wanted === port
    ? ok({ port, forget: () => Promise.resolve() })
    : err(
        `This data folder belongs to port ${port}: at port ${wanted} the browser would show an empty app. ` +
          'Leave --port away, or use another --data-dir.',
      );
}

/** Writes a file whole, unless there is one. @returns whether this call wrote it */
async function writeFirst(path: string, text: string): Promise<boolean> {
  const draft = `${path}.${process.pid}`;
  await writeFileSynced(draft, text);
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** A free port, tried from a random start so that two users of one machine rarely meet. */
async function freePort(): Promise<number> {
  const count = highest - lowest + 1;
  const start = Math.floor(Math.random() * count);
  for (let step = 0; step < count; step += 1) {
    const port = lowest + ((start + step) % count);
    if (await isFree(port)) return port;
  }
  throw new Error('No free port was found.');
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ host: loopbackAddress, port, exclusive: true }, () => {
      probe.close(() => resolve(true));
    });
  });
