import type { EntityChange } from '../../../shared/history/change-set.ts';
import { changeBetween } from '../../../shared/history/diff.ts';
import { defaultProfile, editProfile, type ScoreProfile } from '../../../shared/priorities/score-profile.ts';
import { label } from '../../../shared/rule-book/messages.ts';
import { readDocument } from '../reading.ts';
import { Refused } from '../store-error.ts';
import { changeOfRules, presentRules } from './change-rules.ts';
import { userWrite, type CommandRoom, type Done } from './room.ts';

/** Keeps a score profile (PR-3), a new one or in place of the one of that id. */
export function saveProfile(
  room: CommandRoom,
  { id, profile }: { readonly id: string | null; readonly profile: ScoreProfile },
): Promise<Done> {
  return userWrite(room, async () => {
    const checked = checkedProfile(profile);
    const present = id === null ? null : await presentProfile(room, id);
    const about = { kind: 'document', id: id ?? room.context.ids.next() } as const;
    const change = changeBetween(about, present?.stored ?? null, { type: 'scoreProfile', profile: checked });
    return {
      command: 'saveProfile',
      label: label('command.saved-profile', { name: checked.name }),
      changes: change ? [change] : [],
    };
  });
}

/** Deletes a profile; where it was in use the default one takes its place, in the same change. */
export function deleteProfile(room: CommandRoom, { id }: { readonly id: string }): Promise<Done> {
  return userWrite(room, async () => {
    const { values, stored } = await presentProfile(room, id);
    const { stored: storedRules, values: rules } = await presentRules(room.database);
    const { profileId, ...others } = rules;
    const changes: (EntityChange | undefined)[] = [
      changeBetween({ kind: 'document', id }, stored, null),
      profileId === id ? changeOfRules(storedRules, others) : undefined,
    ];
    return {
      command: 'deleteProfile',
      label: label('command.deleted-profile', { name: values.profile.name }),
      changes: changes.filter((change) => change !== undefined),
    };
  });
}

/** From now on this profile scores; `id` null = the default one. */
export function useProfile(room: CommandRoom, { id }: { readonly id: string | null }): Promise<Done> {
  return userWrite(room, async () => {
    const profile = id === null ? null : await presentProfile(room, id);
    const { stored, values } = await presentRules(room.database);
    const { profileId: _before, ...others } = values;
    const change = changeOfRules(stored, { ...others, ...(id !== null && { profileId: id }) });
    return {
      command: 'useProfile',
      label: label('command.used-profile', { name: (profile?.values.profile ?? defaultProfile).name }),
      changes: change ? [change] : [],
    };
  });
}

async function presentProfile(room: CommandRoom, id: string) {
  const found = await readDocument(room.database, 'scoreProfile', id);
  if (!found) throw new Refused({ code: 'not-found', message: label('store.profile-gone') });
  return found;
}

/** @throws Refused naming what is wrong */
function checkedProfile(profile: ScoreProfile): ScoreProfile {
  const checked = editProfile(profile, {});
  if (!checked.ok) throw new Refused({ code: 'invalid', message: checked.error });
  return checked.value;
}
