import { isTimeZone } from '../clock.ts';
import { defaultSettings, workspaceSettings, type WorkspaceSettings } from './workspace.ts';

export interface SoundSettings {
  readonly settings: WorkspaceSettings;
  /** Fields that were missing or wrong and stand at their default now. */
  readonly wrong: readonly string[];
}

/** Settings from whatever a store holds: fields that are no settings give way to their default. */
export function soundSettings(values: unknown): SoundSettings {
  const given = typeof values === 'object' && values !== null ? (values as Record<string, unknown>) : {};
  const defaults: Record<string, unknown> = defaultSettings({ name: 'Workspace', bdr: '', timeZone: 'UTC' });
  const sound: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const [key, schema] of Object.entries(workspaceSettings.shape)) {
    const parsed = schema.safeParse(given[key]);
    const holds = parsed.success && (key !== 'timeZone' || isTimeZone(parsed.data));
    const value = holds ? parsed.data : defaults[key];
    if (!holds) wrong.push(key);
    if (value !== undefined) sound[key] = value;
  }
  return { settings: workspaceSettings.parse(sound), wrong };
}
