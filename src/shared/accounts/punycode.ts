/** RFC 3492: the parameters of Punycode as domain names use it. */
const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const initialBias = 72;
const initialCode = 128;

/** A label of a domain name for people: `xn--mnchen-3ya` becomes `münchen`; undecodable ones stay. */
export function readableLabel(ascii: string): string {
  if (!ascii.startsWith('xn--')) return ascii;
  return decode(ascii.slice(4)) ?? ascii;
}

function decode(input: string): string | undefined {
  if (input === '') return undefined;
  const lastDash = input.lastIndexOf('-');
  const output = Array.from(input.slice(0, Math.max(lastDash, 0)), (character) => character.charCodeAt(0));
  let code = initialCode;
  let bias = initialBias;
  let at = 0;
  let read = lastDash > 0 ? lastDash + 1 : 0;
  while (read < input.length) {
    const before = at;
    let weight = 1;
    for (let k = base; ; k += base) {
      const digit = digitOf(input.charCodeAt(read));
      read += 1;
      if (digit === undefined) return undefined;
      at += digit * weight;
      const threshold = Math.min(Math.max(k - bias, tMin), tMax);
      if (digit < threshold) break;
      weight *= base - threshold;
      if (at > 0x7fff_ffff || weight > 0x7fff_ffff) return undefined;
    }
    const length = output.length + 1;
    bias = adapt(at - before, length, before === 0);
    code += Math.floor(at / length);
    at %= length;
    if (code > 0x10_ffff) return undefined;
    output.splice(at, 0, code);
    at += 1;
  }
  return String.fromCodePoint(...output);
}

function adapt(delta: number, length: number, first: boolean): number {
  let rest = first ? Math.floor(delta / damp) : Math.floor(delta / 2);
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > ((base - tMin) * tMax) >> 1; k += base) rest = Math.floor(rest / (base - tMin));
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}

/** `a`-`z` are 0-25, `0`-`9` are 26-35; `NaN` (past the end) is no digit. */
function digitOf(code: number): number | undefined {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26;
  return undefined;
}
