import { runLoopbackShell } from '../../src/main/loopback-shell/run.ts';

/** The loopback shell as `npm start -- --no-open` runs it, without the build before it. */
const [dataDir = '', appDir = ''] = process.argv.slice(2);
const stopped = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
});
process.exitCode = await runLoopbackShell({
  host: { dataDir, port: 0, appDir },
  browser: null,
  say: (line) => console.log(line),
  onPortRefused: () => Promise.resolve(),
  stopped,
});
process.exit();
