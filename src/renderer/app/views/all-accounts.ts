import { accountColumns } from '../../../shared/views/shipped-views.ts';
import type { ListSettings } from './list-settings.ts';

/** The accounts when nobody chose a view: what the table shows then, in the order of its columns. */
export const allAccounts: { readonly name: string; readonly settings: ListSettings } = {
  name: 'All accounts',
  settings: {
    text: '',
    conditions: [],
    columns: [...accountColumns, 'rule.employees', 'rule.domain', 'industry', 'rule.findings'],
    sort: { field: 'name', descending: false },
  },
};
