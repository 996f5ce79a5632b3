import { describe, expect, it } from 'vitest';
import { soundSettings } from '../../../../src/shared/workspace/sound-settings.ts';
import { defaultSettings } from '../../../../src/shared/workspace/workspace.ts';

const whole = defaultSettings({ name: 'Book', bdr: 'Ada', timeZone: 'Europe/Berlin' });

describe('settings from whatever a store holds', () => {
  it('whole ones stay as they are; what is no setting any more goes', () => {
    expect(soundSettings(whole)).toEqual({ settings: whole, wrong: [] });
    expect(soundSettings({ ...whole, limitLarge: 12 })).toEqual({ settings: whole, wrong: [] });
  });

  it.each<[string, object, object]>([
    ['timeZone', { timeZone: 'Nowhere/Else' }, { timeZone: 'UTC' }],
    ['name', { name: '' }, { name: 'Workspace' }],
    ['bdr', { bdr: null }, { bdr: '' }],
  ])('a wrong %s gives way to its default', (key, damage, expected) => {
    const { settings, wrong } = soundSettings({ ...whole, ...damage });
    expect(wrong).toEqual([key]);
    expect(settings).toMatchObject(expected);
    expect({ ...settings, [key]: undefined }).toEqual({ ...whole, [key]: undefined });
  });

  it.each([undefined, null, 'text', 4, []])('%j is nothing but defaults', (values) => {
    const { settings } = soundSettings(values);
    expect(settings).toEqual(defaultSettings({ name: 'Workspace', bdr: '', timeZone: 'UTC' }));
  });
});
