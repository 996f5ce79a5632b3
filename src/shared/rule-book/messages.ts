import { exchangeMessages } from '../exchange/messages.ts';
import type { Label } from '../history/change-set.ts';
import { accountMessages } from './catalogue/accounts.ts';
import { backupFileMessages } from './catalogue/backup-files.ts';
import { backupMessages } from './catalogue/backups.ts';
import { leadRoutingMessages } from './catalogue/lead-routing.ts';
import { mappingMessages } from './catalogue/mapping.ts';
import { inboxMessages } from './catalogue/inbox.ts';
import { priorityMessages } from './catalogue/priorities.ts';
import { settingsMessages } from './catalogue/settings.ts';
import { statusMessages } from './catalogue/statuses.ts';
import { storeMessages } from './catalogue/store.ts';
import { territoryMessages } from './catalogue/territories.ts';
import { viewMessages } from './catalogue/views.ts';
import { fillTemplate } from './template.ts';

/** Every message that domain, store and exchange give by id. Screen texts live in the screens. */
export const catalogue = {
  ...accountMessages,
  ...backupFileMessages,
  ...backupMessages,
  ...leadRoutingMessages,
  ...mappingMessages,
  ...inboxMessages,
  ...priorityMessages,
  ...settingsMessages,
  ...statusMessages,
  ...storeMessages,
  ...territoryMessages,
  ...viewMessages,
  ...exchangeMessages,
} as const;

export type MessageId = keyof typeof catalogue;

/** The names in a template: `name` of `{name}`, `count` of `{count|account|accounts}`, `to` of `{to:status}`. */
type ParamsIn<Template extends string> = Template extends `${string}{${infer Slot}}${infer Rest}`
  ? NameOf<Slot> | ParamsIn<Rest>
  : never;
type NameOf<Slot extends string> = Slot extends `${infer Name}|${string}`
  ? Name
  : Slot extends `${infer Name}:${string}`
    ? Name
    : Slot;

/** The parameters that a message needs. */
export type MessageParams<Id extends MessageId> = Readonly<
  Record<ParamsIn<(typeof catalogue)[Id]>, string | number>
>;

type ParamsGiven<Id extends MessageId> = [ParamsIn<(typeof catalogue)[Id]>] extends [never]
  ? []
  : [params: MessageParams<Id>];

/** Names a message and its parameters, both checked against the catalogue. */
export function label<Id extends MessageId>(id: Id, ...[params]: ParamsGiven<Id>): Label {
  return params === undefined ? { id } : { id, params };
}

const isMessageId = (id: string): id is MessageId => Object.hasOwn(catalogue, id);

/**
 * The words of a message.
 * @throws Error when the id is in no catalogue or a parameter is missing; tests say everything this way
 */
export function sayStrictly({ id, params = {} }: Label): string {
  if (!isMessageId(id)) throw new Error(`No message has the id ${id}.`);
  return fillTemplate(catalogue[id], params, id);
}

/** The words of a message; the bare id where a label (from a newer version, say) has none. */
export function say(label: Label): string {
  try {
    return sayStrictly(label);
  } catch {
    return label.id;
  }
}
