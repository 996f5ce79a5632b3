import type { BackupEntry } from '../../../shared/host/contract.ts';
import type { Platform } from '../../platform/platform.ts';

/**
 * Makes the workspace of an uploaded backup the active one: new here, it is adopted and rebuilt at the next
 * start of the page; known here, it is opened as it is.
 * @returns what went wrong, in words; `null` = nothing
 */
export async function openBackupsWorkspace(
  platform: Platform,
  { id: backupId, manifest }: BackupEntry,
): Promise<string | null> {
  if (manifest === null) return 'The beginning of this backup cannot be read, so nobody knows whose it is.';
  const { workspaceId } = manifest;
  const adopted = await platform.call('workspace.adopt', { workspaceId, backupId });
  if (adopted.ok) return null;
  if (adopted.error.code !== 'already-there') return adopted.error.message;
  const activated = await platform.call('workspace.activate', { id: workspaceId });
  return activated.ok ? null : activated.error.message;
}
