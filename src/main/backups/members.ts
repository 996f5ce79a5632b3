import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { createInflateRaw, gunzip, gzip } from 'node:zlib';
import { errnoOf } from '../io-error.ts';

/*
 * A backup file is a row of gzip members (RFC 1952), so that any gzip tool reads all of it, and damage to
 * one member leaves the others readable. Each member starts with the same eight bytes: no name, no time.
 */
const memberStart = Buffer.from([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0]);

/** Where one member lies in its file, in bytes. */
export interface Member {
  readonly start: number;
  readonly end: number;
}

/**
 * Bounds against files made to exhaust memory. The store's longest line is 16 million characters, at most
 * 48 MB of UTF-8.
 */
const mostMemberBytes = 64_000_000;

const compress = promisify(gzip);
const expand = promisify(gunzip);

/** One member of these lines. Level 4: a third faster than the default for some percent more bytes. */
export const compressMember = (text: string): Promise<Buffer> => compress(text, { level: 4 });

/** Finds the members by their first bytes, so that damage before one does not hide it. */
export async function findMembers(path: string): Promise<readonly Member[]> {
  const starts: number[] = [];
  let position = 0;
  /** The last bytes of the chunk before: a start may lie across two chunks. */
  let carried = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([carried, chunk]);
    const base = position - carried.length;
    for (let at = bytes.indexOf(memberStart); at !== -1; at = bytes.indexOf(memberStart, at + 1)) {
      starts.push(base + at);
    }
    position += chunk.length;
    carried = bytes.subarray(Math.max(0, bytes.length - memberStart.length + 1));
  }
  if (position === 0) return [];
  // What stands before the first good start is a member too: a damaged one.
  if (starts[0] !== 0) starts.unshift(0);
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? position }));
}

/** What a member holds. */
export interface ExpandedMember {
  readonly bytes: Buffer;
  /** False when only its beginning could be expanded. */
  readonly whole: boolean;
  /** It would expand to more than any backup's member does; nothing of it is kept. */
  readonly tooLarge: boolean;
}

/** @throws Error when the file itself cannot be read */
export async function readMember(path: string, member: Member): Promise<ExpandedMember> {
  if (member.end - member.start > mostMemberBytes) return refused;
  const packed = await readStretch(path, member);
  try {
    const bytes = await expand(packed, { maxOutputLength: mostMemberBytes });
    if (isOneMember(packed, bytes.length)) return { bytes, whole: true, tooLarge: false };
  } catch (error) {
    if (errnoOf(error) === 'ERR_BUFFER_TOO_LARGE') return refused;
  }
  return expandBeginning(packed);
}

/** With a damaged start the member behind would be taken for a part of this one. */
const isOneMember = (packed: Buffer, size: number): boolean =>
  packed.subarray(0, memberStart.length).equals(memberStart) &&
  packed.readUInt32LE(packed.length - 4) === size;

const refused: ExpandedMember = { bytes: Buffer.alloc(0), whole: false, tooLarge: true };

async function readStretch(path: string, { start, end }: Member): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.alloc(end - start);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The deflate stream lies behind ten bytes of header; checksum and length stand behind it. */
const headerBytes = 10;

/** Everything up to the damage: its lines prove themselves, so that the checksum behind them is not needed. */
function expandBeginning(packed: Buffer): Promise<ExpandedMember> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    // What a step expands is lost when the damage lies in it, so steps are small.
    const stream = createInflateRaw({ chunkSize: 1024 });
    stream.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= mostMemberBytes) parts.push(part);
      else {
        stream.destroy();
        resolve(refused);
      }
    });
    const finish = (): void => resolve({ bytes: Buffer.concat(parts), whole: false, tooLarge: false });
    stream.once('error', finish);
    stream.once('end', finish);
    stream.end(packed.subarray(headerBytes));
  });
}
