import { describe, expect, it } from 'vitest';
import { accountRow } from '../../../../../src/renderer/store/account-row.ts';
import {
  leavesCount,
  quarantinedKey,
  quarantining,
} from '../../../../../src/renderer/store/integrity/apply-quarantine.ts';
import type { EnteredTable } from '../../../../../src/renderer/store/backup/backup-state.ts';
import { checkRow } from '../../../../../src/renderer/store/integrity/check-row.ts';
import { mended } from '../../../../../src/renderer/store/integrity/mend-row.ts';
import type { QuarantineRow } from '../../../../../src/renderer/store/integrity/quarantine-row.ts';
import type { Instant } from '../../../../../src/shared/clock.ts';
import { defaultSettings } from '../../../../../src/shared/workspace/workspace.ts';

const acme = accountRow('a', { name: 'Acme', status: 'Queued', rank: 'a0' });
const deal = { id: 'o', accountId: 'a', values: { accountId: 'a', name: 'Renewal', stage: '2-Scoping' } };
const rules = { id: 'rules', type: 'rules', values: { type: 'rules', history: [] } };
const pat = { id: 'p', accountId: 'a', values: { accountId: 'a', name: 'Pat' } };

describe('whether a row is what its table holds', () => {
  it.each<[EnteredTable, unknown]>([
    ['accounts', acme],
    ['accounts', { id: 'a', deleted: 3 }],
    ['accounts', { id: 'a', deleted: 0 }],
    ['prospects', pat],
    ['opportunities', deal],
    ['opportunities', { id: 'o', deleted: 4 }],
    ['documents', rules],
    ['documents', { id: 'v', deleted: 4 }],
    ['customFields', { id: 'c', key: 'tier', label: 'Tier' }],
    ['settings', { id: 'workspace', values: defaultSettings({ name: 'W', bdr: '', timeZone: 'UTC' }) }],
    // What only a newer version knows is no damage.
    ['accounts', { ...acme, values: { ...acme.values, later: true } }],
  ])('%s: sound', (table, row) => {
    expect(checkRow(table, row)).toEqual({ kind: 'sound' });
  });

  it.each<[EnteredTable, unknown, unknown]>([
    ['accounts', { ...acme, nameKey: 'b' }, acme],
    ['accounts', { ...acme, column: '' }, acme],
    ['accounts', { ...acme, boardKey: 'z' }, acme],
    ['accounts', { id: 'a', values: acme.values }, acme],
    ['accounts', { id: 'a', deleted: 3, nameKey: 'acme' }, { id: 'a', deleted: 3 }],
    ['prospects', { ...pat, accountId: 'b' }, pat],
    ['opportunities', { ...deal, accountId: 'b' }, deal],
    ['documents', { ...rules, type: 'view' }, rules],
  ])('%s: only what is derived is wrong', (table, row, right) => {
    expect(checkRow(table, row)).toEqual({ kind: 'keys', row: right });
  });

  it.each<[EnteredTable, unknown, RegExp]>([
    ['accounts', { ...acme, values: { ...acme.values, priority: 4 } }, /^Priority: /],
    ['accounts', { ...acme, values: { ...acme.values, custom: { tier: 1 } } }, /^.+\.tier: /],
    ['accounts', { ...acme, values: {} }, /Name/],
    ['accounts', { ...acme, id: 4 }, /^id: /],
    ['accounts', { id: 'a', deleted: 'x' }, /^deleted: /],
    ['accounts', null, /no record/],
    ['accounts', { ...acme, values: null }, /./],
    ['prospects', { ...pat, values: { name: 'Pat' } }, /accountId/],
    ['opportunities', { ...deal, values: { accountId: 'a', closeDate: 'soon' } }, /closeDate/],
    ['documents', { ...rules, values: { type: 'rules' } }, /history/],
    ['documents', { ...rules, values: { type: 'wish' } }, /^Type: /],
    ['customFields', { id: 'c', key: 'tier' }, /label/],
    ['settings', { id: 'workspace', values: { name: 'W' } }, /timeZone/],
  ])('%s: bad, with the field', (table, row, problem) => {
    const verdict = checkRow(table, row);
    expect(verdict.kind === 'bad' && verdict.problems.join(' ')).toMatch(problem);
  });
});

const held = (given: Partial<QuarantineRow>): QuarantineRow => ({
  id: 'q',
  table: 'accounts',
  key: 'a',
  foundAt: '2026-11-23T09:00:00.000Z' as Instant,
  problems: [],
  text: JSON.stringify(acme),
  state: 'held',
  counts: true,
  ...given,
});

describe('what a row says without what is wrong', () => {
  const text = (values: object): string => JSON.stringify({ ...acme, values });

  it.each<[string, Partial<QuarantineRow>, object]>([
    ['nothing is wrong any more', {}, acme.values],
    [
      'one field',
      { text: text({ name: 'Acme', priority: 9, owner: 'Sal' }) },
      { name: 'Acme', owner: 'Sal' },
    ],
    ['several', { text: text({ name: 'Acme', priority: 9, owner: '', stints: 'x' }) }, { name: 'Acme' }],
    [
      'one custom field of several',
      { text: text({ name: 'Acme', custom: { a: 1, b: 'two' } }) },
      { name: 'Acme', custom: { b: 'two' } },
    ],
    ['all custom fields', { text: text({ name: 'Acme', custom: 'x' }) }, { name: 'Acme' }],
    [
      'a person',
      { table: 'prospects', text: JSON.stringify({ ...pat, values: { ...pat.values, title: 1 } }) },
      pat.values,
    ],
  ])('%s', (_what, given, values) => {
    expect(mended(held(given))).toEqual({ id: 'a', values });
  });

  it.each<[string, Partial<QuarantineRow>]>([
    ['no name is left', { text: text({ name: 4 }) }],
    ['there were no values', { text: JSON.stringify({ id: 'a' }) }],
    ['it is no JSON', { text: '{' }],
    ['it was deleted', { text: JSON.stringify({ id: 'a', deleted: 'x' }) }],
    ['its key is a number', { key: 4 }],
    ['they are settings', { table: 'settings', text: JSON.stringify({ id: 'workspace', values: {} }) }],
  ])('%s: no whole record', (_what, given) => {
    expect(mended(held(given))).toBe(null);
  });
});

describe('a change that takes a row into the quarantine', () => {
  it('takes a living record off its count, and an account out of the book', () => {
    expect(leavesCount(quarantining(held({})))).toBe('accounts');
    expect(leavesCount(quarantining(held({ table: 'prospects' })))).toBe('prospects');
    expect(leavesCount(quarantining(held({ table: 'opportunities' })))).toBe('opportunities');
    expect(quarantinedKey(quarantining(held({})), 'accounts')).toBe('a');
  });

  it('does neither for a tombstone, what is not counted, or a later decision', () => {
    expect(leavesCount(quarantining(held({ counts: false })))).toBe(null);
    expect(leavesCount(quarantining(held({ table: 'documents' })))).toBe(null);
    const decision = {
      kind: 'quarantined' as const,
      id: 'q',
      before: { state: 'held' },
      after: { state: 'dropped' },
    };
    expect(leavesCount(decision)).toBe(null);
    expect(quarantinedKey(decision, 'accounts')).toBe(undefined);
    expect(quarantinedKey(quarantining(held({ table: 'customFields' })), 'accounts')).toBe(undefined);
  });
});
