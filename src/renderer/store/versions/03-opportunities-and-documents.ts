import { rulesDocumentId } from '../../../shared/workspace/documents.ts';
import { rulesOfSettings, withoutMoved } from '../../../shared/workspace/moved-settings.ts';
import type { SchemaVersion } from './version.ts';

/** Opportunities; documents: mappings, exceptions, profiles, views, and the rules, which the settings held. */
export const opportunitiesAndDocuments: SchemaVersion = {
  number: 3,
  name: 'opportunities, territories and rules',
  stores: { opportunities: 'id, accountId', documents: 'id, type' },
  upgrade: async (transaction) => {
    await transaction.table('meta').toCollection().modify({ opportunities: 0 });
    const settings = transaction.table<{ id: string; values: unknown }>('settings');
    const row = await settings.get('workspace');
    // A damaged row stays as it is: the integrity check keeps it for a person and the defaults hold.
    const values = isRecord(row?.values) ? row.values : {};
    if (isRecord(row?.values)) await settings.put({ ...row, values: withoutMoved(values) });
    const rules = rulesOfSettings(values);
    await transaction.table('documents').put({ id: rulesDocumentId, type: rules.type, values: rules });
  },
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
