import { describe, expect, it } from 'vitest';
import { goneLine, lineOf } from '../../../../../src/renderer/store/backup/backup-lines.ts';
import { BackupTally } from '../../../../../src/shared/backup/tally.ts';
import { backupLine, type BackupLine } from '../../../../../src/shared/backup/format.ts';
import type { Instant } from '../../../../../src/shared/clock.ts';

const foundAt = '2026-11-23T09:00:00.000Z' as Instant;
const change = { kind: 'account', id: 'a', before: null, after: { name: 'Acme' } };

describe('the line of a row', () => {
  it.each<[Parameters<typeof lineOf>[0], object, object]>([
    [
      'settings',
      { id: 'workspace', values: { name: 'W' } },
      { kind: 'settings', id: 'workspace', values: { name: 'W' } },
    ],
    [
      'customFields',
      { id: 'c', key: 'tier', label: 'Tier' },
      { kind: 'customField', id: 'c', values: { key: 'tier', label: 'Tier' } },
    ],
    [
      'accounts',
      { id: 'a', values: { name: 'Acme' }, nameKey: 'acme', column: '', boardKey: '~acme' },
      { kind: 'account', id: 'a', values: { name: 'Acme' } },
    ],
    ['accounts', { id: 'a', deleted: 7 }, { kind: 'account', id: 'a', deleted: 7 }],
    [
      'prospects',
      { id: 'p', accountId: 'a', values: { accountId: 'a', name: 'Pat' } },
      { kind: 'prospect', id: 'p', values: { accountId: 'a', name: 'Pat' } },
    ],
    ['quarantine', { id: 'q', text: '{}' }, { kind: 'quarantined', id: 'q', row: { id: 'q', text: '{}' } }],
    [
      'changeSets',
      { n: 3, command: 'x', touches: ['a'], changes: [change] },
      { kind: 'changeSet', n: 3, changeSet: { n: 3, command: 'x', changes: [change] } },
    ],
    [
      'changePacks',
      { n: 3, pack: 0, changes: [change] },
      { kind: 'changePack', n: 3, pack: 0, changes: [change] },
    ],
  ])('of %s', (table, row, expected) => {
    const made = lineOf(table, row, foundAt);
    expect(made?.line).toEqual(expected);
    expect(backupLine.safeParse(JSON.parse(made?.text ?? '')).success).toBe(true);
  });

  const cycle: Record<string, unknown> = { id: 'a', values: {} };
  cycle['values'] = { name: 'Acme', self: cycle };

  it.each<[string, unknown]>([
    ['a number for an id', { id: 7, values: { name: 'Acme' } }],
    ['no id', { values: {} }],
    ['an endless id', { id: 'x'.repeat(201), values: {} }],
    ['values that are a text', { id: 'a', values: 'Acme' }],
    ['values that are a list', { id: 'a', values: [] }],
    ['no values', { id: 'a' }],
    ['a deletion by no number', { id: 'a', deleted: 'yes' }],
    ['a number that JSON has no form for', { id: 'a', values: { revenue: 10n } }],
    ['a row that holds itself', cycle],
    ['no record at all', 'Acme'],
    ['nothing', undefined],
  ])('of an account with %s is one of the quarantine', (_what, row) => {
    const made = lineOf('accounts', row, foundAt);
    expect(made?.line).toMatchObject({ kind: 'quarantined', row: { table: 'accounts', state: 'held' } });
    expect(backupLine.safeParse(JSON.parse(made?.text ?? '')).success).toBe(true);
  });

  it.each<[Parameters<typeof lineOf>[0], unknown]>([
    ['changeSets', { n: 'three' }],
    ['changePacks', { n: 3, pack: 0, changes: 'none' }],
    ['changePacks', { n: 3, changes: [] }],
    ['quarantine', { id: 4 }],
  ])('of %s that is none is told as unreadable', (table, row) => {
    expect(lineOf(table, row, foundAt)).toBe(null);
  });
});

describe('the counts of a file', () => {
  const tallied = (...lines: BackupLine[]): BackupTally => {
    const tally = new BackupTally();
    for (const line of lines) tally.take(line);
    return tally;
  };

  it('counts records by id, however often they come, deleted ones among them', () => {
    const tally = tallied(
      { kind: 'account', id: 'a', values: {} },
      { kind: 'account', id: 'b', values: {} },
      { kind: 'account', id: 'a', values: {} },
      goneLine('accounts', 'b', 4),
      { kind: 'prospect', id: 'a', deleted: 1 },
      { kind: 'prospect', id: 'a', values: {} },
      { kind: 'opportunity', id: 'a', values: {} },
      { kind: 'opportunity', id: 'o', values: {} },
      goneLine('opportunities', 'o', 4),
      { kind: 'document', id: 'rules', values: {} },
      { kind: 'document', id: 'rules', values: {} },
      goneLine('customFields', 'c', 4),
      { kind: 'changeSet', n: 1, changeSet: {} },
      { kind: 'changePack', n: 1, pack: 0, changes: [] },
      { kind: 'changePack', n: 1, pack: 1, changes: [] },
      { kind: 'quarantined', id: 'q', row: {} },
      { kind: 'quarantined', id: 'q', row: {} },
      { kind: 'settings', id: 'workspace', values: {} },
    );
    expect(tally.counts).toEqual({
      accounts: 2,
      prospects: 1,
      opportunities: 2,
      documents: 1,
      customFields: 1,
      changeSets: 1,
      changePacks: 2,
      quarantined: 1,
    });
    expect(tally.live).toEqual({ accounts: 1, prospects: 1, opportunities: 1 });
  });
});
