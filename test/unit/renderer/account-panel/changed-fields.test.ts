import { expect, it } from 'vitest';
import { changedFields } from '../../../../src/renderer/screens/account-panel/changed-fields.ts';
import { panelGroups } from '../../../../src/renderer/screens/account-panel/panel-fields.ts';
import { textsOf, valuesOf } from '../../../../src/renderer/screens/account-panel/prospect-fields.ts';

it('names changed fields in the words and order of the panel', () => {
  const changes = changedFields(
    {
      kind: 'account',
      before: { priority: 2, industry: 'Retail' },
      after: { status: 'Queued', priority: 1, industry: 'Retail' },
    },
    [],
  );
  expect(changes).toEqual([
    { label: 'BDR Prospecting Status', before: '', after: 'Queued' },
    { label: 'Priority', before: '2', after: '1' },
  ]);
});

it('tells the blank status from no change of status', () => {
  const [change] = changedFields(
    { kind: 'account', before: { status: 'Queued' }, after: { status: '' } },
    [],
  );
  expect(change).toEqual({ label: 'BDR Prospecting Status', before: 'Queued', after: 'No status' });
});

it('shows custom fields by their labels', () => {
  const changes = changedFields(
    { kind: 'account', before: { custom: { tier: 'A' } }, after: { custom: { tier: 'B' } } },
    [{ id: '1', key: 'tier', label: 'Tier' }],
  );
  expect(changes).toEqual([{ label: 'Tier', before: 'A', after: 'B' }]);
});

it('leaves a deletion to its label', () => {
  expect(changedFields({ kind: 'account', before: { name: 'Acme' }, after: null }, [])).toEqual([]);
});

it('shows filled fields and the four BDR fields, and offers the others', () => {
  const groups = panelGroups({ id: '1', name: 'Acme', industry: 'Retail' });
  expect(groups[0]?.group).toBe('planning');
  expect(groups[0]?.shown.map((field) => field.key)).toEqual([
    'accountResearch',
    'accountStrategy',
    'bdrNextStep',
    'bdrNextStepDate',
  ]);
  const company = groups.find((group) => group.group === 'identity');
  expect(company?.shown.map((field) => field.key)).toEqual(['industry']);
  expect(company?.addable.map((field) => field.key)).toContain('website');
  // Those that follow from moving are never typed.
  expect(groups.flatMap((group) => group.addable).map((field) => field.key)).not.toContain(
    'restrictionReason',
  );
});

it('brings a person through the form unchanged', () => {
  const texts = textsOf({ name: 'Ada', doNotCall: false, mailOptIn: true });
  const values = valuesOf(texts);
  expect(values).toMatchObject({ name: 'Ada', doNotCall: false, mailOptIn: true, title: null });
});
