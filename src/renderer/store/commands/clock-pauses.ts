import { isBlankName } from '../../../shared/accounts/bdr.ts';
import type { AccountValues, ClockPause } from '../../../shared/accounts/account.ts';
import { addDays, type IsoDate } from '../../../shared/clock.ts';
import type { EntityChange, Label } from '../../../shared/history/change-set.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import type { DocumentOf } from '../../../shared/workspace/documents.ts';
import type { RefusedAccount } from '../api.ts';
import { readAccounts, readDocuments } from '../reading.ts';
import { Refused } from '../store-error.ts';
import { notFound, userWrite, type CommandRoom, type Done, type UserChange } from './room.ts';
import type { RuleBookCommand } from './rule-book-command.ts';

type PauseClocks = Extract<RuleBookCommand, { kind: 'pauseClocks' }>;
type EndPause = Extract<RuleBookCommand, { kind: 'endPause' }>;

/** AW-11: pauses the clocks of accounts in Actively Working, or of the whole book (leave), with a reason. */
export function pauseClocks(room: CommandRoom, pause: PauseClocks): Promise<Done> {
  return userWrite(room, async () => {
    const { ids, from, until, reason } = pause;
    const why = reason.trim();
    if (isBlankName(why)) throw new Refused({ code: 'invalid', message: label('aw11.reason-missing') });
    if (until !== undefined && until < from) {
      throw new Refused({ code: 'invalid', message: label('aw11.ends-before', { from, until }) });
    }
    const span: ClockPause = { from, reason: why, ...(until !== undefined && { until }) };
    if (ids === null) {
      const document: DocumentOf<'pause'> = { type: 'pause', ...span };
      const change = changeBetween({ kind: 'document', id: room.context.ids.next() }, null, document);
      const said = label('command.paused-book', { from });
      return { command: 'pauseClocks', label: said, changes: change ? [change] : [], reason: why };
    }
    const paused = (values: AccountValues): AccountValues => ({
      ...values,
      clockPauses: [...(values.clockPauses ?? []), span],
    });
    return changeWorked(room, ids, 'pauseClocks', paused, why);
  });
}

/** AW-11: ends pauses that go on today, yesterday being their last day; one that began today never was. */
export function endPause(room: CommandRoom, { ids }: EndPause): Promise<Done> {
  return userWrite(room, async () => {
    if (ids !== null) {
      const resumed = ({ clockPauses = [], ...values }: AccountValues): AccountValues => {
        const left = clockPauses.flatMap((pause) => ended(pause, room.today));
        return left.length === 0 ? values : { ...values, clockPauses: left };
      };
      return changeWorked(room, ids, 'endPause', resumed);
    }
    const changes: EntityChange[] = [];
    for (const { id, values, stored } of await readDocuments(room.database, 'pause')) {
      const [left] = ended(values, room.today);
      if (left === values) continue;
      const after: DocumentOf<'pause'> | null = left === undefined ? null : { ...values, ...left };
      const change = changeBetween({ kind: 'document', id }, stored, after);
      if (change) changes.push(change);
    }
    return { command: 'endPause', label: label('command.resumed-book'), changes };
  });
}

/** The pause as it is once it has ended; the same one where it does not go on today. */
function ended<P extends Pick<ClockPause, 'from' | 'until'>>(pause: P, today: IsoDate): P[] {
  const goesOn = pause.from <= today && (pause.until === undefined || pause.until >= today);
  if (!goesOn) return [pause];
  return pause.from === today ? [] : [{ ...pause, until: addDays(today, -1) }];
}

async function changeWorked(
  room: CommandRoom,
  ids: readonly string[],
  command: 'pauseClocks' | 'endPause',
  changed: (values: AccountValues) => AccountValues,
  reason?: string,
): Promise<UserChange> {
  const accounts = await readAccounts(room.database, ids);
  if (accounts.length === 0) throw notFound();
  const working = accounts.filter(({ status }) => status === 'Actively Working');
  const refused = accounts
    .filter(({ status }) => status !== 'Actively Working')
    .map(({ id, name }): RefusedAccount => ({
      id,
      name,
      refusal: {
        rule: 'AW-11',
        message: label('aw11.no-clock'),
        remedy: label('aw11.no-clock-remedy'),
      },
    }));
  const [first] = refused;
  if (working.length === 0 && first) {
    throw new Refused({ code: 'refused', message: first.refusal.message, refused });
  }
  const changes = working.flatMap(({ id, ...values }): EntityChange[] => {
    const change = changeBetween({ kind: 'account', id }, values, changed(values));
    return change ? [change] : [];
  });
  return {
    command,
    label: pauseLabel(command, working),
    changes,
    refused,
    ...(reason !== undefined && { reason }),
  };
}

function pauseLabel(
  command: 'pauseClocks' | 'endPause',
  accounts: readonly { readonly name: string }[],
): Label {
  const [first] = accounts;
  const count = accounts.length;
  if (command === 'pauseClocks') {
    return count === 1 && first
      ? label('command.paused', { name: first.name })
      : label('command.paused-many', { count });
  }
  return count === 1 && first
    ? label('command.resumed', { name: first.name })
    : label('command.resumed-many', { count });
}
