import type { OpportunityValues } from '../../../shared/accounts/opportunity.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import type { Label } from '../../../shared/history/change-set.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import { askExtension as askedExtension } from '../../../shared/territories/held-opportunities.ts';
import { isLive, type OpportunityRow } from '../database.ts';
import { extensionOf } from '../questions/held-opportunities.ts';
import { Refused } from '../store-error.ts';
import { notFound, userWrite, type CommandRoom, type Done, type UserChange } from './room.ts';

/** TER-10: asks, with evidence, that an open opportunity may stay with its owner for longer. */
export function askExtension(
  room: CommandRoom,
  { id, evidence }: { readonly id: string; readonly evidence: string },
): Promise<Done> {
  return userWrite(room, async () => {
    const { row, name } = await opportunityOf(room, id);
    const { createdDate: createdOn, extension } = row.values;
    if (createdOn === undefined) {
      throw new Refused({ code: 'invalid', message: label('ter10.no-created', { name }) });
    }
    const asked = askedExtension(
      { createdOn, ...(extension && { extension: extensionOf(extension) }) },
      evidence,
      room.today,
      room.rules,
    );
    if (!asked.ok) {
      const refused = [{ id: row.accountId, name, refusal: asked.error }];
      throw new Refused({ code: 'refused', message: asked.error.message, refused });
    }
    const { askedOn, evidence: given } = asked.value;
    return changeOf(
      row,
      { askedOn, evidence: given },
      'askExtension',
      label('command.asked-extension', { name }),
    );
  });
}

/** TER-10: records how an extension was decided; a decision may be changed. */
export function decideExtension(
  room: CommandRoom,
  { id, granted }: { readonly id: string; readonly granted: boolean },
): Promise<Done> {
  return userWrite(room, async () => {
    const { row, name } = await opportunityOf(room, id);
    const { extension } = row.values;
    if (!extension) throw new Refused({ code: 'invalid', message: label('ter10.not-asked', { name }) });
    const said = label(granted ? 'command.granted-extension' : 'command.refused-extension', { name });
    return changeOf(row, { ...extension, granted }, 'decideExtension', said);
  });
}

async function opportunityOf(
  { database, book }: CommandRoom,
  id: string,
): Promise<{ readonly row: OpportunityRow; readonly name: string }> {
  const row = await database.opportunities.get(id);
  if (!isLive<OpportunityRow>(row)) throw notFound();
  return { row, name: row.values.name ?? book.rowOf(row.accountId)?.name ?? id };
}

function changeOf(
  { id, accountId, values }: OpportunityRow,
  extension: NonNullable<OpportunityValues['extension']>,
  command: string,
  said: Label,
): UserChange {
  const change = changeBetween({ kind: 'opportunity', id, accountId }, values, { ...values, extension });
  return { command, label: said, changes: change ? [change] : [] };
}
