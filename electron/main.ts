import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session, shell } from 'electron';
import { startApp } from './start-app.ts';

// Built to out/main/main.js, beside out/preload and out/renderer.
const out = join(import.meta.dirname, '..');

void startApp(
  { app, BrowserWindow, ipcMain, Menu, protocol, screen, session, shell },
  { appDir: join(out, 'renderer'), preload: join(out, 'preload', 'preload.cjs') },
).catch((error: unknown) => {
  dialog.showErrorBox('Groundwork could not start', error instanceof Error ? error.message : String(error));
  app.exit(1);
});
