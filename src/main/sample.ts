import { join } from 'node:path';
import type { HostError } from '../shared/host/contract.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { readTextIfThere } from './files.ts';

/** The shipped sample workspace, as text. */
export async function readSample(resourcesDir: string): Promise<Result<{ text: string }, HostError>> {
  const text = await readTextIfThere(join(resourcesDir, 'sample-workspace', 'sample.json'));
  return text === undefined
    ? err({ code: 'not-found', message: 'This copy of Groundwork came without its sample workspace.' })
    : ok({ text });
}
