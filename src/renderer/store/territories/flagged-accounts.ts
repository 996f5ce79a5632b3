import type { NamedAccount } from '../../../shared/territories/named-accounts.ts';
import { accountOf } from '../account-row.ts';
import type { GroundworkDatabase } from '../database.ts';
import { accountBatches } from '../reading.ts';

/** TER-4: every account that is flagged as named itself. */
export async function readFlagged(database: GroundworkDatabase): Promise<NamedAccount[]> {
  const flagged: NamedAccount[] = [];
  for await (const rows of accountBatches(database)) {
    for (const row of rows) {
      if (row.values.named !== true) continue;
      const { id, name, namedOwner = '' } = accountOf(row);
      flagged.push({ id, name, namedOwner: namedOwner.trim() });
    }
  }
  return flagged;
}
