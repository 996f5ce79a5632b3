import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

export interface RawLine {
  /** Without the line break. */
  readonly bytes: Buffer;
  /** Position of the line's first byte in the file. */
  readonly start: number;
  /** Position after the line, its line break included. */
  readonly end: number;
  /** False for a last line that has no line break. */
  readonly whole: boolean;
}

const lineBreak = 0x0a;

/**
 * The lines of a file, one after the other, without holding the file in memory.
 * @param bytes reads only as far as this position; the whole file when absent
 * @param from position of a line's first byte
 */
export async function* readLines(path: string, bytes = Infinity, from = 0): AsyncGenerator<RawLine> {
  if (bytes <= from) return;
  let parts: Buffer[] = [];
  let start = from;
  let position = from;
  const stream = createReadStream(path, { highWaterMark: 1 << 20, start: from, end: bytes - 1 });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (;;) {
      const at = chunk.indexOf(lineBreak, from);
      if (at === -1) break;
      parts.push(chunk.subarray(from, at));
      const end = position + at + 1;
      yield { bytes: joined(parts), start, end, whole: true };
      parts = [];
      start = end;
      from = at + 1;
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
    position += chunk.length;
  }
  if (parts.length > 0) yield { bytes: joined(parts), start, end: position, whole: false };
}

const joined = (parts: readonly Buffer[]): Buffer => {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
};

/** How far back a last line is looked for: one that commits packs names their keys, and holds no changes. */
const lastLineBytes = 1 << 20;

/**
 * A file's last line, without its line break, and without reading what comes before.
 * @returns `null` for a file that does not end with a line break, or whose last line is longer than a megabyte
 */
export async function readLastLine(path: string): Promise<Buffer | null> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - lastLineBytes);
    const bytes = Buffer.alloc(size - from);
    await file.read(bytes, 0, bytes.length, from);
    if (bytes.at(-1) !== lineBreak) return null;
    const before = bytes.lastIndexOf(lineBreak, -2);
    if (before === -1 && from > 0) return null;
    return bytes.subarray(before + 1, -1);
  } finally {
    await file.close();
  }
}
