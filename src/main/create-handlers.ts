import type { HostResponse, WorkspaceEntry } from '../shared/host/contract.ts';
import type { HostHandlers } from '../shared/host/handlers.ts';
import { err, ok } from '../shared/result.ts';
import type { HostClock } from './clock.ts';
import type { DataFolder } from './data-folder.ts';
import type { Journals } from './journal/journals.ts';
import { allowedLink, type OpenLink } from './links.ts';
import type { Log } from './log.ts';
import { readSample } from './sample.ts';
import { noSuchWorkspace, type RegisteredWorkspace, type Registry } from './workspaces/registry.ts';

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
  readonly openLink: OpenLink;
  readonly log: Log;
}

/** Every operation of the contract, the same under both shells. */
export function createHandlers(parts: HandlerParts): HostHandlers {
  const { registry, journals, clock, log } = parts;

  const isKnown = async (id: string): Promise<boolean> => {
    const file = await registry.read();
    return file.ok && file.value.workspaces.some((workspace) => workspace.id === id);
  };
  const entryOf = async (workspace: RegisteredWorkspace): Promise<WorkspaceEntry> => {
    const journal = journals.of(workspace.id);
    const [sentinel, status] = [await journal.sentinel(), await journal.status()];
    return { ...workspace, sentinel, journalThrough: status.through };
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
      });
    },
    'workspace.register': async ({ id, name }) => {
      const createdAt = new Date(clock.nowMs()).toISOString();
      const registered = await registry.register({ id, name, createdAt });
      if (!registered.ok) return registered;
      log.event('workspace.register', { id });
      return ok(await entryOf(registered.value));
    },
    'workspace.rename': ({ id, name }) => registry.rename(id, name),
    'journal.append': async (request) =>
      (await isKnown(request.workspaceId))
        ? journals.of(request.workspaceId).append(request)
        : err(noSuchWorkspace),
    'journal.status': async ({ workspaceId }) =>
      (await isKnown(workspaceId)) ? ok(await journals.of(workspaceId).status()) : err(noSuchWorkspace),
    'journal.verify': async ({ workspaceId }, context) =>
      (await isKnown(workspaceId)) ? journals.of(workspaceId).verify(context) : err(noSuchWorkspace),
    'sample.read': () => readSample(parts.resourcesDir),
    'link.open': async ({ url }) => {
      const link = allowedLink(url);
      if (!link.ok) return link;
      await parts.openLink(link.value);
      return ok({});
    },
  };
}
