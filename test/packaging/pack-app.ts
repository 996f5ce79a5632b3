import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { extractAll } from '@electron/asar';
import { findElectronPackage } from '../../src/main/start/electron-package.ts';
import { repositoryRoot } from '../run/child.ts';
import { makeStandInElectron } from './stand-in-electron.ts';

export interface PackedApp {
  /** What a person would unpack: program, archive, licences. */
  readonly folder: string;
  readonly archive: string;
  /** The archive's files, laid out with nothing but `electron` to import from. */
  readonly extracted: string;
}

/** An address where nobody listens: whatever asks the network fails at once. */
const nowhere = 'http://127.0.0.1:9';

/**
 * Packs what is built in `out/` as for Linux, into a folder of the caller's.
 * @throws Error with what electron-builder said
 */
export async function packApp(root: string): Promise<PackedApp> {
  const electron = join(root, 'electron');
  await makeStandInElectron(electron, findElectronPackage(repositoryRoot)?.version ?? '');
  await runBuilder([
    '--linux',
    'dir',
    '--x64',
    '--publish',
    'never',
    `-c.electronDist=${electron}`,
    `-c.directories.output=${join(root, 'dist')}`,
  ]);
  const folder = join(root, 'dist', 'linux-unpacked');
  const archive = join(folder, 'resources', 'app.asar');
  const extracted = join(root, 'extracted');
  extractAll(archive, extracted);
  await standInForModule(extracted);
  return { folder, archive, extracted };
}

/** `import 'electron'` inside the extracted archive meets the recorded stand-in; any other package fails. */
async function standInForModule(extracted: string): Promise<void> {
  const folder = join(extracted, 'node_modules', 'electron');
  const recorded = pathToFileURL(join(repositoryRoot, 'test', 'shells', 'recorded-electron.ts')).href;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"name":"electron","type":"module","exports":"./index.js"}');
  await writeFile(join(folder, 'index.js'), `export * from ${JSON.stringify(recorded)};\n`);
}

function runBuilder(args: readonly string[]): Promise<void> {
  const cli = join(repositoryRoot, 'node_modules', 'electron-builder', 'cli.js');
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: repositoryRoot,
    env: {
      ...process.env,
      HTTP_PROXY: nowhere,
      HTTPS_PROXY: nowhere,
      ELECTRON_MIRROR: nowhere,
      ELECTRON_BUILDER_BINARIES_MIRROR: nowhere,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => said.push(chunk));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`electron-builder ended with ${String(code)}.\n${said.join('')}`));
    });
  });
}
