import { mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDataFolder, type DataFolder } from '../../../../src/main/data-folder.ts';
import { rebuildRegistry } from '../../../../src/main/workspaces/rebuild-registry.ts';
import { createRegistry, type Registry } from '../../../../src/main/workspaces/registry.ts';

const first = {
  id: '0193a000-0000-7000-8000-000000000001',
  name: 'West',
  createdAt: '2026-03-02T09:00:00.000Z',
};
const second = { ...first, id: '0193a000-0000-7000-8000-000000000002', name: 'East' };

let root: string;
let folder: DataFolder;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'groundwork-registry-'));
  folder = await openDataFolder(root);
});
afterEach(() => rm(root, { recursive: true }));

/** As the host makes it; backups tell these names. */
const open = (names: Readonly<Record<string, string>> = {}): Registry =>
  createRegistry(folder.registry, (damaged) =>
    rebuildRegistry(folder, damaged, (id) => Promise.resolve(names[id])),
  );

const text = (): Promise<string> => readFile(folder.registry, 'utf8');

/** Leaves what a workspace leaves in its folder. */
async function traces(
  id: string,
  kinds: readonly ('sentinel' | 'journal' | 'backup' | 'brought')[],
  atSeconds = 1_700_000_000,
): Promise<void> {
  const paths = folder.workspace(id);
  const file = {
    sentinel: paths.sentinel,
    journal: join(paths.journal, 'journal-000001-000000000001.ndjson'),
    backup: join(paths.backups, '2020-03-02T09-00-00-000Z_hourly.groundwork-backup'),
    brought: join(paths.backups, '2020-03-02T09-00-00-000Z_from-file.groundwork-backup'),
  };
  for (const folder of [paths.journal, paths.backups]) await mkdir(folder, { recursive: true });
  for (const kind of kinds) {
    await writeFile(file[kind], 'x');
    await utimes(file[kind], atSeconds, atSeconds);
  }
}

describe('the registry of workspaces', () => {
  it('survives being opened anew, and ten changes at once', async () => {
    const registry = open();
    await Promise.all([
      registry.register(first),
      registry.register(second),
      ...Array.from({ length: 8 }, (_, index) => registry.rename(first.id, `West ${index}`)),
    ]);
    expect(await open().read()).toEqual({
      ok: true,
      value: { format: 1, active: second.id, workspaces: [{ ...first, name: 'West 7' }, second] },
    });
    expect((await stat(folder.registry)).mode & 0o777).toBe(0o600);
    expect(registry.wasRebuilt()).toBe(false);
  });

  it('makes a known workspace the active one', async () => {
    const registry = open();
    await registry.register(first);
    await registry.register(second);
    expect(await registry.activate(first.id)).toEqual({ ok: true, value: {} });
    expect(await open().read()).toMatchObject({ value: { active: first.id } });
    const other = '0193a000-0000-7000-8000-000000000009';
    expect(await registry.activate(other)).toMatchObject({ error: { code: 'not-found' } });
  });

  it('of a newer Groundwork is an error in words, and is left as it is', async () => {
    await traces(first.id, ['sentinel']);
    await writeFile(folder.registry, '{"format":2}');
    const registered = await open().register(second);
    expect(registered).toMatchObject({ ok: false, error: { code: 'damaged' } });
    if (!registered.ok) expect(registered.error.message).toContain('newer Groundwork');
    expect(await text()).toBe('{"format":2}');
  });
});

describe('a registry that is lost', () => {
  it('in an empty folder is a first run', async () => {
    const registry = open();
    expect(await registry.read()).toMatchObject({ value: { active: null, workspaces: [] } });
    expect(registry.wasRebuilt()).toBe(false);
    await mkdir(folder.workspace(first.id).root, { recursive: true });
    await mkdir(join(folder.workspaces, 'notes'), { recursive: true });
    expect(await open().read()).toMatchObject({ value: { workspaces: [] } });
  });

  it.each([['sentinel'], ['journal'], ['backup']] as const)(
    'is put together from folders when one has a %s, and says so',
    async (kind) => {
      await traces(first.id, [kind]);
      const registry = open({ [first.id]: 'West' });
      expect(await registry.read()).toMatchObject({
        value: { active: first.id, workspaces: [{ id: first.id, name: 'West' }] },
      });
      expect(registry.wasRebuilt()).toBe(true);
      expect(JSON.parse(await text())).toMatchObject({ format: 1, active: first.id });
      // It is written now: the next start finds a list.
      const next = open();
      expect(await next.read()).toMatchObject({ value: { workspaces: [{ name: 'West' }] } });
      expect(next.wasRebuilt()).toBe(false);
    },
  );

  it('makes the one active that was used last, and names those that nothing names', async () => {
    await traces(first.id, ['sentinel', 'journal'], 1_700_000_000);
    await traces(second.id, ['journal'], 1_700_000_100);
    const read = await open({ [first.id]: 'West', [second.id]: '' }).read();
    expect(read).toMatchObject({ value: { active: second.id } });
    expect(read.ok && read.value.workspaces.map(({ name }) => name).toSorted()).toEqual([
      'Recovered workspace',
      'West',
    ]);
  });

  it('does not come from files that were brought here and never adopted; beside others they are kept', async () => {
    await traces(first.id, ['brought']);
    expect(await open().read()).toMatchObject({ value: { workspaces: [] } });
    await traces(second.id, ['sentinel']);
    const read = await open().read();
    expect(read).toMatchObject({ value: { active: second.id } });
    expect(read.ok && read.value.workspaces).toHaveLength(2);
  });

  it('is put together when it cannot be read: legible names and the active one are taken from it', async () => {
    const registry = open();
    await registry.register({ ...first, name: 'West "7" – Zürich' });
    await registry.register(second);
    await registry.activate(first.id);
    for (const id of [first.id, second.id]) await traces(id, ['sentinel']);
    const whole = await text();
    const damaged = whole.slice(0, whole.indexOf(second.id) + 10);
    await writeFile(folder.registry, damaged);
    const rebuilt = open({ [second.id]: 'East' });
    const read = await rebuilt.read();
    expect(read).toMatchObject({ value: { active: first.id } });
    expect(read.ok && read.value.workspaces.map(({ name }) => name).toSorted()).toEqual([
      'East',
      'West "7" – Zürich',
    ]);
    expect(rebuilt.wasRebuilt()).toBe(true);
    expect(await readFile(`${folder.registry}.damaged`, 'utf8')).toBe(damaged);
  });

  it('keeps a workspace that only the damaged list names: the browser may still have its store', async () => {
    const registry = open();
    await registry.register(first);
    await writeFile(folder.registry, (await text()).slice(0, -4));
    expect(await open().read()).toMatchObject({
      value: { active: first.id, workspaces: [{ id: first.id, name: 'West' }] },
    });
  });

  it.each([
    ['{"format":1,"active":'],
    ['garbage'],
    [''],
    ['{"format":1,"active":null,"workspaces":[{"id":"x"}]}'],
  ])(
    'is an error in words, never a first run, when there is nothing to put together: %j',
    async (content) => {
      await writeFile(folder.registry, content);
      const registry = open();
      expect(await registry.read()).toMatchObject({ error: { code: 'damaged' } });
      expect(await registry.register(first)).toMatchObject({ error: { code: 'damaged' } });
      expect(await text()).toBe(content);
    },
  );
});
