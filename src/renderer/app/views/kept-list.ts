import { z } from 'zod';
import { savedView, type ViewList } from '../../../shared/views/saved-view.ts';
import { settingsOf, viewOf, type ListSettings } from './list-settings.ts';

/** How a list is shown: its settings and the view that was chosen last. */
export interface ListState {
  /** Key of a shipped view or id of an own one; `null` = none. */
  readonly chosen: string | null;
  readonly settings: ListSettings;
}

const kept = z.object({ chosen: z.string().max(200).nullable(), view: savedView });

const keyOf = (workspaceId: string, list: ViewList): string => `groundwork.list.${workspaceId}.${list}`;

/** Keeps how a list is shown, changes that no view has included, on this machine until the next start. */
export function keepList(workspaceId: string, list: ViewList, { chosen, settings }: ListState): void {
  const view = viewOf(list, list, settings);
  window.localStorage.setItem(keyOf(workspaceId, list), JSON.stringify({ chosen, view }));
}

/** How a list was shown last on this machine; `undefined` = never, or by a version that kept it otherwise. */
export function keptList(workspaceId: string, list: ViewList): ListState | undefined {
  const text = window.localStorage.getItem(keyOf(workspaceId, list));
  const read = kept.safeParse(text === null ? null : parsed(text));
  if (!read.success || read.data.view.list !== list) return undefined;
  return { chosen: read.data.chosen, settings: settingsOf(read.data.view) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
