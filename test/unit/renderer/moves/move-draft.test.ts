import { expect, test } from 'vitest';
import {
  firstDraft,
  readDraft,
  wakeDayOf,
  type MoveNeeds,
} from '../../../../src/renderer/app/moves/move-draft.ts';
import type { IsoDate } from '../../../../src/shared/clock.ts';

const today = '2026-01-31' as IsoDate;
const rest: MoveNeeds = { restriction: false, rest: true, overrideOn: null };
const restriction: MoveNeeds = { ...rest, rest: false, restriction: true };
const override: MoveNeeds = { restriction: false, rest: false, overrideOn: ['other units'] };

test('Enter alone is a whole answer: back in a month to Queued, completed to Worked in FY', () => {
  expect(readDraft(firstDraft('Queued', rest, ''), rest, today)).toEqual({
    ok: true,
    value: { rest: { reason: 'get back to me', wakeOn: '2026-02-28' } },
  });
  expect(readDraft(firstDraft('Worked in FY', rest, ''), rest, today)).toEqual({
    ok: true,
    value: { rest: { reason: 'worked to completion' } },
  });
});

test('a day that was set stays when the reason changes; one that was not follows the reason', () => {
  const draft = firstDraft('Queued', rest, '');
  expect(wakeDayOf({ ...draft, rest: 'poor fit' }, today)).toBe('');
  expect(wakeDayOf({ ...draft, rest: 'poor fit', wakeOn: '2026-03-01' }, today)).toBe('2026-03-01');
});

test.each([
  { wakeOn: '2026-01-31', error: /^CLK-3/ },
  { wakeOn: '2026-02-01', error: undefined },
  { wakeOn: '', error: /^AW-2/ },
])('“get back to me” on “$wakeOn”', ({ wakeOn, error }) => {
  const read = readDraft({ ...firstDraft('Queued', rest, ''), wakeOn }, rest, today);
  if (error === undefined) expect(read.ok).toBe(true);
  else expect(read.ok ? '' : read.error.wakeOn).toMatch(error);
});

test('AW-8: reason and who asked; nobody is put down as having asked', () => {
  const draft = firstDraft('Restricted', restriction, 'Dana');
  expect(draft.askedBy).toBe('');
  const read = readDraft({ ...draft, reason: ' ' }, restriction, today);
  expect(read.ok ? [] : Object.keys(read.error)).toEqual(['reason', 'askedBy']);
  expect(readDraft({ ...draft, reason: 'Renewal ', askedBy: ' Dana' }, restriction, today)).toEqual({
    ok: true,
    value: { reason: 'Renewal', askedBy: 'Dana' },
  });
});

test('AW-3x: ground, SAL or AE, and reason', () => {
  const draft = firstDraft('Actively Working', override, 'Dana');
  const read = readDraft({ ...draft, by: '' }, override, today);
  expect(read.ok ? [] : Object.keys(read.error)).toEqual(['reason', 'by']);
  expect(readDraft({ ...draft, reason: 'Subsidiaries' }, override, today)).toEqual({
    ok: true,
    value: {
      reason: 'Subsidiaries',
      override: { ground: 'other units', by: 'Dana', reason: 'Subsidiaries' },
    },
  });
});
