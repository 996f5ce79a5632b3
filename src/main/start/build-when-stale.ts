import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';

/** What the build reads. Folders count too: a deleted file changes its folder's time. */
const sources = ['src', 'electron', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
/** One file of each bundle. */
const products = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

/** @returns whether a bundle is missing or older than any source */
export async function isBuildStale(root: string): Promise<boolean> {
  const built = await Promise.all(products.map((product) => changedAt(join(root, product))));
  const oldest = Math.min(...built);
  if (oldest === -Infinity) return true;
  for (const source of sources) if ((await newestIn(join(root, source))) > oldest) return true;
  return false;
}

/** Builds the three bundles when needed, with one line; says what went wrong otherwise. */
export async function buildWhenStale(
  root: string,
  say: (line: string) => void,
): Promise<Result<null, string>> {
  if (!(await isBuildStale(root))) return ok(null);
  say('Building Groundwork (once after each change of its sources) ...');
  const { code, output } = await runQuietly(root);
  return code === 0 && !(await isBuildStale(root))
    ? ok(null)
    : err(`The build failed. "npm run build" shows all of it; its last words were:\n${lastLines(output)}`);
}

function runQuietly(root: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const program = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    const child = spawn(process.execPath, [program, 'build', '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => resolve({ code: null, output: `${output}\n${error.message}` }));
    child.once('close', (code) => resolve({ code, output }));
  });
}

const lastLines = (text: string): string => text.trimEnd().split('\n').slice(-12).join('\n');

const changedAt = (path: string): Promise<number> =>
  stat(path).then(
    (found) => found.mtimeMs,
    () => -Infinity,
  );

async function newestIn(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return -Infinity;
  if (!found.isDirectory()) return found.mtimeMs;
  let newest = found.mtimeMs;
  for (const entry of await readdir(path)) newest = Math.max(newest, await newestIn(join(path, entry)));
  return newest;
}
