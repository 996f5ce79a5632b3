import type { HostHandlers } from '../../shared/host/handlers.ts';
import type { OfKnown } from '../workspaces/of-known.ts';
import type { BackupStores } from './backup-stores.ts';

type BackupOperation = Extract<keyof HostHandlers, `backup.${string}`>;

/**
 * The operations about backups. Only workspaces of the registry get new backups; what is there may be read
 * of others too: one that was brought from elsewhere is looked at before it is adopted.
 */
export function backupHandlers(stores: BackupStores, ofKnown: OfKnown): Pick<HostHandlers, BackupOperation> {
  return {
    'backup.begin': ({ workspaceId, ...request }) =>
      ofKnown(workspaceId, () => stores.of(workspaceId).begin(request)),
    'backup.write': ({ workspaceId, backupId, lines }) =>
      ofKnown(workspaceId, () => stores.of(workspaceId).write(backupId, lines)),
    'backup.finish': ({ workspaceId, backupId, end }, context) =>
      ofKnown(workspaceId, () => stores.of(workspaceId).finish(backupId, end, context)),
    'backup.abandon': ({ workspaceId, backupId }) =>
      ofKnown(workspaceId, () => stores.of(workspaceId).abandon(backupId)),
    'backup.list': ({ workspaceId }, context) => stores.of(workspaceId).list(context),
    'backup.read': ({ workspaceId, backupId, part, maxCharacters }) =>
      stores.of(workspaceId).read(backupId, part, maxCharacters),
    'backup.download': ({ workspaceId, backupId, offset }) =>
      stores.of(workspaceId).download(backupId, offset),
    'backup.upload': (request, context) => stores.uploads.take(request, context),
  };
}
