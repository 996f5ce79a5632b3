import type { MovePreview } from '../../store/api.ts';

/** What going on would lead to although a rule refuses: a seat swap (AW-6), an override (AW-3x). */
export function offerOf({ fullSegment, isOverridable }: MovePreview): string | undefined {
  if (fullSegment !== null) return 'A seat can be swapped.';
  return isOverridable ? 'An override can be given (AW-3x).' : undefined;
}

/** Whether a move can be begun: some may land, or a dialog could let the single one in. */
export const canBegin = (preview: MovePreview): boolean =>
  preview.allowed.length > 0 || offerOf(preview) !== undefined;
