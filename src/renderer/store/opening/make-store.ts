import { changeBetween } from '../../../shared/history/diff.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import { emptyRules, rulesDocumentId } from '../../../shared/workspace/documents.ts';
import type { WorkspaceSettings } from '../../../shared/workspace/workspace.ts';
import type { GroundworkDatabase } from '../database.ts';
import { schemaVersion } from '../versions/index.ts';
import { write, type WriteContext } from '../write.ts';

/** Writes the store's own facts, its settings and its rules, the latter two as change set 1, which undo does not reach. */
export async function makeStore(
  database: GroundworkDatabase,
  settings: WorkspaceSettings | undefined,
  context: WriteContext,
): Promise<void> {
  if (!settings) throw new Error('A new store needs its settings.');
  const holder = context.ids.next();
  database.holder = holder;
  await database.transaction('rw', database.tables, async () => {
    await database.meta.put({
      key: 'store',
      storeId: context.ids.next(),
      generation: 1,
      schema: schemaVersion,
      through: 0,
      accounts: 0,
      prospects: 0,
      opportunities: 0,
      holder,
    });
    const ofSettings = changeBetween({ kind: 'settings', id: 'workspace' }, null, settings);
    const ofRules = changeBetween({ kind: 'document', id: rulesDocumentId }, null, emptyRules);
    await write(database, context, () => ({
      command: 'createWorkspace',
      label: label('command.created-workspace'),
      origin: 'system',
      changes: [ofSettings, ofRules].filter((change) => change !== undefined),
      stack: { kind: 'none' },
    }));
  });
}
