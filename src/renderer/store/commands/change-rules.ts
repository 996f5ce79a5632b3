import type { IsoDate } from '../../../shared/clock.ts';
import type { Fields, Label } from '../../../shared/history/change-set.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import type { Result } from '../../../shared/result.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import {
  changedKeys,
  changeSettings,
  resetSettings,
  settingsOn,
  type SettingsHistory,
} from '../../../shared/rule-book/settings-history.ts';
import {
  settingDefinitions,
  type RuleSettings,
  type SettingKey,
} from '../../../shared/rule-book/settings.ts';
import { emptyRules, rulesDocumentId, type DocumentOf } from '../../../shared/workspace/documents.ts';
import type { GroundworkDatabase } from '../database.ts';
import { readRules } from '../reading.ts';
import { Refused } from '../store-error.ts';
import { userWrite, type CommandRoom, type Done } from './room.ts';

/** Gives rule settings other values from a day on. A lowered limit evicts nobody (AW-6). */
export const changeRules = (
  room: CommandRoom,
  { values, from }: { readonly values: Partial<RuleSettings>; readonly from: IsoDate },
): Promise<Done> =>
  writeHistory(room, {
    command: 'changeRules',
    from,
    next: (history) => changeSettings(history, { values, from, today: room.today }),
  });

/** Gives rule settings their defaults again from a day on. */
export const resetRules = (
  room: CommandRoom,
  { keys, from }: { readonly keys: readonly SettingKey[]; readonly from: IsoDate },
): Promise<Done> =>
  writeHistory(room, {
    command: 'resetRules',
    from,
    next: (history) => resetSettings(history, keys, { from, today: room.today }),
  });

interface HistoryChange {
  readonly command: string;
  readonly from: IsoDate;
  readonly next: (history: SettingsHistory) => Result<SettingsHistory, Label>;
}

const writeHistory = (room: CommandRoom, { command, from, next }: HistoryChange): Promise<Done> =>
  userWrite(room, async () => {
    const { stored, values } = await presentRules(room.database);
    const changed = next(values.history);
    if (!changed.ok) throw new Refused({ code: 'invalid', message: changed.error });
    const change = changeOfRules(stored, { ...values, history: [...changed.value] });
    return {
      command,
      label: labelFor(changedKeys(settingsOn(values.history, from), settingsOn(changed.value, from)), from),
      changes: change ? [change] : [],
    };
  });

/** The rules as they stand; a store whose document was lost has the defaults. */
export async function presentRules(
  database: GroundworkDatabase,
): Promise<{ readonly stored: Fields | null; readonly values: DocumentOf<'rules'> }> {
  return (await readRules(database)) ?? { stored: null, values: emptyRules };
}

/** @param stored as the document lies in the store; `null` = there is none */
export const changeOfRules = (stored: Fields | null, next: DocumentOf<'rules'>) =>
  changeBetween({ kind: 'document', id: rulesDocumentId }, stored, next);

function labelFor(keys: readonly SettingKey[], from: IsoDate): Label {
  const [first] = keys;
  if (first === undefined) return label('command.changed-rules', { count: 0, from });
  return keys.length === 1
    ? label('command.changed-rule', { rule: settingDefinitions[first].title, from })
    : label('command.changed-rules', { count: keys.length, from });
}
