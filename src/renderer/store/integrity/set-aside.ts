import { instantOf } from '../../../shared/clock.ts';
import type { EntityChange } from '../../../shared/history/change-set.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import { soundSettings } from '../../../shared/workspace/sound-settings.ts';
import { rowText } from '../backup/row-text.ts';
import { BookBehind, type CommandRoom, type Done } from '../commands/room.ts';
import type { SettingsRow } from '../database.ts';
import { write } from '../write.ts';
import { quarantining } from './apply-quarantine.ts';
import { checkRow } from './check-row.ts';
import type { Suspects } from './find-suspects.ts';
import type { QuarantineRow } from './quarantine-row.ts';

type BadRow = Suspects['bad'][number];

/**
 * Takes rows that can no longer be read out of their tables and into the quarantine, in one change set that
 * no undo brings back: what becomes of each a person decides (quarantine-commands.ts). Settings are set right
 * where they stand. Rows that were written anew since they were found are left alone.
 */
export async function setAside(room: CommandRoom, found: readonly BadRow[]): Promise<Done> {
  const said = label('command.quarantined', { count: found.length });
  const changeSet = await write(room.database, { ...room.context, actor: 'Groundwork' }, async (meta) => {
    if (meta.through !== room.through) throw new BookBehind();
    const changes: EntityChange[] = [];
    for (const { table, row } of found) {
      if (row === undefined) {
        changes.push(...(await missingSettings(room)));
        continue;
      }
      const held = heldRow({ table, row }, room);
      const present: unknown = held && (await room.database.table(table).get(held.key));
      const verdict = checkRow(table, present);
      if (!held || present === undefined || verdict.kind !== 'bad') continue;
      changes.push(quarantining({ ...held, text: rowText(present), problems: verdict.problems }));
      const change = table === 'settings' ? settingsChange(present as SettingsRow) : undefined;
      if (change) changes.push(change);
    }
    return { command: 'quarantine', label: said, origin: 'system', changes, stack: { kind: 'none' } };
  });
  return { changeSet, label: said, refused: [] };
}

/** @returns `null` for a row whose key or content has no form as text: it stays where it is */
function heldRow({ table, row }: BadRow, { context }: CommandRoom): QuarantineRow | null {
  const key: unknown = (row as { readonly id?: unknown } | null)?.id;
  if ((typeof key !== 'string' && typeof key !== 'number') || !canBeKept(row)) return null;
  return {
    id: context.ids.next(),
    table,
    key,
    foundAt: instantOf(context.clock),
    problems: [],
    text: '',
    state: 'held',
    counts: !('deleted' in (row as object)),
  };
}

/** Whether a row is still the same when it was text in between. */
export function canBeKept(row: unknown): boolean {
  const again: unknown = JSON.parse(rowText(row));
  const id = (value: unknown): unknown => (value as { readonly id?: unknown } | null)?.id;
  return typeof again === 'object' && id(again) === id(row);
}

async function missingSettings({ database }: CommandRoom): Promise<EntityChange[]> {
  if ((await database.settings.count()) > 0) return [];
  const change = changeBetween(
    { kind: 'settings', id: 'workspace' },
    null,
    soundSettings(undefined).settings,
  );
  return change ? [change] : [];
}

/** Fields that are no settings give way to their default. */
function settingsChange({ values }: SettingsRow): EntityChange | undefined {
  const present = typeof values === 'object' ? values : {};
  return changeBetween({ kind: 'settings', id: 'workspace' }, present, soundSettings(values).settings);
}
