import { describe, expect, test } from 'vitest';
import type { Instant } from '../../../../src/shared/clock.ts';
import type { SaveState } from '../../../../src/renderer/store/api.ts';
import { quarantineTitle } from '../../../../src/renderer/screens/settings/data/quarantine-words.ts';
import {
  backupText,
  journalText,
  persistenceText,
  safetyTitle,
} from '../../../../src/renderer/screens/settings/data/safety-words.ts';
import { backupEntry } from '../backups/entries.ts';

const at = '2026-03-16T09:00:00Z' as Instant;
const now = Date.parse(at);
const moment = (text: string): string => text;
const unreachable = { kind: 'unreachable', message: 'Start it again.', isRefused: false } as const;

describe('how safe it is', () => {
  test.each<[SaveState, string]>([
    [{ kind: 'saved', at: null }, 'Everything'],
    [{ kind: 'saved', at }, `Everything, last at ${at}`],
    [{ kind: 'saving', pending: 1 }, 'All but 1 change'],
    [{ kind: 'saving', pending: 2 }, 'All but 2 changes'],
    [{ ...unreachable, pending: 1 }, '1 change waits. Start it again.'],
    [{ ...unreachable, pending: 2 }, '2 changes wait. Start it again.'],
  ])('%j: %s', (state, text) => {
    expect(journalText(state, moment)).toBe(text);
  });

  test('a host that is gone and one that cannot write are told apart', () => {
    expect(safetyTitle({ ...unreachable, pending: 0 })).toBe('The journal cannot be reached');
    expect(safetyTitle({ ...unreachable, pending: 0, isRefused: true })).toBe(
      'The journal cannot be written',
    );
    expect(safetyTitle({ kind: 'saved', at })).toBe('Everything is saved in both places');
  });

  test('the browser is quoted honestly', () => {
    expect(persistenceText('kept')).toMatch(/^Yes/);
    expect(persistenceText('not-promised')).toMatch(/^Not promised/);
    expect(persistenceText('unknown')).not.toMatch(/^Yes/);
    expect(persistenceText(null)).toBe('Asking…');
  });
});

describe('how much the newest backup has', () => {
  test.each([
    [1203, 'Everything, 1 hour ago'],
    [1204, 'Everything, 1 hour ago'],
    [1205, 'All but the last 1 change, 1 hour ago'],
    [1300, 'All but the last 96 changes, 1 hour ago'],
  ])('of %d changes: %s', (through, text) => {
    expect(backupText(backupEntry(), through, now)).toBe(text);
  });

  test('there is none, or its end is unreadable', () => {
    expect(backupText(null, 5, now)).toBe('Not yet');
    expect(backupText(backupEntry({ end: null }), 5, now)).toBe('All but the last 5 changes, 1 hour ago');
  });
});

describe('what a record in quarantine is called', () => {
  test.each([
    ['accounts', '{"id":"a1","values":{"name":"Harbour Mills"}}', 'Account Harbour Mills'],
    ['prospects', '{"id":"a1","values":{"name":"Ida Berg"}}', 'Prospect Ida Berg'],
    ['customFields', '{"id":"a1","label":"Tier"}', 'Custom field Tier'],
    ['accounts', '{"id":"a1","values":{"name":7}}', 'Account a1'],
    ['accounts', '{"id":"a1","values":{"name":"  "}}', 'Account a1'],
    ['accounts', '{"id":"a1","values":null}', 'Account a1'],
    ['accounts', 'null', 'Account a1'],
    ['accounts', 'not json', 'Account a1'],
    ['settings', '{"id":"workspace"}', 'The settings'],
  ] as const)('%s %s', (table, text, title) => {
    expect(quarantineTitle({ table, text, id: 'a1' })).toBe(title);
  });
});
