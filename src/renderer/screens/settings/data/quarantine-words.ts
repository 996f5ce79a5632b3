import type { QuarantinedRow } from '../../../store/integrity/integrity-report.ts';

const tableNames: Readonly<Record<QuarantinedRow['table'], string>> = {
  accounts: 'Account',
  prospects: 'Prospect',
  opportunities: 'Opportunity',
  documents: 'Rules, territory or view',
  customFields: 'Custom field',
  settings: 'Settings',
};

/** What a person knows the record by, as far as its text can be read: "Account Harbour Mills". */
export function quarantineTitle({ table, text, id }: Pick<QuarantinedRow, 'table' | 'text' | 'id'>): string {
  const name = nameIn(text);
  return table === 'settings' ? 'The settings' : `${tableNames[table]} ${name ?? id}`;
}

function nameIn(text: string): string | undefined {
  try {
    const { values, label } = JSON.parse(text) as { values?: { name?: unknown }; label?: unknown };
    const name = values?.name ?? label;
    return typeof name === 'string' && name.trim() !== '' ? name : undefined;
  } catch {
    return undefined;
  }
}
