import { label } from '../../../shared/rule-book/messages.ts';
import type { AccountValues } from '../../../shared/accounts/account.ts';
import { accountValues } from '../../../shared/accounts/account.ts';
import { fieldDefinition } from '../../../shared/accounts/fields.ts';
import type { IsoDate } from '../../../shared/clock.ts';
import type { ChangeSet, EntityChange, Fields, Label } from '../../../shared/history/change-set.ts';
import type { RuleSettings } from '../../../shared/rule-book/settings.ts';
import type { WorkspaceSettings } from '../../../shared/workspace/workspace.ts';
import type { RefusedAccount } from '../api.ts';
import type { Book } from '../book/book.ts';
import type { Pace } from '../apply-changes.ts';
import type { GroundworkDatabase, StoreMeta } from '../database.ts';
import type { DecisionKeeper } from '../decisions/decision-keeper.ts';
import type { Mappings } from '../mappings.ts';
import { Refused } from '../store-error.ts';
import { write, type Decided, type WriteContext } from '../write.ts';

/** What a command works with. The book is as of the last change set; a transaction checks that it still is. */
export interface CommandRoom {
  readonly database: GroundworkDatabase;
  readonly context: WriteContext;
  readonly book: Book;
  /** What the rules say of the book's accounts, kept up to date. */
  readonly decisions: DecisionKeeper;
  readonly settings: WorkspaceSettings;
  /** The rule settings in force today. */
  readonly rules: RuleSettings;
  readonly mappings: Mappings;
  readonly today: IsoDate;
  /** Number of the last change set that the book has taken in. */
  readonly through: number;
}

/** What a command did, before the session turns it into an outcome. */
export interface Done {
  readonly changeSet: ChangeSet | null;
  readonly label: Label;
  readonly refused: readonly RefusedAccount[];
}

/** Thrown inside a transaction when another worker wrote since; the session refreshes and runs again. */
export class BookBehind extends Error {
  constructor() {
    super('The book is behind the database.');
    this.name = 'BookBehind';
  }
}

export interface UserChange {
  readonly command: string;
  readonly label: Label;
  readonly changes: readonly EntityChange[];
  readonly reason?: string;
  readonly refused?: readonly RefusedAccount[];
}

/** Runs one user command as one transaction whose change set can be undone. */
export async function userWrite(
  room: CommandRoom,
  decide: () => Promise<UserChange> | UserChange,
  { origin = 'user', pace }: { readonly origin?: 'user' | 'sample' | 'restore'; readonly pace?: Pace } = {},
): Promise<Done> {
  let said: Label = label('command.nothing');
  let refused: readonly RefusedAccount[] = [];
  const decided = async (meta: StoreMeta): Promise<Decided> => {
    if (meta.through !== room.through) throw new BookBehind();
    const change = await decide();
    said = change.label;
    refused = change.refused ?? [];
    return {
      command: change.command,
      label: change.label,
      origin,
      changes: change.changes,
      stack: { kind: 'push' },
      ...(change.reason !== undefined && { reason: change.reason }),
    };
  };
  const changeSet = await write(room.database, room.context, decided, pace);
  return { changeSet, label: said, refused };
}

/** Values after an edit: `null` and '' blank a field. */
export function withPatch(values: Fields, patch: Fields): Record<string, unknown> {
  const next: Record<string, unknown> = { ...values };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null || value === undefined || value === '') Reflect.deleteProperty(next, key);
    else next[key] = value;
  }
  return next;
}

/** Values that a person typed, checked. @throws Refused naming the field and what is wrong */
export function checkedValues(values: unknown): AccountValues {
  const parsed = accountValues.safeParse(values);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const key = String(issue?.path[0] ?? 'name');
  const field = fieldDefinition(key as keyof AccountValues)?.label ?? key;
  throw new Refused({
    code: 'invalid',
    message:
      key === 'name'
        ? label('store.name-missing')
        : label('store.invalid-field', { field, what: issue?.message ?? '' }),
  });
}

export const notFound = (): Refused => new Refused({ code: 'not-found', message: label('store.not-found') });

/** Takes everything back when a rule refused anything. @throws Refused with the first refusal's words */
export function refuseAny(refused: readonly RefusedAccount[]): void {
  const [first] = refused;
  if (first) throw new Refused({ code: 'refused', message: first.refusal.message, refused });
}
