import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How @electron/fuses finds the wire in a binary: these words, the wire's version, its length, its states. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** As Electron comes: nine fuses, in the order of `FuseV1Options` and then the WebAssembly trap handlers. */
const stateOfElectron = '101100011';

/**
 * Makes a folder that stands in for an unpacked Electron for Linux, so that packing needs neither network nor
 * binary. The program in it cannot be run; its fuses can be flipped and read.
 */
export async function makeStandInElectron(folder: string, version: string): Promise<void> {
  await mkdir(join(folder, 'resources'), { recursive: true });
  const wire = Buffer.concat([
    Buffer.from('stand-in for Electron '),
    Buffer.from(sentinel),
    Buffer.from([1, stateOfElectron.length]),
    Buffer.from(stateOfElectron),
    Buffer.from(' end'),
  ]);
  await writeFile(join(folder, 'electron'), wire, { mode: 0o755 });
  await writeFile(join(folder, 'version'), version);
  await writeFile(join(folder, 'LICENSE'), 'Copyright (c) Electron contributors');
  await writeFile(join(folder, 'LICENSES.chromium.html'), '<!doctype html><title>Credits</title>');
}
