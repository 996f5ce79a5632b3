import { label } from '../../../shared/rule-book/messages.ts';
import { BookBehind, type CommandRoom, type Done } from '../commands/room.ts';
import type { GroundworkDatabase, StoreMeta } from '../database.ts';
import { readMeta } from '../reading.ts';
import { write } from '../write.ts';

type Counts = Pick<StoreMeta, 'accounts' | 'prospects'>;

/** What the store says that it holds, and what it does hold; `null` when both agree. */
export function miscount(
  database: GroundworkDatabase,
): Promise<{ readonly said: Counts; readonly held: Counts } | null> {
  return database.transaction('r', database.meta, database.accounts, database.prospects, async () => {
    const { accounts, prospects } = await readMeta(database);
    const held = await countLiving(database);
    const agree = held.accounts === accounts && held.prospects === prospects;
    return agree ? null : { said: { accounts, prospects }, held };
  });
}

/** Sets the counts right, as a change set that changes nothing else: sentinel and journal then say so too. */
export async function recount(room: CommandRoom): Promise<Done> {
  const said = label('command.recounted');
  const changeSet = await write(room.database, { ...room.context, actor: 'Groundwork' }, async (meta) => {
    if (meta.through !== room.through) throw new BookBehind();
    const held = await countLiving(room.database);
    if (held.accounts === meta.accounts && held.prospects === meta.prospects) return null;
    return {
      command: 'recount',
      label: said,
      origin: 'system',
      changes: [],
      recount: held,
      stack: { kind: 'none' },
    };
  });
  return { changeSet, label: said, refused: [] };
}

/** Only living records are in these indexes. */
async function countLiving(database: GroundworkDatabase): Promise<Counts> {
  const [accounts, prospects] = await Promise.all([
    database.accounts.orderBy('nameKey').count(),
    database.prospects.orderBy('accountId').count(),
  ]);
  return { accounts, prospects };
}
