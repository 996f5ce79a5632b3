import { describe, expect, it } from 'vitest';
import { schemaVersion } from '../../../../src/renderer/store/versions/index.ts';
import type { BackupLine } from '../../../../src/shared/backup/format.ts';
import { upcastLines } from '../../../../src/shared/backup/upcast.ts';
import { settingsOn, sinceEver } from '../../../../src/shared/rule-book/settings-history.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';
import { documentValues } from '../../../../src/shared/workspace/documents.ts';

const line: BackupLine = { kind: 'account', id: 'a', values: { name: 'Acme' } };

describe('lines of older stores', () => {
  it.each(Array.from({ length: schemaVersion }, (_, at) => at + 1))('of version %i are read', (from) => {
    expect(upcastLines(line, from, schemaVersion)).toEqual([line]);
  });

  it('of newer ones are not', () => {
    expect(() => upcastLines(line, schemaVersion + 1, schemaVersion)).toThrow(/cannot be read/);
  });

  it('of a version without an upcaster are not', () => {
    expect(() => upcastLines(line, 0, schemaVersion)).toThrow(/no upcaster/);
  });

  it.each([1, 2])('the settings of version %i tell the rules too', (from) => {
    const settings = { name: 'Book', bdr: 'Ada', timeZone: 'UTC' };
    const moved = { limitMidMarket: 150, limitLarge: 12, limitSmb: 40, fiscalYearFirstMonth: 4 };
    const [kept, rules, ...more] = upcastLines(
      { kind: 'settings', id: 'workspace', values: { ...settings, ...moved } },
      from,
      schemaVersion,
    );
    expect(more).toEqual([]);
    expect(kept).toEqual({ kind: 'settings', id: 'workspace', values: settings });
    const document = documentValues.parse(rules?.kind === 'document' ? rules.values : undefined);
    if (document.type !== 'rules') throw new Error('These are no rules.');
    expect(settingsOn(document.history, sinceEver)).toEqual({ ...defaultRuleSettings, ...moved });
  });

  it('settings that are gone tell nothing', () => {
    const gone: BackupLine = { kind: 'settings', id: 'workspace', deleted: 4 };
    expect(upcastLines(gone, 2, schemaVersion)).toEqual([gone]);
  });
});
