import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openDatabase, type GroundworkDatabase } from '../../../../src/renderer/store/database.ts';
import { readRules } from '../../../../src/renderer/store/reading.ts';
import { schemaVersions } from '../../../../src/renderer/store/versions/index.ts';
import { settingsOn, sinceEver } from '../../../../src/shared/rule-book/settings-history.ts';
import { defaultRuleSettings } from '../../../../src/shared/rule-book/settings.ts';

const whole = { name: 'Book', bdr: 'Ada', timeZone: 'UTC' };
let made = 0;

/** A store of version 2 with these settings, opened by this version. */
async function upgraded(settings: unknown): Promise<GroundworkDatabase> {
  made += 1;
  const name = `upgrade ${made}`;
  const old = await openDatabase(name, { versions: schemaVersions.slice(0, 2) });
  await old.table('meta').put({ key: 'store', schema: 2, through: 1, accounts: 0, prospects: 0 });
  if (settings !== undefined) await old.table('settings').put({ id: 'workspace', values: settings });
  old.close();
  return openDatabase(name);
}

it.each([
  ['the defaults', { limitMidMarket: 150, limitLarge: 100, fiscalYearFirstMonth: 2 }, {}],
  [
    'own ones',
    { limitMidMarket: 9, limitLarge: 12, limitSmb: 40, fiscalYearFirstMonth: 7 },
    { limitMidMarket: 9, limitLarge: 12, limitSmb: 40, fiscalYearFirstMonth: 7 },
  ],
  [
    'a damaged one',
    { limitMidMarket: 9, limitLarge: 'many', limitSmb: -1, fiscalYearFirstMonth: 13 },
    { limitMidMarket: 9 },
  ],
])('limits and fiscal year move from the settings into the rules: %s', async (_what, given, moved) => {
  const database = await upgraded({ ...whole, ...given });
  expect(await database.settings.get('workspace')).toEqual({ id: 'workspace', values: whole });
  const rules = await readRules(database);
  expect(settingsOn(rules?.values.history ?? [], sinceEver)).toEqual({ ...defaultRuleSettings, ...moved });
  expect(await database.meta.get('store')).toMatchObject({ schema: 3, opportunities: 0 });
  expect(await database.opportunities.count()).toBe(0);
  database.close();
});

it.each([undefined, 'text', null])(
  'settings that are %j stay, and the rules say the defaults',
  async (settings) => {
    const database = await upgraded(settings);
    expect((await database.settings.get('workspace'))?.values).toEqual(settings);
    expect((await readRules(database))?.values).toEqual({ type: 'rules', history: [] });
    database.close();
  },
);
