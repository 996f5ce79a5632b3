/** How a list's text becomes bytes. */
export const encodings = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/** Bytes of `text`. UTF-16 is written with its byte order mark, as spreadsheets do. */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-8-bom':
      return new TextEncoder().encode(`\ufeff${text}`);
    case 'utf-16le':
    case 'utf-16be':
      return utf16(`\ufeff${text}`, encoding === 'utf-16le');
    case 'windows-1252':
      return windows1252(text);
  }
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  }
  return new Uint8Array(view.buffer);
}

/** Code points of the bytes 0x80 to 0x9F; 0 where Windows-1252 has no letter. */
const upperHalf = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
  0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0, 0x017e, 0x0178,
];

const windowsBytes = new Map(
  upperHalf.flatMap((code, index) => (code === 0 ? [] : [[code, 0x80 + index] as const])),
);

export const fitsWindows1252 = (text: string): boolean =>
  Array.from(text).every((letter) => windows1252Byte(letter) !== undefined);

function windows1252Byte(letter: string): number | undefined {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  return windowsBytes.get(code);
}

/** @throws RangeError naming the letter that Windows-1252 cannot write */
function windows1252(text: string): Uint8Array {
  return Uint8Array.from(Array.from(text), (letter) => {
    const byte = windows1252Byte(letter);
    if (byte === undefined) throw new RangeError(`Windows-1252 has no letter for ${JSON.stringify(letter)}`);
    return byte;
  });
}
