import type { EntityChange, Fields } from '../../shared/history/change-set.ts';
import { changeBetween, sameValue } from '../../shared/history/diff.ts';
import { changeSettings, settingsOn, sinceEver } from '../../shared/rule-book/settings-history.ts';
import type { RuleSettings } from '../../shared/rule-book/settings.ts';
import { rulesDocumentId, type DocumentOf } from '../../shared/workspace/documents.ts';
import {
  holdsMoved,
  movedSettings,
  rulesOfSettings,
  withoutMoved,
} from '../../shared/workspace/moved-settings.ts';
import type { GroundworkDatabase } from './database.ts';
import { readRules } from './reading.ts';

/**
 * Changes of an older schema version as this one would have written them: what the settings held until
 * version 2 is a change of the rules. Recorded change sets are never rewritten; whoever applies, undoes or
 * replays them reads them through here.
 *
 * Runs in the caller's transaction, since the change of the rules starts from the rules that are there.
 */
export async function upcastChanges(
  database: GroundworkDatabase,
  changes: readonly EntityChange[],
): Promise<readonly EntityChange[]> {
  if (!changes.some(isOldSettings)) return changes;
  const upcast: EntityChange[] = [];
  const present = await readRules(database);
  let stored: Fields | null = present?.stored ?? null;
  let rules = present?.values ?? null;
  for (const change of changes) {
    if (!isOldSettings(change)) {
      upcast.push(change);
      continue;
    }
    const next = rulesAfter(rules, change);
    const ofRules = changeBetween({ kind: 'document', id: rulesDocumentId }, stored, next);
    upcast.push(...ofSettings(change), ...(ofRules ? [ofRules] : []));
    stored = rules = next;
  }
  return upcast;
}

const isOldSettings = ({ kind, before, after }: EntityChange): boolean =>
  kind === 'settings' && (holdsMoved(before) || holdsMoved(after));

/** What is left of it for the settings. */
function ofSettings(change: EntityChange): EntityChange[] {
  const { before, after } = change;
  const left = { ...change, before: before && withoutMoved(before), after: after && withoutMoved(after) };
  const isEmpty = [left.before, left.after].every((side) => side && Object.keys(side).length === 0);
  return isEmpty ? [] : [left];
}

function rulesAfter(
  present: DocumentOf<'rules'> | null,
  { before, after }: EntityChange,
): DocumentOf<'rules'> | null {
  if (after === null) return present;
  if (before === null || present === null) return { ...present, ...rulesOfSettings(after) };
  const values = stillSo(settingsOn(present.history, sinceEver), before, after);
  const changed = changeSettings(present.history, { values, from: sinceEver, today: sinceEver });
  return changed.ok ? { ...present, history: [...changed.value] } : present;
}

/** Values of the first day that are what the change found: those that were changed since stay. */
function stillSo(first: RuleSettings, before: Fields, after: Fields): Partial<RuleSettings> {
  const changed = movedSettings.flatMap((key) => {
    // An SMB limit that is not there is none.
    const [was = null, is = null] = [before[key], after[key]];
    return was !== is && sameValue(first[key], was) ? [[key, is] as const] : [];
  });
  return Object.fromEntries(changed);
}
