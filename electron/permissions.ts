import type { Session } from 'electron';

/** The only thing the page may have: writing sanitised text to the clipboard. */
const isAllowedPermission = (permission: string): boolean => permission === 'clipboard-sanitized-write';

/** Without both handlers Electron approves what is asked. */
export function refusePermissions(
  session: Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
  >,
): void {
  session.setPermissionRequestHandler((_contents, permission, callback) => {
    callback(isAllowedPermission(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => isAllowedPermission(permission));
  session.setDevicePermissionHandler(() => false);
}
