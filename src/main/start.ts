import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFolderProblem } from './data-folder-check.ts';
import { dataRoot, shellFolder } from './data-folder.ts';
import { findBrowser } from './find-browser.ts';
import { portOf } from './loopback-shell/port.ts';
import { runLoopbackShell } from './loopback-shell/run.ts';
import { buildWhenStale } from './start/build-when-stale.ts';
import { chooseShell } from './start/choose-shell.ts';
import { findElectronPackage, type ElectronPackage } from './start/electron-package.ts';
import { downloadedBytes, fetchElectron } from './start/fetch-electron.ts';
import { runElectron } from './start/run-electron.ts';
import { helpText, parseStartOptions, testClock, type StartOptions } from './start/start-options.ts';

const root = join(import.meta.dirname, '..', '..');
const say = (line: string): void => console.log(line);
const fail = (line: string): number => {
  console.error(line);
  return 1;
};

/** What `npm start` does: read the options, build, choose a shell, run it. */
async function start(): Promise<number> {
  const options = parseStartOptions(process.argv.slice(2));
  if (!options.ok) return fail(options.error);
  if (options.value.help) {
    say(helpText);
    return 0;
  }
  const stopped = untilStopped();
  const { demo, dataDir } = options.value;
  const data = dataRoot({ demo, ...(dataDir === undefined ? {} : { dataDir }) });
  const problem = await dataFolderProblem(data);
  if (problem !== undefined) return fail(problem);
  const built = await buildWhenStale(root, say);
  if (!built.ok) return fail(built.error);

  const chosen = await chooseShell({
    asked: options.value.shell,
    open: options.value.open,
    findElectron: () => findElectronPackage(root),
    fetchElectron: fetchWithProgress,
    memory: join(data, 'electron-download.json'),
  });
  if (!chosen.ok) return fail(chosen.error);
  say(chosen.value.why);
  return chosen.value.shell === 'electron'
    ? runElectron({ binary: chosen.value.binary, root, dataDir: data, demo, stopped })
    : startLoopback(options.value, shellFolder(data, 'loopback'), stopped);
}

async function startLoopback(
  options: StartOptions,
  dataDir: string,
  stopped: Promise<void>,
): Promise<number> {
  const problem = await dataFolderProblem(dataDir);
  if (problem !== undefined) return fail(problem);
  const port = await portOf(dataDir, options.port);
  if (!port.ok) return fail(port.error);
  const found = options.open ? findBrowser() : undefined;
  if (found?.ok === false) say(found.error);
  const clock = testClock(process.env);
  return runLoopbackShell({
    host: {
      dataDir,
      port: port.value.port,
      appDir: join(root, 'out', 'renderer'),
      resourcesDir: join(root, 'resources'),
      demo: options.demo,
      ...(clock === undefined ? {} : { clock }),
    },
    browser: found?.ok === true ? found.value : null,
    browserArguments: (process.env['GROUNDWORK_BROWSER_ARGS'] ?? '').split(' ').filter((text) => text !== ''),
    say,
    onPortRefused: port.value.forget,
    stopped,
  });
}

/** Tells the megabytes on one line of a terminal, or now and then in a log. */
function fetchWithProgress(electron: ElectronPackage) {
  say(`Getting Electron ${electron.version} (once) ...`);
  let told = 0;
  return fetchElectron(electron, {
    bytes: () => downloadedBytes(electron, tmpdir()),
    onBytes: (bytes) => {
      const megabytes = Math.floor(bytes / 1_000_000);
      if (megabytes < told + 20) return;
      told = megabytes;
      say(`  ${megabytes} MB`);
    },
  });
}

/** Ctrl+C and a polite kill close cleanly; a second one ends at once. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      let asked = 0;
      process.on(signal, () => {
        asked += 1;
        if (asked > 1) process.exit(130);
        resolve();
      });
    }
  });
}

process.exitCode = await start();
// The signal listeners must not keep a finished program alive.
process.exit();
