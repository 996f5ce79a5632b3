import { expect, it } from 'vitest';
import { changedFields } from '../../../../src/renderer/screens/account-panel/changed-fields.ts';
import { panelGroups } from '../../../../src/renderer/screens/account-panel/panel-fields.ts';
import { opportunityFields, prospectFields } from '../../../../src/shared/accounts/record-fields.ts';
import {
  changedValues,
  filledValues,
  textsOf,
  valuesOf,
} from '../../../../src/renderer/screens/account-panel/record-fields.ts';

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
  const texts = textsOf(prospectFields, { name: 'Ada', doNotCall: false, mailOptIn: true });
  const values = valuesOf(prospectFields, texts);
  expect(values).toMatchObject({ name: 'Ada', doNotCall: false, mailOptIn: true, title: null });
});

it('names only what a form changed, and only what a new record fills', () => {
  const deal = { accountId: 'a', name: 'Renewal', stage: '2-Scoping', extension: { askedOn: '2026-11-01' } };
  const texts = { ...textsOf(opportunityFields, deal), stage: '3-Technical Evaluation', owner: ' Sal ' };
  expect(changedValues(opportunityFields, texts, deal)).toEqual({
    stage: '3-Technical Evaluation',
    owner: 'Sal',
  });
  expect(filledValues(opportunityFields, texts)).toEqual({
    name: 'Renewal',
    stage: '3-Technical Evaluation',
    owner: 'Sal',
  });
});

it('names the fields of an opportunity in the words of its form', () => {
  const changes = changedFields(
    { kind: 'opportunity', before: { stage: '2-Scoping' }, after: { stage: '8-Closed Lost' } },
    [],
  );
  expect(changes).toEqual([{ label: 'Stage', before: '2-Scoping', after: '8-Closed Lost' }]);
});
