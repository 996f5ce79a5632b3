import { isTimeZone } from '../../../shared/clock.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { workspaceSettings, type WorkspaceSettings } from '../../../shared/workspace/workspace.ts';
import { readSettings } from '../reading.ts';
import { Refused } from '../store-error.ts';
import { userWrite, type CommandRoom, type Done } from './room.ts';

/** Changes settings of the workspace; undone like everything else. A lowered limit evicts nobody (AW-6). */
export function changeSettings(
  room: CommandRoom,
  { patch }: { readonly patch: Partial<Record<keyof WorkspaceSettings, unknown>> },
): Promise<Done> {
  return userWrite(room, async () => {
    const present = await readSettings(room.database);
    const wanted: Record<string, unknown> = { ...present, ...patch };
    for (const [key, value] of Object.entries(wanted))
      if (value === undefined) Reflect.deleteProperty(wanted, key);
    const parsed = workspaceSettings.safeParse(wanted);
    if (!parsed.success || !isTimeZone(parsed.data.timeZone)) {
      const issue = parsed.success ? undefined : parsed.error.issues[0];
      const field = String(issue?.path[0] ?? 'timeZone');
      throw new Refused({
        code: 'invalid',
        message: {
          id: 'store.invalid-field',
          params: { field, what: issue?.message ?? 'unknown time zone' },
        },
      });
    }
    const change = changeBetween({ kind: 'settings', id: 'workspace' }, present, parsed.data);
    return {
      command: 'changeSettings',
      label: label('command.changed-settings'),
      changes: change ? [change] : [],
    };
  });
}
