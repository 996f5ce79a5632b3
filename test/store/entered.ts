import {
  isLive,
  type DocumentRow,
  type GroundworkDatabase,
  type OpportunityRow,
  type ProspectRow,
} from '../../src/renderer/store/database.ts';
import { readAllAccounts } from '../../src/renderer/store/reading.ts';
import type { Account } from '../../src/shared/accounts/account.ts';
import { settingsOn, sinceEver } from '../../src/shared/rule-book/settings-history.ts';

/** Everything that a person entered, of the living records. */
export interface Entered {
  readonly accounts: readonly Account[];
  readonly prospects: readonly ProspectRow[];
  readonly opportunities: readonly OpportunityRow[];
  readonly documents: readonly DocumentRow[];
  readonly settings: readonly object[];
}

export async function readEntered(database: GroundworkDatabase): Promise<Entered> {
  const [accounts, prospects, opportunities, documents, settings] = await Promise.all([
    readAllAccounts(database),
    database.prospects.orderBy('id').toArray(),
    database.opportunities.orderBy('id').toArray(),
    database.documents.orderBy('id').toArray(),
    database.settings.toArray(),
  ]);
  return {
    accounts,
    prospects: prospects.filter((row) => isLive<ProspectRow>(row)),
    opportunities: opportunities.filter((row) => isLive<OpportunityRow>(row)),
    documents: documents.filter((row) => isLive<DocumentRow>(row)),
    settings,
  };
}

/**
 * The same as text, in one order of keys: undo may bring keys back in another one. What every version of the
 * schema has is told as the first one told it, so that a text of a frozen store can be compared: limits and
 * fiscal year since ever are settings, and tables that are empty are not there.
 */
export function enteredText({ settings, documents, opportunities, ...others }: Entered): string {
  const rules = documents.find(({ values }) => values.type === 'rules')?.values;
  const history = rules?.type === 'rules' ? rules.history : [];
  const { limitMidMarket, limitLarge, limitSmb, fiscalYearFirstMonth } = settingsOn(history, sinceEver);
  const moved = { limitMidMarket, limitLarge, fiscalYearFirstMonth, ...(limitSmb !== null && { limitSmb }) };
  const later = documents.filter(
    ({ values }) =>
      values.type !== 'rules' ||
      values.profileId !== undefined ||
      values.history.some(({ from }) => from !== sinceEver),
  );
  return JSON.stringify(
    sortKeys({
      ...others,
      settings: settings.map((row) => ({
        ...row,
        values: { ...(row as { values: object }).values, ...moved },
      })),
      ...(opportunities.length > 0 && { opportunities }),
      ...(later.length > 0 && { documents: later }),
    }),
  );
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}
