import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { electronBinary } from '../../run/electron-binary.ts';
import { repositoryRoot } from '../../run/child.ts';
import type { App, LaunchOptions } from './app.ts';
import { createProblemWatch } from './problem-watch.ts';

/** The Electron shell for one test, with a data folder of its own. @throws Error without Electron's binary */
export async function launchElectronApp(options: LaunchOptions): Promise<App> {
  const executablePath = electronBinary();
  if (executablePath === undefined) throw new Error("Electron's binary is not installed.");
  const root = join(options.folder, 'data');
  await mkdir(root, { recursive: true });
  const watch = createProblemWatch();

  const start = async (): Promise<ElectronApplication> => {
    const started = await _electron.launch({
      executablePath,
      cwd: repositoryRoot,
      args: [
        ...(options.sandbox ? [] : ['--no-sandbox']),
        '.',
        `--data-dir=${root}`,
        ...(options.demo ? ['--demo'] : []),
      ],
      env: {
        ...currentEnvironment(),
        ...(options.fixedClock === null ? {} : { GROUNDWORK_TEST_CLOCK: options.fixedClock }),
      },
    });
    watch.watch(started.context());
    return started;
  };

  let electron = await start();
  let page: Page = await electron.firstWindow();

  return {
    dataFolder: join(root, 'electron', 'host'),
    storageFolder: join(root, 'electron', 'IndexedDB'),
    page: () => page,
    reload: async () => {
      await page.reload();
    },
    restartHost: () => Promise.reject(new Error('In Electron the host is the app itself: use restart.')),
    whileHostIsAway: () => Promise.reject(new Error('In Electron the host is the app itself.')),
    restart: async (overnight) => {
      await electron.close();
      await overnight?.();
      electron = await start();
      page = await electron.firstWindow();
    },
    advanceClock: () => Promise.reject(new Error('The clock is moved in the loopback shell only.')),
    openedOutside: () => {
      throw new Error('What is opened outside is recorded in the loopback shell only.');
    },
    setFreeSpace: () => {
      throw new Error('Free space is set in the loopback shell only.');
    },
    tell: () => {
      throw new Error('Events are sent by hand in the loopback shell only.');
    },
    expectProblem: watch.expectProblem,
    problems: watch.problems,
    close: () => electron.close(),
  };
}

const currentEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
