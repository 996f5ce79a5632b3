import { join } from 'node:path';
import { z } from 'zod';
import { parseJson, readTextIfThere } from './files.ts';

/** The version in package.json, beside the sources. */
export async function appVersion(): Promise<string> {
  const text = await readTextIfThere(join(import.meta.dirname, '..', '..', 'package.json'));
  return z.object({ version: z.string() }).parse(parseJson(text ?? '')).version;
}
