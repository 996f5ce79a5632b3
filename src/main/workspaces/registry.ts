import { rename } from 'node:fs/promises';
import { z } from 'zod';
import type { HostError } from '../../shared/host/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { parseJson, readTextIfThere, writeFileSynced } from '../files.ts';
import { createSerial } from '../serial.ts';

const registeredWorkspace = z.object({
  id: z.uuid(),
  name: z.string().min(1).max(120),
  createdAt: z.iso.datetime(),
});
export type RegisteredWorkspace = z.infer<typeof registeredWorkspace>;

const registryFile = z.object({
  format: z.literal(1),
  active: z.uuid().nullable(),
  workspaces: z.array(registeredWorkspace),
});
type RegistryFile = z.infer<typeof registryFile>;
export type WorkspaceList = Omit<RegistryFile, 'format'>;

/** Which workspaces this data folder has. One database per workspace id lies in the browser's profile. */
export interface Registry {
  readonly read: () => Promise<Result<WorkspaceList, HostError>>;
  /** Adds a workspace and makes it the active one; `already-there` when the id is known. */
  readonly register: (workspace: RegisteredWorkspace) => Promise<Result<RegisteredWorkspace, HostError>>;
  /** Makes a known workspace the active one. */
  readonly activate: (id: string) => Promise<Result<Record<string, never>, HostError>>;
  readonly rename: (id: string, name: string) => Promise<Result<Record<string, never>, HostError>>;
  /** Whether the list had to be put together anew since this host started. */
  readonly wasRebuilt: () => boolean;
}

/**
 * @param rebuild puts the list together from the data folder (rebuild-registry.ts); gets the text of one
 *   that cannot be read, or undefined when the file is gone
 */
export function createRegistry(
  path: string,
  rebuild: (damaged: string | undefined) => Promise<WorkspaceList | null>,
): Registry {
  const serial = createSerial();
  let wasRebuilt = false;

  async function load(): Promise<Result<RegistryFile, HostError>> {
    const text = await readTextIfThere(path);
    const value = parseJson(text ?? '');
    const parsed = registryFile.safeParse(value);
    if (parsed.success) return ok(parsed.data);
    if (newerFile.safeParse(value).success) return err(newerRegistry);
    const rebuilt = await rebuild(text);
    if (rebuilt === null) {
      return text === undefined ? ok({ format: 1, active: null, workspaces: [] }) : err(damagedRegistry);
    }
    if (text !== undefined) await rename(path, `${path}.damaged`);
    const file = { format: 1, ...rebuilt } as const;
    await save(file);
    wasRebuilt = true;
    return ok(file);
  }
  const save = (file: RegistryFile): Promise<void> =>
    writeFileSynced(path, `${JSON.stringify(file, null, 2)}\n`);

  return {
    wasRebuilt: () => wasRebuilt,
    read: () => serial.run(load),
    register: (workspace) =>
      serial.run(async () => {
        const file = await load();
        if (!file.ok) return file;
        if (file.value.workspaces.some(({ id }) => id === workspace.id)) {
          return err({ code: 'already-there', message: 'This workspace is already registered.' });
        }
        await save({
          format: 1,
          active: workspace.id,
          workspaces: [...file.value.workspaces, workspace],
        });
        return ok(workspace);
      }),
    activate: (id) =>
      serial.run(async () => {
        const file = await load();
        if (!file.ok) return file;
        if (!file.value.workspaces.some((workspace) => workspace.id === id)) return err(noSuchWorkspace);
        await save({ ...file.value, active: id });
        return ok({});
      }),
    rename: (id, name) =>
      serial.run(async () => {
        const file = await load();
        if (!file.ok) return file;
        if (!file.value.workspaces.some((workspace) => workspace.id === id)) return err(noSuchWorkspace);
        await save({
          ...file.value,
          workspaces: file.value.workspaces.map((workspace) =>
            workspace.id === id ? { ...workspace, name } : workspace,
          ),
        });
        return ok({});
      }),
  };
}

const newerFile = z.object({ format: z.int().min(2) });
const newerRegistry: HostError = {
  code: 'damaged',
  message:
    'The list of workspaces (workspaces.json in the data folder) was written by a newer Groundwork. Update Groundwork to go on; nothing was changed.',
};
const damagedRegistry: HostError = {
  code: 'damaged',
  message:
    'The list of workspaces (workspaces.json in the data folder) cannot be read, and the folder holds nothing that tells what was in it. Put back an older copy of that file.',
};

/** For a workspace whose name nothing tells any more. */
export const namelessWorkspace = 'Recovered workspace';

export const noSuchWorkspace: HostError = {
  code: 'not-found',
  message: 'The host knows no such workspace. Reload the page.',
};
