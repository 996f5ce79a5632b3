import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { parseJson, readTextIfThere, writeFileSynced } from '../files.ts';
import { createSerial } from '../serial.ts';

/** 256 random bits, as text that fits into an address and a header. */
export const randomSecret = (): string => randomBytes(32).toString('base64url');

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** In constant time, whatever the lengths. */
export const sameSecret = (a: string, b: string): boolean => timingSafeEqual(hashOf(a), hashOf(b));

const sessionsFile = z.object({
  format: z.literal(1),
  tokens: z.array(z.object({ hash: z.hex().length(64), issuedAt: z.iso.datetime() })),
});
type Tokens = z.infer<typeof sessionsFile>['tokens'];

/**
 * Who may call: a one-time code, given away in the first address only, is exchanged for a token. The file
 * keeps hashes, so a token outlives a restart of the host and the file gives none away.
 */
export interface Sessions {
  /** A fresh one-time code. */
  readonly newCode: () => string;
  /** @returns a token, or undefined when the code is unknown, used or too old */
  readonly exchange: (code: string) => Promise<string | undefined>;
  readonly isValid: (token: string) => boolean;
  /** Takes back every code and token: no page is left, and the browser's profile still holds its token. */
  readonly forgetAll: () => Promise<void>;
}

const codeLivesMs = 60 * 60_000;
const mostCodes = 32;
const tokenLivesMs = 30 * 24 * 60 * 60_000;
const mostTokens = 50;

/** @param nowMs the machine's own clock: a clock fixed by a test must not keep old tokens alive */
export async function openSessions(path: string, nowMs: () => number = Date.now): Promise<Sessions> {
  const serial = createSerial();
  const codes = new Map<string, number>();
  const parsed = sessionsFile.safeParse(parseJson((await readTextIfThere(path)) ?? ''));
  // Tokens that cannot be read only mean that a page has to be opened anew.
  let tokens: Tokens = parsed.success ? parsed.data.tokens : [];
  const isFresh = ({ issuedAt }: Tokens[number]): boolean => nowMs() - Date.parse(issuedAt) < tokenLivesMs;

  const takeCode = (code: string): boolean => {
    const presented = hashOf(code);
    let found: string | undefined;
    for (const known of codes.keys()) if (timingSafeEqual(hashOf(known), presented)) found = known;
    if (found === undefined) return false;
    const madeAt = codes.get(found) ?? 0;
    codes.delete(found);
    return nowMs() - madeAt < codeLivesMs;
  };

  return {
    newCode: () => {
      const code = randomSecret();
      codes.set(code, nowMs());
      const [oldest] = codes.keys();
      if (codes.size > mostCodes && oldest !== undefined) codes.delete(oldest);
      return code;
    },
    exchange: (code) =>
      serial.run(async () => {
        if (!takeCode(code)) return undefined;
        const token = randomSecret();
        const issued = { hash: hashOf(token).toString('hex'), issuedAt: new Date(nowMs()).toISOString() };
        tokens = [...tokens.filter(isFresh), issued].slice(-mostTokens);
        await writeFileSynced(path, `${JSON.stringify({ format: 1, tokens })}\n`);
        return token;
      }),
    isValid: (token) => {
      const presented = hashOf(token);
      let valid = false;
      for (const known of tokens) {
        if (timingSafeEqual(Buffer.from(known.hash, 'hex'), presented) && isFresh(known)) valid = true;
      }
      return valid;
    },
    forgetAll: () =>
      serial.run(async () => {
        codes.clear();
        tokens = [];
        await rm(path, { force: true });
      }),
  };
}
