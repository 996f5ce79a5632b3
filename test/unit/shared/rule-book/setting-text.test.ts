import { expect, it } from 'vitest';
import { boundsText, settingText } from '../../../../src/shared/rule-book/setting-text.ts';
import { settingKeys } from '../../../../src/shared/rule-book/settings.ts';

it('says values with their unit, choices by their title, and no limit', () => {
  expect(settingText('limitLarge', 1000)).toBe('1,000 accounts');
  expect(settingText('limitSmb', null)).toBe('no limit');
  expect(settingText('fiscalYearFirstMonth', 2)).toBe('2');
  expect(settingText('employeeSourceOrder', 'dataFoxFirst')).toBe('DataFox before ZoomInfo');
});

it('says the bounds of every number', () => {
  expect(boundsText('limitLarge')).toBe('1 to 100,000 accounts');
  expect(boundsText('limitSmb')).toBe('1 to 100,000 accounts, or none');
  expect(boundsText('returnDue')).toBe('');
  for (const key of settingKeys) expect(boundsText(key)).not.toContain('undefined');
});
