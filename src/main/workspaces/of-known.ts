import type { HostError } from '../../shared/host/contract.ts';
import { err, type Result } from '../../shared/result.ts';
import { noSuchWorkspace, type Registry } from './registry.ts';

/** Runs work on a workspace that the registry has, and refuses any other. */
export type OfKnown = <T>(
  workspaceId: string,
  run: () => Promise<Result<T, HostError>>,
) => Promise<Result<T, HostError>>;

export const ofKnownIn =
  (registry: Registry): OfKnown =>
  async (workspaceId, run) => {
    const list = await registry.read();
    if (!list.ok) return list;
    return list.value.workspaces.some(({ id }) => id === workspaceId) ? run() : err(noSuchWorkspace);
  };
