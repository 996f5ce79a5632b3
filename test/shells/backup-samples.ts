import {
  backupFormat,
  type BackupEnd,
  type BackupLine,
  type BackupManifest,
} from '../../src/shared/backup/format.ts';
import { nothingCounted } from '../../src/shared/backup/tally.ts';
import { storeId, workspaceId } from './journal-samples.ts';

export const manifestOf = (more: Partial<BackupManifest> = {}): BackupManifest => ({
  kind: 'manifest',
  format: backupFormat,
  workspaceId,
  workspaceName: 'West',
  storeId,
  generation: 1,
  schema: 3,
  appVersion: '0.1.0',
  engine: 'Chromium 156.0.0.0',
  startedAt: '2026-03-02T09:00:00.000Z',
  ...more,
});

export const endOf = (accounts: number, through = 0, more: Partial<BackupEnd> = {}): BackupEnd => ({
  kind: 'end',
  through,
  live: { accounts, prospects: 0, opportunities: 0 },
  counts: { ...nothingCounted, accounts },
  finishedAt: '2026-03-02T09:00:01.000Z',
  ...more,
});

export const accountLine = (id: string, name = `Account ${id}`): BackupLine => ({
  kind: 'account',
  id,
  values: { name, city: 'Zürich', notes: 'Two\nlines 😀' },
});

export const textOf = (line: BackupLine): string => JSON.stringify(line);

/** `count` accounts as lines. */
export const accountTexts = (count: number, text = ''): string[] =>
  Array.from({ length: count }, (_, index) => textOf(accountLine(`a${index}`, `Account ${index} ${text}`)));
