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

/** Which workspaces this data folder has. One database per workspace id lies in the browser's profile. */
export interface Registry {
  readonly read: () => Promise<Result<Omit<RegistryFile, 'format'>, HostError>>;
  /** Adds a workspace and makes it the active one; `already-there` when the id is known. */
  readonly register: (workspace: RegisteredWorkspace) => Promise<Result<RegisteredWorkspace, HostError>>;
  readonly rename: (id: string, name: string) => Promise<Result<Record<string, never>, HostError>>;
}

export function createRegistry(path: string): Registry {
  const serial = createSerial();

  async function load(): Promise<Result<RegistryFile, HostError>> {
    const text = await readTextIfThere(path);
    if (text === undefined) return ok({ format: 1, active: null, workspaces: [] });
    const parsed = registryFile.safeParse(parseJson(text));
    return parsed.success
      ? ok(parsed.data)
      : err({
          code: 'damaged',
          message:
            'The list of workspaces (workspaces.json in the data folder) cannot be read. Put back an older copy of that file; your data itself lies elsewhere and is untouched.',
        });
  }
  const save = (file: RegistryFile): Promise<void> =>
    writeFileSynced(path, `${JSON.stringify(file, null, 2)}\n`);

  return {
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

export const noSuchWorkspace: HostError = {
  code: 'not-found',
  message: 'The host knows no such workspace. Reload the page.',
};
