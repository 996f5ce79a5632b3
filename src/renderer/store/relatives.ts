import { RelativeIndex, relativeFacts, type Relative } from '../../shared/accounts/relatives.ts';
import type { Account } from '../../shared/accounts/account.ts';
import { familyGuard, type FamilyWarning } from '../../shared/statuses/family-guard.ts';
import { accountOf } from './account-row.ts';
import type { CommandRoom } from './commands/room.ts';
import type { GroundworkDatabase } from './database.ts';
import { pause } from './pause.ts';
import { accountBatches, readAccounts } from './reading.ts';
import { changesOf } from './undo.ts';

/** Accounts between two pauses, while the index is made. */
const portion = 1000;

/** Above so many changed accounts the index is made anew. */
const mostChanged = 5000;

type Room = Pick<CommandRoom, 'database' | 'book' | 'through' | 'settings'>;

interface Known {
  readonly index: RelativeIndex;
  /** Number of the last change set that it knows. */
  through: number;
}

const indexes = new WeakMap<GroundworkDatabase, Promise<Known>>();

/**
 * Who of an account's relatives is worked by others, or is a customer. The index of relatives is made at
 * the first need, in slices, and follows the change sets from then on.
 */
export async function familyWarnings(room: Room, ids: readonly string[]): Promise<FamilyWarning[]> {
  const { index } = await relativesOf(room);
  const moving = new Set(ids);
  const said = new Set<string>();
  return ids.flatMap((id) => {
    const relatives = index.relativesOf(id).filter((relative) => !moving.has(relative.id));
    return familyGuard(relatives, (other) => knownOf(room, other), room.settings.bdr).filter((warning) => {
      const key = `${warning.rule} ${warning.id}`;
      return !said.has(key) && said.add(key);
    });
  });
}

/** An account's relatives: its hierarchy, and who may be the same company by domain or name (PR-9). */
export const relativesOfAccount = async (room: Room, id: string): Promise<Relative[]> =>
  (await relativesOf(room)).index.relativesOf(id);

function knownOf(
  { book }: Room,
  id: string,
): Parameters<typeof familyGuard>[1] extends (id: string) => infer Found ? Found : never {
  const row = book.rowOf(id);
  return (
    row && {
      id,
      name: row.name,
      status: row.status,
      bdrAssigned: row.bdrAssigned,
      ...(row.type === 'customer' && { type: 'customer' as const }),
    }
  );
}

function relativesOf(room: Room): Promise<Known> {
  const before = indexes.get(room.database) ?? made(room);
  const now = before.then((known) => followed(known, room));
  indexes.set(room.database, now);
  // One that failed is made anew the next time.
  now.catch(() => indexes.delete(room.database));
  return now;
}

async function made({ database, through }: Room): Promise<Known> {
  const index = new RelativeIndex();
  for await (const rows of accountBatches(database, portion)) {
    for (const row of rows) put(index, accountOf(row));
    await pause();
  }
  return { index, through };
}

/** Brings the index up to the change set that the room is of. */
async function followed(known: Known, room: Room): Promise<Known> {
  const changed = new Set<string>();
  for (let n = known.through + 1; n <= room.through; n += 1) {
    const changeSet = await room.database.changeSets.get(n);
    if (!changeSet) return made(room);
    for (const { kind, id, accountId } of await changesOf(room.database, changeSet)) {
      if (kind === 'account' || kind === 'quarantined') changed.add(accountId ?? id);
    }
    if (changed.size > mostChanged) return made(room);
  }
  if (changed.size > 0) {
    for (const id of changed) known.index.remove(id);
    for (const account of await readAccounts(room.database, [...changed])) put(known.index, account);
  }
  known.through = Math.max(known.through, room.through);
  return known;
}

/** The guard asks for no addresses; they would double the index. */
function put(index: RelativeIndex, account: Account): void {
  index.put({ ...relativeFacts(account), addresses: [] });
}
