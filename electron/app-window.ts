import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import type { WindowState } from './window-state.ts';

/** Every switch of the security checklist that a window has, spelled out even where it is the default. */
function windowOptions(state: WindowState, preload: string): BrowserWindowConstructorOptions {
  return {
    ...state.bounds,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Groundwork',
    autoHideMenuBar: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  };
}

/** Opens the window; it is shown when the page has painted, so nobody sees it empty. */
export function openAppWindow(
  Window: typeof BrowserWindow,
  options: { readonly state: WindowState; readonly preload: string; readonly address: string },
): BrowserWindow {
  const window = new Window(windowOptions(options.state, options.preload));
  window.once('ready-to-show', () => {
    if (options.state.maximized) window.maximize();
    window.show();
  });
  void window.loadURL(options.address);
  return window;
}
