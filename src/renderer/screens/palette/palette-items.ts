import { fold } from '../../../shared/accounts/normalise.ts';
import type { Action, ActionGroup } from '../../app/actions.ts';
import type { BookRow } from '../../store/api.ts';

/** One thing the palette can reach. */
export type PaletteItem =
  | { readonly kind: 'action'; readonly id: string; readonly action: Action }
  | { readonly kind: 'account'; readonly id: string; readonly row: BookRow };

export interface PaletteGroup {
  readonly value: string;
  readonly items: PaletteItem[];
}

/** More than these are not looked through; a longer text finds fewer. */
const mostAccounts = 20;

/** Actions whose title or group holds every word of `text`, ignoring case and accents. */
export function matchingActions(actions: readonly Action[], text: string): readonly Action[] {
  const words = fold(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return actions.filter((action) => {
    if (action.enabled === false || action.handledByScreen === true || action.id === 'palette') return false;
    const where = fold(`${action.group} ${action.title}`);
    return words.every((word) => where.includes(word));
  });
}

/**
 * The accounts of a view that are most likely meant: those whose name is the text, begins with it, has a
 * word that begins with it, holds it, then those found by another field; by name within each.
 * The view may still answer the text before the last key: it then holds more, and the order sorts it out.
 */
export function accountHits<Row extends { readonly name: string }>(
  slots: Int32Array,
  rowOf: (slot: number) => Row | undefined,
  text: string,
): readonly Row[] {
  const wanted = text.trim().toLowerCase();
  const ranks: Row[][] = [[], [], [], [], []];
  for (const slot of slots) {
    const row = rowOf(slot);
    if (row === undefined) continue;
    const rank = ranks[rankOf(row.name.toLowerCase(), wanted)];
    if (rank !== undefined && rank.length < mostAccounts) rank.push(row);
  }
  return ranks.flat().slice(0, mostAccounts);
}

function rankOf(name: string, wanted: string): number {
  const at = name.indexOf(wanted);
  if (at < 0) return 4;
  if (at === 0) return name.length === wanted.length ? 0 : 1;
  return name.includes(` ${wanted}`) ? 2 : 3;
}

const groupOrder: readonly ActionGroup[] = ['Go to', 'Do', 'Board', 'Accounts', 'Exchange', 'View'];

/** Actions by group, then accounts; empty groups are left out. */
export function paletteGroups(
  actions: readonly Action[],
  accounts: readonly BookRow[],
): readonly PaletteGroup[] {
  const groups: PaletteGroup[] = groupOrder.map((group) => ({
    value: group,
    items: actions
      .filter((action) => action.group === group)
      .map((action) => ({ kind: 'action', id: `action ${action.id}`, action })),
  }));
  groups.push({
    value: 'Accounts found',
    items: accounts.map((row) => ({ kind: 'account', id: `account ${row.id}`, row })),
  });
  return groups.filter((group) => group.items.length > 0);
}
