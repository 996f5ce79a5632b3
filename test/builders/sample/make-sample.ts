import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSample } from './build-sample.ts';

/** Writes the sample workspace anew: `node test/builders/sample/make-sample.ts`. */
const folder = join(import.meta.dirname, '..', '..', '..', 'resources', 'sample-workspace');
mkdirSync(folder, { recursive: true });
const text = buildSample();
writeFileSync(join(folder, 'sample.json'), text);
console.log(`sample.json: ${(Buffer.byteLength(text) / 1e6).toFixed(2)} MB`);
