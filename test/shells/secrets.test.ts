import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { operations } from '../../src/shared/host/contract.ts';
import { readControlFile } from '../../src/main/loopback-shell/control-file.ts';
import { electronBinding, loopbackBinding, type Binding } from './bindings.ts';
import { lineOf, sentinelOf, storeId, workspaceId } from './journal-samples.ts';

/** What people write, and what must never stand in a log. */
const words = {
  workspace: 'Northwind-Zebra-Territory',
  person: 'Zacharias-Quandt',
  note: 'Budget-is-frozen-until-Quarz',
  link: 'quokka.example',
} as const;

interface KeptFile {
  /** Relative to the data folder, with `/`. */
  readonly name: string;
  readonly text: string;
  readonly mode: number;
}

async function keptFiles(folder: string): Promise<readonly KeptFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        return {
          name: relative(folder, path).replaceAll('\\', '/'),
          text: (await readFile(path)).toString('latin1'),
          mode: (await stat(path)).mode & 0o777,
        };
      }),
  );
}

const filesWith = (files: readonly KeptFile[], text: string): string[] =>
  files.filter((file) => file.text.includes(text)).map(({ name }) => name);

/** What belongs to the workspaces: their registry, journals and backups, and what was set aside of them. */
const isUsersData = (name: string): boolean => name.startsWith('workspaces');

/** Whatever a page may get wrong, with people's words wherever a word fits. */
const oddRequests: readonly unknown[] = [
  words.note,
  [words.person],
  { name: words.person, id: words.note, url: words.link, workspaceId: words.workspace },
  { [words.note]: words.person, workspaceId, text: words.note, lines: [{ n: words.note }] },
  { workspaceId, storeId, generation: 1, name: words.person.repeat(50), [words.person]: words.note },
];

async function useEveryOperation({ platform, raw }: Binding): Promise<void> {
  await platform.call('session.open', { pageVersion: 'test', engine: 'test' });
  await platform.call('workspace.register', { id: workspaceId, name: words.workspace });
  await platform.call('workspace.rename', { id: workspaceId, name: `${words.workspace} of ${words.person}` });
  await platform.call('journal.append', {
    workspaceId,
    storeId,
    generation: 1,
    lines: [lineOf(1, words.note), lineOf(2, words.person)],
    sentinel: sentinelOf(2),
  });
  // A gap, another store, a link that may be opened and one that may not.
  await platform.call('journal.append', {
    workspaceId,
    storeId,
    generation: 1,
    lines: [lineOf(9, words.note)],
  });
  await platform.call('journal.verify', { workspaceId });
  await platform.call('link.open', { url: `https://${words.link}/${words.note}` });
  await platform.call('link.open', { url: `file:///${words.note}` });
  await platform.call('sample.read', {});
  for (const operation of [...Object.keys(operations), words.note]) {
    for (const request of oddRequests) await raw(operation, request);
  }
}

let binding: Binding | undefined;
afterEach(async () => {
  await binding?.close();
  binding = undefined;
});

describe.each([
  ['Electron IPC', electronBinding],
  ['loopback HTTP', loopbackBinding],
] as const)('what is kept after every operation over %s', (shell, makeBinding) => {
  it('has names and notes in the workspaces only, and ids, codes and counts in the log', async () => {
    binding = await makeBinding();
    await useEveryOperation(binding);
    const files = await keptFiles(binding.dataDir);
    for (const word of Object.values(words)) {
      expect(
        filesWith(files, word).filter((name) => !isUsersData(name)),
        word,
      ).toEqual([]);
    }
    expect(filesWith(files, words.note).length, 'the search finds what is there').toBeGreaterThan(0);

    const log = files.filter(({ name }) => name.startsWith('groundwork.log')).map(({ text }) => text);
    const lines = log.join('').trim().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) {
      const facts = JSON.parse(line) as Record<string, unknown>;
      for (const fact of Object.values(facts)) expect(typeof fact).toMatch(/^(string|number|boolean)$/);
    }
  });

  it.skipIf(process.platform === 'win32')('is readable by its user only', async () => {
    binding = await makeBinding();
    await useEveryOperation(binding);
    const files = await keptFiles(binding.dataDir);
    expect(files.filter(({ mode }) => mode !== 0o600).map(({ name, mode }) => [name, mode])).toEqual([]);
    expect((await stat(binding.dataDir)).mode & 0o777).toBe(0o700);
    if (shell === 'loopback HTTP') expect(filesWith(files, '"secret"')).toEqual(['control.json']);
  });
});

describe('the secrets of the loopback shell', () => {
  it('are in no file but the control file, and in none after the end', async () => {
    const loopback = await loopbackBinding();
    binding = loopback;
    const { token, code } = loopback.secrets;
    const control = (await readControlFile(loopback.dataDir))?.secret ?? '';
    expect([token.length, code.length, control.length]).toEqual([43, 43, 43]);
    await useEveryOperation(loopback);
    const running = await keptFiles(loopback.dataDir);
    expect(filesWith(running, token)).toEqual([]);
    expect(filesWith(running, code)).toEqual([]);
    expect(filesWith(running, control)).toEqual(['control.json']);

    await loopback.breakHost();
    const ended = await keptFiles(loopback.dataDir);
    for (const secret of [token, code, control]) expect(filesWith(ended, secret)).toEqual([]);
  });
});
