import { sameValue } from '../../../shared/history/diff.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import { BookBehind, type CommandRoom, type Done } from '../commands/room.ts';
import type { GroundworkDatabase } from '../database.ts';
import { readMeta } from '../reading.ts';
import { countLiving, type LivingCounts } from '../record-tables.ts';
import { write } from '../write.ts';

/** What the store says that it holds, and what it does hold; `null` when both agree. */
export function miscount(
  database: GroundworkDatabase,
): Promise<{ readonly said: LivingCounts; readonly held: LivingCounts } | null> {
  const { meta, accounts, prospects, opportunities } = database;
  return database.transaction('r', meta, accounts, prospects, opportunities, async () => {
    const said = await readMeta(database);
    const held = await countLiving(database);
    return sameValue(held, countsIn(said)) ? null : { said: countsIn(said), held };
  });
}

/** Sets the counts right, as a change set that changes nothing else: sentinel and journal then say so too. */
export async function recount(room: CommandRoom): Promise<Done> {
  const said = label('command.recounted');
  const changeSet = await write(room.database, { ...room.context, actor: 'Groundwork' }, async (meta) => {
    if (meta.through !== room.through) throw new BookBehind();
    const held = await countLiving(room.database);
    if (sameValue(held, countsIn(meta))) return null;
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

const countsIn = ({ accounts, prospects, opportunities }: LivingCounts): LivingCounts => ({
  accounts,
  prospects,
  opportunities,
});
