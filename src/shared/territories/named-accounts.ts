import { isBlankName } from '../accounts/bdr.ts';
import { err, ok, type Result } from '../result.ts';
import { label } from '../rule-book/messages.ts';
import { defaultRuleSettings, type RuleSettings } from '../rule-book/settings.ts';
import type { Refusal } from '../statuses/decision.ts';
import { repKey } from './mapping-index.ts';

/** An account that is flagged as named itself; children that inherit it are none (TER-4). */
export interface NamedAccount {
  readonly id: string;
  readonly name: string;
  readonly namedOwner: string;
}

export interface NamingRefused {
  readonly refusal: Refusal;
  /** What the rep holds already, by name; one of them has to go first. */
  readonly held: readonly NamedAccount[];
}

/** TER-4: the named accounts that a rep holds, by name. */
export function heldBy(owner: string, flagged: Iterable<NamedAccount>): NamedAccount[] {
  const key = repKey(owner);
  return [...flagged]
    .filter(({ namedOwner }) => namedOwner !== '' && repKey(namedOwner) === key)
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
}

/**
 * TER-4: whether an account may be flagged as named for a rep: the 30th may, the 31st is refused with the
 * list of the 30. An account that the rep holds already is not counted again.
 * @param flagged every account of the book that is flagged as named
 */
export function checkNaming(
  account: { readonly id: string; readonly name: string },
  owner: string,
  flagged: Iterable<NamedAccount>,
  { namedLimit }: Pick<RuleSettings, 'namedLimit'> = defaultRuleSettings,
): Result<NamedAccount, NamingRefused> {
  if (isBlankName(owner)) {
    return err({
      refusal: {
        rule: 'TER-4',
        message: label('ter4.no-owner', { name: account.name }),
        remedy: label('ter4.no-owner-remedy'),
      },
      held: [],
    });
  }
  const held = heldBy(owner, flagged).filter(({ id }) => id !== account.id);
  if (held.length < namedLimit) return ok({ ...account, namedOwner: owner.trim() });
  const params = { owner: owner.trim(), held: held.length, limit: namedLimit };
  return err({
    refusal: {
      rule: 'TER-4',
      message: label('ter4.full', params),
      remedy: label('ter4.full-remedy', { release: held.length - namedLimit + 1, owner: params.owner }),
    },
    held,
  });
}
