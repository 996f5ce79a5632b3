import { z } from 'zod';
import { isBlankName } from '../accounts/bdr.ts';
import type { IsoDate } from '../clock.ts';
import type { Label } from '../history/change-set.ts';
import { err, ok, type Result } from '../result.ts';
import { label } from '../rule-book/messages.ts';
import type { Refusal } from '../statuses/decision.ts';

const isoDate = z.iso.date().transform((text) => text as IsoDate);
const text = z.string().min(1);
const recorded = { accountId: text, territory: text, reason: text, on: isoDate };

/**
 * A recorded exception (TER-5, TER-7). The first two hand one child to a local territory. A resolution settles
 * two equal matches, or none, for everybody whom the account decides; it counts only as long as there is
 * something to settle.
 */
export const territoryException = z.discriminatedUnion('basis', [
  z.object({
    ...recorded,
    basis: z.literal('agreement'),
    /** The reps who give and take. */
    reps: z.tuple([text, text]),
    /** Their managers, in the same order. */
    managers: z.tuple([text, text]),
  }),
  z.object({ ...recorded, basis: z.literal('global owner'), globalOwner: text }),
  z.object({ ...recorded, basis: z.literal('resolution'), by: text }),
]);
export type TerritoryException = z.infer<typeof territoryException>;

/** Exceptions by account; of several on one account the last one counts. */
export type Exceptions = ReadonlyMap<string, TerritoryException>;

export const exceptionsOf = (list: Iterable<TerritoryException>): Exceptions =>
  new Map([...list].map((exception) => [exception.accountId, exception]));

/** What the check of an exception needs to know. */
export interface ExceptionContext {
  readonly accountName: string;
  /** Whether the account has an ultimate parent above it (SEG-3, SEG-6). */
  readonly isChild: boolean;
  readonly isTerritory: (code: string) => boolean;
  readonly today: IsoDate;
}

/** TER-5: whether an exception may be recorded; every refusal says what is missing. */
export function checkException(
  exception: TerritoryException,
  context: ExceptionContext,
): Result<TerritoryException, readonly [Refusal, ...Refusal[]]> {
  const [first, ...others] = refusals(exception, context);
  return first ? err([first, ...others]) : ok(exception);
}

function refusals(exception: TerritoryException, context: ExceptionContext): Refusal[] {
  const { accountName: name, isChild, isTerritory, today } = context;
  const found: Refusal[] = [];
  const refuse = (message: Label, remedy: Label): void => {
    found.push({ rule: exception.basis === 'resolution' ? 'TER-7' : 'TER-5', message, remedy });
  };
  if (exception.basis !== 'resolution' && !isChild) {
    refuse(label('ter5.no-child', { name }), label('ter5.no-child-remedy'));
  }
  if (!isTerritory(exception.territory)) {
    refuse(
      label('territory.unknown-code', { code: exception.territory }),
      label('territory.unknown-code-remedy'),
    );
  }
  if (isBlankName(exception.reason)) {
    refuse(label('territory.no-reason'), label('territory.no-reason-remedy'));
  }
  if (exception.on > today) {
    refuse(label('territory.date-ahead', { date: exception.on }), label('territory.date-ahead-remedy'));
  }
  if (blanksAmong(exception) > 0) {
    refuse(
      exception.basis === 'agreement' ? label('ter5.who-agreed') : label('territory.who-decided'),
      exception.basis === 'agreement'
        ? label('ter5.who-agreed-remedy')
        : label('territory.who-decided-remedy'),
    );
  }
  return found;
}

function blanksAmong(exception: TerritoryException): number {
  switch (exception.basis) {
    case 'agreement':
      return [...exception.reps, ...exception.managers].filter(isBlankName).length;
    case 'global owner':
      return isBlankName(exception.globalOwner) ? 1 : 0;
    case 'resolution':
      return isBlankName(exception.by) ? 1 : 0;
  }
}
