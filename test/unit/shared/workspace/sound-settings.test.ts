import { describe, expect, it } from 'vitest';
import { soundSettings } from '../../../../src/shared/workspace/sound-settings.ts';
import { defaultSettings } from '../../../../src/shared/workspace/workspace.ts';

const whole = { ...defaultSettings({ name: 'Book', bdr: 'Ada', timeZone: 'Europe/Berlin' }), limitSmb: 40 };

describe('settings from whatever a store holds', () => {
  it('whole ones stay as they are, unset ones unset', () => {
    expect(soundSettings(whole)).toEqual({ settings: whole, wrong: [] });
    const { limitSmb: _unset, ...without } = whole;
    expect(soundSettings(without)).toEqual({ settings: without, wrong: [] });
  });

  it.each<[string, object, object]>([
    ['limitLarge', { limitLarge: 'many' }, { limitLarge: 100 }],
    ['limitLarge', { limitLarge: 0 }, { limitLarge: 100 }],
    ['limitSmb', { limitSmb: -1 }, {}],
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
