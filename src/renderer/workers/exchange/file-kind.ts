import type { Label } from '../../../shared/history/change-set.ts';

/** Beginnings of files that people take for lists, with the name they know them by. */
const beginnings: readonly (readonly [bytes: readonly number[], kind: string])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], 'excel-97'],
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'picture'],
  [[0xff, 0xd8, 0xff], 'picture'],
  [[0x47, 0x49, 0x46, 0x38], 'picture'],
  [[0x1f, 0x8b], 'archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'archive'],
  [[0x52, 0x61, 0x72, 0x21], 'archive'],
  [[0x7f, 0x45, 0x4c, 0x46], 'program'],
  [[0x4d, 0x5a, 0x90, 0x00], 'program'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'rich-text'],
];

/**
 * Why a file cannot be a list, judged by its beginning; `undefined` when it may be one.
 * @param head the first bytes, up to 64 KB
 */
export function notAList(head: Uint8Array): Label | undefined {
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return { id: `exchange.file.${zipKind(head)}` };
  for (const [bytes, kind] of beginnings) {
    if (startsWith(head, bytes)) return { id: `exchange.file.${kind}` };
  }
  const text = latin(head.subarray(0, 512)).trimStart().toLowerCase();
  if (text.startsWith('<!doctype html') || text.startsWith('<html')) return { id: 'exchange.file.web-page' };
  return undefined;
}

/** Excel's new format is a zip that says so in its first entries. */
function zipKind(head: Uint8Array): 'excel' | 'archive' {
  const text = latin(head);
  return text.includes('[Content_Types].xml') || text.includes('xl/') ? 'excel' : 'archive';
}

/** Text has next to no NUL and no other control signs but tab and line ends. UTF-16 is asked before. */
export function looksBinary(head: Uint8Array): boolean {
  let nuls = 0;
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) nuls += 1;
    else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) controls += 1;
  }
  return nuls > head.length / 1000 || controls > head.length / 20;
}

const startsWith = (head: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte);

const latin = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes);
