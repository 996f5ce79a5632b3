import { label } from '../../../shared/rule-book/messages.ts';
import type { AccountValues } from '../../../shared/accounts/account.ts';
import type { EntityChange, Fields } from '../../../shared/history/change-set.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { readSample } from '../../../shared/workspace/sample.ts';
import { readSettings } from '../reading.ts';
import { Refused } from '../store-error.ts';
import { newMappingChanges } from '../territories/mapping-changes.ts';
import { userWrite, type CommandRoom, type Done } from './room.ts';

/** Brings the shipped sample into the workspace as one change set, so that one undo takes it out again. */
export function loadSample(room: CommandRoom, { text }: { readonly text: string }): Promise<Done> {
  return userWrite(
    room,
    async () => {
      const sample = readSample(text, room.today);
      if (!sample.ok) throw new Refused({ code: 'invalid', message: sample.error });
      const { accounts, prospects, opportunities, mapping, exceptions, settings } = sample.value;
      const present = await readSettings(room.database);
      const bdr = present.bdr === '' ? settings.bdr : present.bdr;
      const ids = new Map(accounts.map(({ key }) => [key, room.context.ids.next()]));
      const changes: EntityChange[] = [];
      for (const { key, parentKey, values } of accounts) {
        const id = ids.get(key);
        const parentId = parentKey === undefined ? undefined : ids.get(parentKey);
        if (id === undefined) continue;
        const whole = { ...workedBy(bdr, settings.bdr, values), ...(parentId !== undefined && { parentId }) };
        const change = changeBetween({ kind: 'account', id }, null, whole);
        if (change) changes.push(change);
      }
      /** Adds a record that belongs to an account of the sample. */
      const add = (
        kind: 'prospect' | 'opportunity' | 'document',
        accountKey: string,
        values: Fields,
      ): void => {
        const accountId = ids.get(accountKey);
        const id = room.context.ids.next();
        const change = accountId && changeBetween({ kind, id, accountId }, null, values);
        if (change) changes.push(change);
      };
      const withAccount = (accountKey: string, values: Fields): Fields => ({
        ...values,
        accountId: ids.get(accountKey),
      });
      for (const { accountKey, values } of prospects) {
        add('prospect', accountKey, withAccount(accountKey, values));
      }
      for (const { accountKey, values } of opportunities) {
        add('opportunity', accountKey, withAccount(accountKey, values));
      }
      for (const exception of exceptions) {
        add('document', exception.accountId, {
          type: 'exception',
          exception: withAccount(exception.accountId, exception),
        });
      }
      if (mapping) {
        const rows = mapping.rows.map((row) => (row.bdr === settings.bdr ? { ...row, bdr } : row));
        const version = { source: mapping.source, rows, importedOn: room.today };
        changes.push(...newMappingChanges(room.context.ids.next(), version));
      }
      const change = changeBetween({ kind: 'settings', id: 'workspace' }, present, { ...present, bdr });
      if (change) changes.push(change);
      return {
        command: 'loadSample',
        label: label('command.loaded-sample', { count: accounts.length }),
        changes,
      };
    },
    { origin: 'sample' },
  );
}

/** The sample's own BDR is whoever tries it: the limits and moves are then theirs to explore. */
const workedBy = (bdr: string, sampleBdr: string, values: AccountValues): AccountValues => ({
  ...values,
  ...(values.bdrAssigned === sampleBdr && { bdrAssigned: bdr }),
  ...(values.stints && {
    stints: values.stints.map((stint) => (stint.actor === sampleBdr ? { ...stint, actor: bdr } : stint)),
  }),
});
