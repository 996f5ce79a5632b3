import type { HostError, HostResponse, WorkspaceEntry } from '../shared/host/contract.ts';
import type { HostHandlers } from '../shared/host/handlers.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { backupHandlers } from './backups/backup-handlers.ts';
import type { BackupStores } from './backups/backup-stores.ts';
import type { HostClock } from './clock.ts';
import type { DataFolder } from './data-folder.ts';
import type { FreeSpace } from './free-space.ts';
import { journalHandlers } from './journal/journal-handlers.ts';
import type { Journals } from './journal/journals.ts';
import { allowedLink, type OpenLink } from './links.ts';
import type { Log } from './log.ts';
import { hostNotices } from './notices/host-notices.ts';
import { readSample } from './sample.ts';
import { ofKnownIn } from './workspaces/of-known.ts';
import { namelessWorkspace, type RegisteredWorkspace, type Registry } from './workspaces/registry.ts';

/** What the handlers work with; both shells make the same (host-core.ts). */
export interface HandlerParts {
  readonly shell: 'electron' | 'loopback';
  readonly demo: boolean;
  readonly appVersion: string;
  readonly folder: DataFolder;
  readonly resourcesDir: string;
  readonly clock: HostClock;
  readonly registry: Registry;
  readonly journals: Journals;
  readonly backups: BackupStores;
  readonly space: FreeSpace;
  /** The page has done what it wanted to before the app quits. */
  readonly onReadyToQuit: () => void;
  readonly openLink: OpenLink;
  readonly log: Log;
}

/** Every operation of the contract, the same under both shells. */
export function createHandlers(parts: HandlerParts): HostHandlers {
  const { registry, journals, backups, clock, log } = parts;

  const ofKnown = ofKnownIn(registry);
  const entryOf = async (workspace: RegisteredWorkspace): Promise<WorkspaceEntry> => {
    const journal = journals.of(workspace.id);
    const [sentinel, status] = [await journal.sentinel(), await journal.status()];
    const newest = await backups.of(workspace.id).newest(status.storeId);
    return { ...workspace, sentinel, journalThrough: status.through, newestBackup: newest };
  };
  const register = async (id: string, name: string): Promise<Result<WorkspaceEntry, HostError>> => {
    const registered = await registry.register({
      id,
      name,
      createdAt: new Date(clock.nowMs()).toISOString(),
    });
    if (!registered.ok) return registered;
    log.event('workspace.register', { id });
    return ok(await entryOf(registered.value));
  };

  return {
    'session.open': async ({ pageVersion, engine }) => {
      const file = await registry.read();
      if (!file.ok) return file;
      const workspaces: WorkspaceEntry[] = [];
      for (const workspace of file.value.workspaces) workspaces.push(await entryOf(workspace));
      log.event('session.open', { pageVersion, engine, workspaces: workspaces.length });
      return ok<HostResponse<'session.open'>>({
        appVersion: parts.appVersion,
        shell: parts.shell,
        platform: process.platform,
        demo: parts.demo,
        dataFolder: parts.folder.root,
        clock: clock.reading(),
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        workspaces,
        activeWorkspace: file.value.active,
        notices: await hostNotices({
          dataFolder: parts.folder.root,
          sentinels: workspaces.map(({ sentinel }) => sentinel),
          nowMs: clock.nowMs(),
          space: parts.space,
          registryRebuilt: registry.wasRebuilt(),
        }),
      });
    },
    'workspace.register': ({ id, name }) => register(id, name),
    'workspace.rename': ({ id, name }) => registry.rename(id, name),
    'workspace.activate': ({ id }) => registry.activate(id),
    'workspace.adopt': async ({ workspaceId, backupId }, context) => {
      const entry = await backups.of(workspaceId).entry(backupId, context);
      if (!entry.ok) return entry;
      const { manifest } = entry.value;
      return manifest === null
        ? err({ code: 'damaged', message: entry.value.problem ?? '' })
        : register(workspaceId, manifest.workspaceName || namelessWorkspace);
    },
    ...journalHandlers(journals, ofKnown),
    ...backupHandlers(backups, ofKnown),
    'session.ready-to-quit': () => {
      parts.onReadyToQuit();
      return Promise.resolve(ok({}));
    },
    'sample.read': () => readSample(parts.resourcesDir),
    'link.open': async ({ url }) => {
      const link = allowedLink(url);
      if (!link.ok) return link;
      await parts.openLink(link.value);
      return ok({});
    },
  };
}
