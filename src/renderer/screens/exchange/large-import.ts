import { batchedAbove } from '../../store/write-in-batches.ts';
import type { ImportState, Working } from './import-wizard.ts';

/**
 * How far an import is that is too large for one transaction; `null` = none is being written. Until it is
 * whole the store takes no other change.
 */
export function largeImportUnderWay(state: ImportState): Working | null {
  if (state.step !== 'preview' || state.applying === null) return null;
  const { newAccounts, changedAccounts, newFields } = state.plan;
  return newAccounts + changedAccounts + newFields.length > batchedAbove ? state.applying : null;
}
