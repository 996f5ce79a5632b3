import type { MenuItemConstructorOptions } from 'electron';

/** Runs an action of the page (src/renderer/app/actions.ts knows the names). */
export type SendAction = (action: string) => void;

/**
 * The native menu. Undo and redo are the app's own: they take back commands, and the page leaves them to a
 * text field that has the focus.
 */
export function appMenu(send: SendAction, on: { readonly mac: boolean }): MenuItemConstructorOptions[] {
  const item = (label: string, action: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(action),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  return [
    ...(on.mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('Import accounts…', 'import', 'CmdOrCtrl+I'),
        item('Export account research…', 'export', 'CmdOrCtrl+E'),
        { type: 'separator' },
        on.mac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item('Undo', 'undo', 'CmdOrCtrl+Z'),
        item('Redo', 'redo', on.mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        item('Find anything…', 'palette', 'CmdOrCtrl+K'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    { label: '&Help', submenu: [item('Keyboard shortcuts', 'shortcuts')] },
  ];
}
