import { count, dayText } from '../../app/words.ts';
import type { MappingGap } from '../../store/questions/questions.ts';

/** Which mapping lacks what, what that means, and where it is. */
export const gapWords = (gap: MappingGap): string =>
  gap.isHeadless ? headlessWords(gap) : lackingWords(gap);

function headlessWords({ source, rowCount, canPutBack }: Extract<MappingGap, { isHeadless: true }>): string {
  const which = `TER-1: the record of the mapping ${source === '' ? 'without a name' : source} (${count(rowCount, 'row')}) was put aside, so it cannot be in force: an older one, or none, decides.`;
  return canPutBack
    ? `${which} It is in quarantine and can be put back.`
    : `${which} It cannot be put back: import it again, or restore a backup.`;
}

function lackingWords(gap: Extract<MappingGap, { isHeadless: false }>): string {
  const { source, importedOn, rowCount, missingRows, isInForce, heldParts, mendableParts } = gap;
  const which = `TER-1: ${count(missingRows, 'row')} of ${rowCount.toLocaleString()} ${missingRows === 1 ? 'is' : 'are'} missing from the mapping ${source} of ${dayText(importedOn)}.`;
  const means = isInForce
    ? ' It is in force, so a territory or BDR may be wrong until they are back; receipts say so.'
    : ' It is not in force; only its rows and what differs from it are affected.';
  return which + means + whereWords(heldParts, mendableParts, isInForce);
}

/** Importing again writes another version: it helps the one in force, and no older one. */
function whereWords(held: number, mendable: number, isInForce: boolean): string {
  const back = isInForce ? 'import it again, or restore a backup' : 'only a backup has them';
  if (held === 0) return ` They are not in quarantine either: ${back}.`;
  return mendable > 0
    ? ` ${count(mendable, 'piece')} in quarantine can be put back.`
    : ` ${count(held, 'piece')} in quarantine cannot be put back: ${back}.`;
}
