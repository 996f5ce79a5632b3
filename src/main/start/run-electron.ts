import { spawn } from 'node:child_process';

/**
 * Runs the desktop shell until it is closed.
 * @returns its exit code
 */
export function runElectron(options: {
  readonly binary: string;
  readonly root: string;
  readonly dataDir: string;
  readonly demo: boolean;
  readonly stopped: Promise<void>;
}): Promise<number> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const child = spawn(
    options.binary,
    [
      options.root,
      `--data-dir=${options.dataDir}`,
      ...(options.demo ? ['--demo'] : []),
      // Chromium refuses to run as root with its sandbox on; nobody else loses the sandbox.
      ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    { stdio: 'inherit', env },
  );
  void options.stopped.then(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
