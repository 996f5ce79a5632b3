import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type * as Electron from 'electron';
import { dataFolderProblem, whyNotWritable } from '../src/main/data-folder-check.ts';
import { engineRefusal, noteEngine } from '../src/main/engine-guard.ts';
import { privateDirectoryMode } from '../src/main/files.ts';
import { openHostCore, type HostCore } from '../src/main/host-core.ts';
import { appMenu } from './app-menu.ts';
import { appOrigin, schemePrivileges, serveApp } from './app-protocol.ts';
import { openAppWindow } from './app-window.ts';
import { bindIpc, sendEvent } from './bind-ipc.ts';
import { finishBeforeQuit } from './finish-before-quit.ts';
import { guardNavigation } from './navigation-guard.ts';
import { refuseNetwork } from './network.ts';
import { refusePermissions } from './permissions.ts';
import { bringToFront, takeSingleInstance } from './single-instance.ts';
import { hostFolder, readShellOptions, userDataFolder, type ShellOptions } from './start-options.ts';
import { keepWindowState, readWindowState } from './window-state.ts';

/** The parts of Electron that the shell uses. Handed in, so that a recorded fake can stand in for them. */
export type ElectronParts = Pick<
  typeof Electron,
  'app' | 'BrowserWindow' | 'ipcMain' | 'Menu' | 'protocol' | 'screen' | 'session' | 'shell'
>;

export interface AppPlaces {
  /** The built page. */
  readonly appDir: string;
  readonly preload: string;
}

/**
 * The start list of the desktop shell. Electron becomes ready only after the main module was evaluated, so
 * nothing before `whenReady` may wait, and nobody may await readiness at the top of that module.
 */
export function startApp(electron: ElectronParts, places: AppPlaces): Promise<void> {
  const { app } = electron;
  const options = readShellOptions(process.argv);
  electron.protocol.registerSchemesAsPrivileged([schemePrivileges]);
  app.enableSandbox();
  guardNavigation(app);
  const unusable = useUserDataFolder(app, options) ?? engineTooOld(app);
  if (unusable !== undefined) return Promise.reject(new Error(unusable));

  let window: Electron.BrowserWindow | undefined;
  const isFirst = takeSingleInstance(app, () => {
    if (window !== undefined) bringToFront(window);
  });
  if (!isFirst) {
    app.quit();
    return Promise.resolve();
  }
  app.on('window-all-closed', () => app.quit());
  return app.whenReady().then(async () => {
    refusePermissions(electron.session.defaultSession);
    refuseNetwork(electron.session.defaultSession);
    serveApp(electron.protocol, places.appDir);
    const core = await openHost(electron, options);
    bindIpc(electron.ipcMain, core.dispatch);
    const end = finishBeforeQuit(app, core);
    setMenu(electron.Menu, core);
    window = openWindow(electron, places, core);
    end.holdWindow(window);
  });
}

/**
 * Chromium's profile and its lock lie there, so it is set before either is touched.
 * @returns why the folder cannot be used
 */
function useUserDataFolder(app: ElectronParts['app'], options: ShellOptions): string | undefined {
  const folder = userDataFolder(options, app.getPath('userData'));
  if (folder === undefined) return undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: privateDirectoryMode });
  } catch (error) {
    return whyNotWritable(folder, error);
  }
  app.setPath('userData', folder);
  return undefined;
}

function engineTooOld(app: ElectronParts['app']): string | undefined {
  const profileDir = app.getPath('userData');
  return engineRefusal(
    { profileDir, dataDir: hostFolder(profileDir) },
    process.versions.chrome,
    'Install the newest Groundwork and start it again.',
  );
}

/** @throws Error with words for a person when the data folder cannot be written */
async function openHost(electron: ElectronParts, options: ShellOptions): Promise<HostCore> {
  const dataDir = hostFolder(electron.app.getPath('userData'));
  const problem = await dataFolderProblem(dataDir);
  if (problem !== undefined) throw new Error(problem);
  await noteEngine(dataDir, process.versions.chrome);
  return openHostCore({
    shell: 'electron',
    dataDir,
    resourcesDir: join(electron.app.getAppPath(), 'resources'),
    appVersion: electron.app.getVersion(),
    demo: options.demo,
    openLink: (url) => electron.shell.openExternal(url),
    ...(options.fixedAt === undefined ? {} : { fixedAt: options.fixedAt }),
  });
}

function setMenu(menu: ElectronParts['Menu'], core: HostCore): void {
  const template = appMenu((action) => core.send({ kind: 'menu', action }), {
    mac: process.platform === 'darwin',
  });
  menu.setApplicationMenu(menu.buildFromTemplate(template));
}

function openWindow(electron: ElectronParts, places: AppPlaces, core: HostCore): Electron.BrowserWindow {
  const stateFile = join(electron.app.getPath('userData'), 'window-state.json');
  const workAreas = electron.screen.getAllDisplays().map((display) => display.workArea);
  const window = openAppWindow(electron.BrowserWindow, {
    state: readWindowState(stateFile, workAreas),
    preload: places.preload,
    address: `${appOrigin}/index.html`,
  });
  keepWindowState(window, stateFile);
  const stop = core.onEvent((event) => sendEvent(window.webContents, event));
  window.on('closed', stop);
  // Nobody is there to be asked before the app quits.
  window.webContents.on('render-process-gone', stop);
  return window;
}
