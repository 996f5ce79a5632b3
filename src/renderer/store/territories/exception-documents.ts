import type { TerritoryException } from '../../../shared/territories/exceptions.ts';
import type { GroundworkDatabase } from '../database.ts';
import { readDocuments } from '../reading.ts';

export interface RecordedException {
  readonly id: string;
  readonly exception: TerritoryException;
}

/** The recorded exceptions in the order of their making; an account has one at most (TER-5, TER-7). */
export const readExceptions = async (database: GroundworkDatabase): Promise<RecordedException[]> =>
  (await readDocuments(database, 'exception')).map(({ id, values: { exception } }) => ({ id, exception }));
