import { todayIn, type Clock } from '../../shared/clock.ts';
import { Absorber } from './absorb.ts';
import type { CommandOutcome } from './api.ts';
import type { Attention } from './attention.ts';
import { Book } from './book/book.ts';
import { FieldColumns } from './book/field-columns.ts';
import type { CommandRoom, Done } from './commands/room.ts';
import type { GroundworkDatabase, StoreMeta } from './database.ts';
import { DecisionKeeper } from './decisions/decision-keeper.ts';
import { ContextReader } from './decisions/read-context.ts';
import type { HostCalls } from './host-relay.ts';
import { JournalPump } from './journal-pump.ts';
import type { FromStore, OpenRequest } from './protocol.ts';
import { Publisher } from './publisher.ts';
import { readMeta, readSettings } from './reading.ts';
import { Upkeep } from './upkeep.ts';

/** What an open store works with. */
export interface OpenParts {
  readonly database: GroundworkDatabase;
  readonly book: Book;
  readonly keeper: DecisionKeeper;
  readonly publisher: Publisher;
  readonly absorber: Absorber;
  readonly pump: JournalPump;
  readonly upkeep: Upkeep;
}

/** What the parts are put together from. */
export interface PartsGiven {
  readonly request: OpenRequest;
  readonly database: GroundworkDatabase;
  readonly clock: Clock;
  readonly host: HostCalls;
  readonly tell: (message: FromStore) => void;
  readonly attention: Attention;
  /** The host says that the store was rebuilt elsewhere. */
  readonly onSuperseded: () => void;
  /** Runs a command of the upkeep's own, in its turn. */
  readonly command: (work: (room: CommandRoom) => Promise<Done>) => Promise<CommandOutcome>;
}

/** The parts of a store whose database is open, wired to each other; nothing of the book is read yet. */
export async function openParts({
  request,
  database,
  clock,
  host,
  tell,
  attention,
  onSuperseded,
  command,
}: PartsGiven): Promise<{ readonly parts: OpenParts; readonly meta: StoreMeta }> {
  const [settings, meta] = await Promise.all([readSettings(database), readMeta(database)]);
  const reader = new ContextReader(database);
  const book = new Book(await reader.read({ bdr: settings.bdr, today: todayIn(clock, settings.timeZone) }));
  const keeper = new DecisionKeeper(database, book, reader);
  const fields = new FieldColumns(database, book);
  const pump = new JournalPump(
    {
      database,
      workspaceId: request.workspaceId,
      clock,
      engine: request.engine,
      send: async (batch) => {
        const answer = await host.call('journal.append', { ...batch, lines: [...batch.lines] });
        if (answer.ok) upkeep.journaled(batch.lines.reduce((sum, { body }) => sum + body.length, 0));
        return answer;
      },
      status: () => host.call('journal.status', { workspaceId: request.workspaceId }),
      onState: (state) => tell({ kind: 'save', state }),
      onSuperseded,
      journalThrough: request.journalThrough,
    },
    meta.through,
  );
  const absorber = new Absorber(request.workspaceId, database, book, keeper, fields);
  const publisher = new Publisher(database, book, keeper, fields, clock, tell);
  const upkeep = new Upkeep({
    request,
    database,
    host,
    clock,
    tell,
    hasAccount: (id) => book.has(id),
    attention,
    command,
  });
  return { parts: { database, book, keeper, publisher, absorber, pump, upkeep }, meta };
}
